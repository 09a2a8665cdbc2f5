/** A file of the build: `revision` is null where its name changes with what is in it. */
export interface ShellFile {
  url: string;
  revision: string | null;
}

export interface ShellPorts {
  caches: CacheStorage;
  fetch: typeof fetch;
  origin: string;
}

const PREFIX = 'hearth-shell-';
const INDEX = '/index.html';
/** What the server answers anew each time. */
const SERVED = /^\/(?:api|socket\.io|health|metrics)(?:\/|$)/;
/** Tabs that were open before an update go on asking for files of the version before. */
const VERSIONS = 2;

/** The files of the app, kept in the browser: all of one version, or none. What the API answers is none of its business. */
export class Shell {
  readonly #name: string;
  readonly #paths: ReadonlySet<string>;

  constructor(
    private readonly files: readonly ShellFile[],
    private readonly ports: ShellPorts,
  ) {
    this.#name = PREFIX + digest(files);
    this.#paths = new Set(files.map(({ url }) => pathOf(url)));
  }

  /** Fails as a whole, then the browser tries again later: until then the version before goes on. */
  async install(): Promise<void> {
    const cache = await this.ports.caches.open(this.#name);
    try {
      await Promise.all(this.files.map((file) => this.#add(cache, file)));
    } catch (error) {
      await this.ports.caches.delete(this.#name);
      throw error;
    }
  }

  async activate(): Promise<void> {
    const own = (await this.ports.caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== this.#name);
    // In the order in which they were made.
    await Promise.all(own.slice(0, Math.max(0, own.length - VERSIONS + 1)).map((name) => this.ports.caches.delete(name)));
  }

  /** Null for what the network answers. */
  answer({ method, mode, url }: Pick<Request, 'method' | 'mode' | 'url'>): Promise<Response> | null {
    const { origin, pathname } = new URL(url);
    if (method !== 'GET' || origin !== this.ports.origin || SERVED.test(pathname)) return null;
    if (this.#paths.has(pathname)) return this.#read(pathname, url);
    if (pathname.startsWith('/assets/')) return this.#read(pathname, url);
    return mode === 'navigate' ? this.#read(INDEX, url) : null;
  }

  async #add(cache: Cache, { url, revision }: ShellFile): Promise<void> {
    const path = pathOf(url);
    const known = revision === null ? await this.ports.caches.match(path, { ignoreVary: true }) : undefined;
    // A file under a lasting name may lie in the browser's own cache as it was yesterday.
    const answer = known ?? (await this.ports.fetch(path, { cache: revision === null ? 'default' : 'reload', credentials: 'same-origin' }));
    // Where there is no such file any more, a newer version is about to be installed instead.
    if (!answer.ok || answer.redirected) throw new Error(`${path} cannot be had`);
    await cache.put(path, answer);
  }

  async #read(path: string, url: string): Promise<Response> {
    const cache = await this.ports.caches.open(this.#name);
    const options = { ignoreVary: true, ignoreSearch: true };
    return (await cache.match(path, options)) ?? (await this.ports.caches.match(path, options)) ?? this.ports.fetch(url);
  }
}

const pathOf = (url: string): string => `/${url.replace(/^\//, '')}`;

/** Tells versions apart; nothing depends on its being hard to guess. FNV-1a. */
function digest(files: readonly ShellFile[]): string {
  let hash = 0x811c9dc5;
  for (const code of files.map(({ url, revision }) => `${url} ${revision}`).join()) {
    hash = Math.imul(hash ^ (code.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash.toString(36);
}
