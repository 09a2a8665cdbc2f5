/** @jest-environment node */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Shell, type ShellFile } from './shell';

const ORIGIN = 'https://hearth.test';

class FakeCaches {
  readonly all = new Map<string, Map<string, string>>();
  keys = async () => [...this.all.keys()];
  delete = async (name: string) => this.all.delete(name);
  match = async (path: string) => this.#answer([...this.all.values()].map((files) => files.get(path)).find((body) => body !== undefined));

  open = async (name: string) => {
    const files = this.all.get(name) ?? new Map<string, string>();
    this.all.set(name, files);
    return {
      match: async (path: string) => this.#answer(files.get(path)),
      put: async (path: string, answer: Response) => void files.set(path, await answer.text()),
    };
  };

  #answer = (body: string | undefined) => (body === undefined ? undefined : new Response(body));
}

let caches: FakeCaches;
let server: Map<string, string>;
let asked: string[];

const shellOf = (files: ShellFile[]): Shell =>
  new Shell(files, {
    caches: caches as unknown as CacheStorage,
    fetch: async (input) => {
      const { pathname } = new URL(input as string, ORIGIN);
      asked.push(pathname);
      const body = server.get(pathname);
      return new Response(body ?? 'not there', { status: body === undefined ? 404 : 200 });
    },
    origin: ORIGIN,
  });

const first: ShellFile[] = [
  { url: 'index.html', revision: 'a' },
  { url: 'assets/app-1.js', revision: null },
  { url: 'assets/same.js', revision: null },
];
const second: ShellFile[] = [
  { url: 'index.html', revision: 'b' },
  { url: 'assets/app-2.js', revision: null },
  { url: 'assets/same.js', revision: null },
];
const third: ShellFile[] = [{ url: 'index.html', revision: 'c' }];

async function install(files: ShellFile[]): Promise<Shell> {
  const shell = shellOf(files);
  await shell.install();
  await shell.activate();
  asked = [];
  return shell;
}

const get = (shell: Shell, path: string, mode: RequestMode = 'cors', method = 'GET') =>
  shell.answer({ method, mode, url: new URL(path, ORIGIN).href });
const read = async (...request: Parameters<typeof get>) => (await get(...request))?.text();

beforeEach(() => {
  caches = new FakeCaches();
  server = new Map([
    ['/index.html', 'page'],
    ['/assets/app-1.js', 'one'],
    ['/assets/app-2.js', 'two'],
    ['/assets/same.js', 'same'],
  ]);
  asked = [];
});

describe('the files of the app', () => {
  it('are answered without network, and every address is the one page', async () => {
    const shell = await install(first);
    server.clear();
    expect(await read(shell, '/assets/app-1.js')).toBe('one');
    expect(await read(shell, '/servers/1/channels/2?x=1', 'navigate')).toBe('page');
    expect(asked).toEqual([]);
  });

  it.each([
    ['the API', '/api/v1/instance', 'cors', 'GET'],
    ['the documentation of the API', '/api/docs', 'navigate', 'GET'],
    ['the socket', '/socket.io/?EIO=4', 'cors', 'GET'],
    ['operations', '/metrics', 'navigate', 'GET'],
    ['what changes something', '/', 'navigate', 'POST'],
    ['elsewhere', 'https://elsewhere.test/index.html', 'cors', 'GET'],
    ['what is no file of the app', '/unknown.png', 'no-cors', 'GET'],
  ] as const)('are not %s', async (_, path, mode, method) => {
    expect(get(await install(first), path, mode, method)).toBeNull();
  });

  it('are all of one version or none', async () => {
    server.delete('/assets/app-1.js');
    await expect(shellOf(first).install()).rejects.toThrow('/assets/app-1.js');
    expect(await caches.keys()).toEqual([]);
  });
});

describe('a newer version', () => {
  it('fetches only what is new', async () => {
    await install(first);
    server.set('/index.html', 'new page');
    const shell = shellOf(second);
    await shell.install();
    expect(asked.sort()).toEqual(['/assets/app-2.js', '/index.html']);
    expect(await read(shell, '/', 'navigate')).toBe('new page');
  });

  it('leaves the page of the one before alone until it takes over', async () => {
    const before = await install(first);
    server.set('/index.html', 'new page');
    await shellOf(second).install();
    expect(await read(before, '/', 'navigate')).toBe('page');
  });

  it('still has the files of the one before, for tabs that are open, and not those of earlier ones', async () => {
    await install(first);
    const now = await install(second);
    server.delete('/assets/app-1.js');
    expect(await read(now, '/assets/app-1.js')).toBe('one');
    const later = await install(third);
    expect(await read(later, '/assets/app-1.js')).toBe('not there');
    expect(await read(later, '/assets/app-2.js')).toBe('two');
  });
});
