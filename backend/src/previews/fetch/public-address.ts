import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Looks public and is answered inside the data centre: Azure's agent. */
const inside = ['168.63.129.16/32'];

/** What IPv6 carries that leads elsewhere than it looks: protocol assignments with Teredo, 6to4, documentation, segment routing. */
const indirect = ['2001::/23', '2002::/16', '2001:db8::/32', '3fff::/20', '5f00::/16'];

const refused = [...inside, ...indirect].map((range) => ipaddr.parseCIDR(range));

/** The only IPv6 addresses that are given to anybody. All forms that carry an IPv4 address and stand outside need no list of theirs. */
const global = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether an address is that of somebody on the open Internet: not this machine, not its network, not a cloud's metadata, nothing reserved,
 * and no other address in disguise.
 */
export function isPublicAddress(address: string): boolean {
  // A zone names one of this machine's own networks.
  if (isIP(address) === 0 || address.includes('%')) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  if (parsed instanceof ipaddr.IPv6 && !parsed.match(global)) return false;
  return !refused.some(([range, bits]) => range.kind() === parsed.kind() && parsed.match(range, bits));
}
