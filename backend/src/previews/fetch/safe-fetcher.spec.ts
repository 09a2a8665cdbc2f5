import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { PublicNetwork } from './public-network.js';
import { SafeFetcher, type Wanted } from './safe-fetcher.js';

/** Servers of this test on the loopback, and nothing else; names are what the test says, one answer after the other. */
class TestNetwork extends PublicNetwork {
  readonly asked: string[] = [];
  readonly names = new Map<string, string[][]>();
  readonly open = new Set<string>();

  override permits = (address: string, port: number) => this.open.has(`${address} ${port}`);

  override async resolve(host: string): Promise<string[]> {
    const answers = this.names.get(host);
    if (!answers) return super.resolve(host);
    this.asked.push(host);
    return (answers.length > 1 ? answers.shift() : answers[0]) ?? [];
  }
}

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

async function serve(listener: RequestListener, address = '127.0.0.1', port = 0): Promise<number> {
  const server = createServer(listener);
  servers.push(server);
  server.listen(port, address);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** A server whose address is open, and what fetches from it. */
async function openServer(listener: RequestListener) {
  const network = new TestNetwork();
  const port = await serve(listener);
  network.open.add(`127.0.0.1 ${port}`);
  return { network, port, url: `http://127.0.0.1:${port}/`, fetcher: new SafeFetcher(network) };
}

const page: Wanted = { accept: 'text/html', isWanted: (type) => type === 'text/html', maxBytes: () => 1_000, canBeCut: () => true };
const whole: Wanted = { ...page, canBeCut: () => false };

const html =
  (body: string | Buffer, headers: Record<string, string> = {}): RequestListener =>
  (_request, response) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=UTF-8', ...headers }).end(body);

const redirect =
  (location: string, status = 302): RequestListener =>
  (_request, response) =>
    response.writeHead(status, { location }).end();

describe('SafeFetcher', () => {
  it('fetches a page and says nothing of who asks', async () => {
    const seen: IncomingMessage[] = [];
    const { fetcher, url } = await openServer((request, response) => {
      seen.push(request);
      html('<p>hello')(request, response);
    });
    const { body, ...rest } = await fetcher.fetch(`${url}a?b=c#d`, page);
    expect(body.toString()).toBe('<p>hello');
    expect(rest).toEqual({ url: `${url}a?b=c#d`, type: 'text/html', charset: 'utf-8' });
    expect(seen[0]?.url).toBe('/a?b=c');
    expect(Object.keys(seen[0]?.headers ?? {}).sort()).toEqual([
      'accept',
      'accept-encoding',
      'accept-language',
      'connection',
      'host',
      'user-agent',
    ]);
    expect(seen[0]?.headers['user-agent']).toContain('Hearthbot');
  });

  it.each([
    'ftp://127.0.0.1/',
    'file:///etc/passwd',
    'data:text/html,hello',
    'javascript:alert(1)',
    'http://user@example.org/',
    'http://:secret@example.org/',
    'http://',
    'nonsense',
    `http://example.org/${'a'.repeat(2_000)}`,
  ])('refuses %s', async (url) => {
    await expect(new SafeFetcher(new PublicNetwork()).fetch(url, page)).rejects.toMatchObject({ name: 'NotFetched' });
  });

  it.each([
    (port: number) => `http://127.0.0.1:${port}/`,
    (port: number) => `http://2130706433:${port}/`,
    (port: number) => `http://[::ffff:127.0.0.1]:${port}/`,
    (port: number) => `http://0:${port}/`,
  ])('reaches nothing of this machine (%#)', async (address) => {
    let requests = 0;
    const port = await serve(() => (requests += 1));
    await expect(new SafeFetcher(new PublicNetwork()).fetch(address(port), page)).rejects.toMatchObject({
      message: 'not an address of the open Internet',
    });
    expect(requests).toBe(0);
  });

  it('reaches only ports of the web', () => {
    const network = new PublicNetwork();
    expect([80, 443, 22, 25, 6379, 8080, 5432].filter((port) => network.permits('1.1.1.1', port))).toEqual([80, 443]);
    expect(network.permits('127.0.0.1', 80)).toBe(false);
  });

  it('refuses a name of which one address is not public', async () => {
    const { fetcher, network, port } = await openServer(html('x'));
    network.names.set('mixed.example', [['127.0.0.1', '10.0.0.1']]);
    await expect(fetcher.fetch(`http://mixed.example:${port}/`, page)).rejects.toMatchObject({ name: 'NotFetched' });
  });

  it('connects to the address that was checked when the name leads elsewhere a moment later', async () => {
    const { fetcher, network, port } = await openServer(html('the open one'));
    await serve(html('the hidden one'), '127.0.0.2', port);
    network.names.set('rebinding.example', [['127.0.0.1'], ['127.0.0.2']]);
    const { body } = await fetcher.fetch(`http://rebinding.example:${port}/`, page);
    expect(body.toString()).toBe('the open one');
    expect(network.asked).toEqual(['rebinding.example']);
    await expect(fetcher.fetch(`http://rebinding.example:${port}/`, page)).rejects.toMatchObject({ name: 'NotFetched' });
  });

  it('checks each redirect anew, the same name too', async () => {
    const { fetcher, network, port } = await openServer(redirect('/again'));
    let hidden = 0;
    await serve(() => (hidden += 1), '127.0.0.2', port);
    network.names.set('rebinding.example', [['127.0.0.1'], ['127.0.0.2']]);
    await expect(fetcher.fetch(`http://rebinding.example:${port}/`, page)).rejects.toMatchObject({ name: 'NotFetched' });
    expect(network.asked).toHaveLength(2);
    expect(hidden).toBe(0);
  });

  it.each([301, 302, 303, 307, 308])('follows a redirect of %s', async (status) => {
    const { fetcher, url } = await openServer((request, response) =>
      (request.url === '/end' ? html('end') : redirect('/end', status))(request, response),
    );
    const { body, url: last } = await fetcher.fetch(url, page);
    expect([body.toString(), last]).toEqual(['end', `${url}end`]);
  });

  it('follows three redirects and no more', async () => {
    const steps = (request: IncomingMessage) => Number(request.url?.slice(1));
    const { fetcher, url } = await openServer((request, response) =>
      (steps(request) === 0 ? html('end') : redirect(`/${steps(request) - 1}`))(request, response),
    );
    expect((await fetcher.fetch(`${url}3`, page)).body.toString()).toBe('end');
    await expect(fetcher.fetch(`${url}4`, page)).rejects.toMatchObject({ message: 'too many redirects' });
  });

  it.each(['ftp://example.org/', 'file:///etc/passwd', 'http://user:pass@127.0.0.1/', 'http://169.254.169.254/latest/', 'http://[::1]/'])(
    'follows no redirect to %s',
    async (location) => {
      const { fetcher, url } = await openServer(redirect(location));
      await expect(fetcher.fetch(url, page)).rejects.toMatchObject({ name: 'NotFetched' });
    },
  );

  it('cuts a long page, and refuses where that helps nobody', async () => {
    const { fetcher, url } = await openServer(html('a'.repeat(5_000)));
    expect((await fetcher.fetch(url, page)).body).toHaveLength(1_000);
    await expect(fetcher.fetch(url, whole)).rejects.toMatchObject({ message: 'too large' });
  });

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ] as const)('unpacks %s, and no more of it than is wanted', async (encoding, pack) => {
    let body = pack('<p>packed');
    const { fetcher, url } = await openServer((request, response) => html(body, { 'content-encoding': encoding })(request, response));
    expect((await fetcher.fetch(url, page)).body.toString()).toBe('<p>packed');
    body = pack(Buffer.alloc(50_000_000));
    expect((await fetcher.fetch(url, page)).body).toHaveLength(1_000);
    await expect(fetcher.fetch(url, whole)).rejects.toMatchObject({ message: 'too large' });
  });

  it.each(['gzip, gzip', 'deflate', 'zstd', 'nonsense'])('unpacks no %s', async (encoding) => {
    const { fetcher, url } = await openServer(html(gzipSync('x'), { 'content-encoding': encoding }));
    await expect(fetcher.fetch(url, page)).rejects.toMatchObject({ name: 'NotFetched' });
  });

  it('refuses other types and other answers', async () => {
    const { fetcher, url } = await openServer((request, response) =>
      request.url === '/missing' ? response.writeHead(404).end() : html('x', { 'content-type': 'application/pdf' })(request, response),
    );
    await expect(fetcher.fetch(url, page)).rejects.toMatchObject({ message: 'not wanted: application/pdf' });
    await expect(fetcher.fetch(`${url}missing`, page)).rejects.toMatchObject({ message: 'answered 404' });
  });

  it('refuses what is packed wrongly, breaks off or is no HTTP', async () => {
    const { fetcher, url } = await openServer((request, response) => {
      if (request.url === '/broken') html('no gzip', { 'content-encoding': 'gzip' })(request, response);
      else if (request.url === '/ends') request.socket.destroy();
      else request.socket.end('SSH-2.0-OpenSSH\r\n');
    });
    for (const path of ['broken', 'ends', 'other'])
      await expect(fetcher.fetch(url + path, page)).rejects.toMatchObject({ name: 'NotFetched' });
  });

  it('waits for nothing once the server goes down, and begins nothing', async () => {
    const { fetcher, url } = await openServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).write('<p>');
      fetcher.onModuleDestroy();
    });
    const waiting = fetcher.fetch(url, page);
    await expect(waiting).rejects.toMatchObject({ name: 'NotFetched' });
    await expect(fetcher.fetch(url, page)).rejects.toMatchObject({ name: 'NotFetched' });
  });

  it('ends when its time is over, whatever a server drips', async () => {
    const { fetcher, url } = await openServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      const drip = setInterval(() => response.write(' '), 10);
      response.on('close', () => clearInterval(drip));
    });
    const clock = new AbortController();
    const timeout = jest.spyOn(AbortSignal, 'timeout').mockReturnValueOnce(clock.signal);
    const waiting = fetcher.fetch(url, whole);
    expect(timeout).toHaveBeenCalledWith(5_000);
    clock.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'NotFetched' });
  });
});
