import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page of the web with a title, which answers once `open` was called. It keeps nothing from ending. */
export async function openSite(title: string): Promise<{ url: string; open: () => void }> {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  const server = createServer((_request, response) => {
    void opened.then(() => response.writeHead(200, { 'content-type': 'text/html' }).end(`<title>${title}</title>`));
  });
  server.listen(0, '127.0.0.1').unref();
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, open };
}
