export interface PicturesPorts {
  caches: CacheStorage;
  fetch: (request: Request) => Promise<Response>;
  origin: string;
}

/** Of people and servers, emoji and stickers; what an id names never changes. */
const PICTURE = /^\/api\/v1\/files\/\d+\/(?:picture|still|icon|motion)$/;
/** About 10 MB at most as a rule. The longest kept go first. */
const MOST = 600;
/** How many go at once, so that not every new picture looks through all of them. */
const BATCH = 60;

/** Pictures that were seen, kept for when there is no network. Signing out takes them away: see the feature `offline`. */
export class Pictures {
  #added = 0;

  constructor(
    private readonly name: string,
    private readonly ports: PicturesPorts,
  ) {}

  /** Null for what is no picture. */
  answer(request: Request): Promise<Response> | null {
    const { origin, pathname } = new URL(request.url);
    return request.method === 'GET' && origin === this.ports.origin && PICTURE.test(pathname) ? this.#read(request, pathname) : null;
  }

  async #read(request: Request, pathname: string): Promise<Response> {
    const cache = await this.ports.caches.open(this.name).catch(() => null);
    const kept = await cache?.match(pathname, { ignoreVary: true });
    if (kept) return kept;
    const answer = await this.ports.fetch(request);
    if (cache && answer.status === 200) void this.#keep(cache, pathname, answer.clone());
    return answer;
  }

  /** Storage can be full: then it is not kept. */
  async #keep(cache: Cache, pathname: string, answer: Response): Promise<void> {
    try {
      await cache.put(pathname, answer);
      this.#added += 1;
      if (this.#added % BATCH === 1) await this.#trim(cache);
    } catch {
      // As above.
    }
  }

  async #trim(cache: Cache): Promise<void> {
    const keys = await cache.keys();
    await Promise.all(keys.slice(0, Math.max(0, keys.length - MOST)).map((key) => cache.delete(key)));
  }
}
