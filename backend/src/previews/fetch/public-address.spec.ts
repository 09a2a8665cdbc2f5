import { describe, expect, it } from '@jest/globals';
import { isPublicAddress } from './public-address.js';

/** As URLs write it, which is how a link brings it. */
const hostIn = (url: string) => new URL(url).hostname.replace(/^\[(.*)\]$/, '$1');

describe('isPublicAddress', () => {
  it.each([
    '1.1.1.1',
    '8.8.8.8',
    '93.184.215.14',
    '100.63.255.255',
    '100.128.0.1',
    '172.15.255.255',
    '172.32.0.1',
    '192.167.255.255',
    '192.169.0.1',
    '198.17.255.255',
    '198.20.0.1',
    '223.255.255.255',
    '2606:4700:4700::1111',
    '2a00:1450:4001:82a::200e',
    '2001:4860:4860::8888',
  ])('lets %s through', (address) => expect(isPublicAddress(address)).toBe(true));

  it.each([
    ['this machine', ['127.0.0.1', '127.1.2.3', '127.255.255.255', '0.0.0.0', '0.1.2.3', '::1', '::']],
    ['private networks', ['10.0.0.1', '10.255.255.255', '172.16.0.1', '172.31.255.255', '192.168.0.1', '192.168.255.255']],
    ['carriers’ networks', ['100.64.0.1', '100.100.100.200', '100.127.255.255']],
    ['the local link', ['169.254.0.1', '169.254.169.254', '169.254.170.2', 'fe80::1', 'febf::1', 'fe80::1%eth0']],
    ['what answers inside a data centre', ['168.63.129.16', '192.0.0.192', 'fd00:ec2::254', 'fd20:ce::254', 'fd00:c1::a9fe:a9fe']],
    ['everybody at once', ['224.0.0.1', '239.255.255.250', '255.255.255.255', 'ff02::1', 'ff0e::1']],
    [
      'what is reserved',
      ['192.0.0.1', '192.0.2.1', '192.88.99.1', '198.18.0.1', '198.19.255.255', '198.51.100.1', '203.0.113.1', '240.0.0.1'],
    ],
    ['what is reserved in IPv6', ['100::1', '2001:db8::1', '2001:2::1', '3fff::1', '5f00::1', '4000::1', 'e000::1']],
    ['private networks of IPv6', ['fc00::1', 'fd12:3456:789a::1', 'fec0::1', 'feff::1']],
    [
      'IPv4 inside IPv6',
      ['::ffff:127.0.0.1', '::ffff:a00:1', '::ffff:169.254.169.254', '::ffff:8.8.8.8', '::127.0.0.1', '::a9fe:a9fe', '::8.8.8.8'],
    ],
    ['IPv4 through NAT64', ['64:ff9b::7f00:1', '64:ff9b::10.0.0.1', '64:ff9b::8.8.8.8', '64:ff9b:1::a9fe:a9fe']],
    [
      'IPv4 translated and tunnelled',
      ['::ffff:0:7f00:1', '2002:7f00:1::', '2002:a00:1::1', '2002:808:808::1', '2001:0:7f00:1::', '2001::1'],
    ],
    ['what is no address', ['', 'localhost', 'example.org', '1.2.3', '256.1.1.1', '1.2.3.4.5', ':::1', '1.1.1.1 ', '::1%lo', '1.1.1.1/8']],
  ])('refuses %s', (_, addresses) => {
    expect(addresses.filter((address) => isPublicAddress(address))).toEqual([]);
  });

  it.each([
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0x7f.1/',
    'http://017700000001/',
    'http://0177.0.0.1/',
    'http://127.1/',
    'http://127.0.1/',
    'http://0/',
    'http://3232235521/',
    'http://0xa9fea9fe/',
    'http://2852039166/',
    'http://0251.0376.0251.0376/',
    'http://①②⑦.⓪.⓪.①/',
    'http://127。0。0。1/',
    'http://127.0.0.1./',
    'http://%31%32%37.0.0.1/',
    'http://[::ffff:7f00:1]/',
    'http://[0:0:0:0:0:ffff:127.0.0.1]/',
    'http://[::127.0.0.1]/',
    'http://[0000:0000:0000:0000:0000:0000:0000:0001]/',
    'http://[64:ff9b::169.254.169.254]/',
  ])('refuses what %s stands for', (url) => expect(isPublicAddress(hostIn(url))).toBe(false));
});
