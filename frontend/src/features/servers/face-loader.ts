interface Wish<Face> {
  promise: Promise<Face | null>;
  resolve: (face: Face | null) => void;
  reject: (error: unknown) => void;
}

type Load<Face> = (serverId: string, userIds: string[]) => Promise<ReadonlyMap<string, Face>>;

/** Gathers what rows ask for one by one into few requests. */
export class FaceLoader<Face> {
  readonly #wishes = new Map<string, Map<string, Wish<Face>>>();

  constructor(
    private readonly most: number,
    private readonly load: Load<Face>,
  ) {}

  /** Null for somebody who is not in the server. */
  get(serverId: string, userId: string): Promise<Face | null> {
    let wishes = this.#wishes.get(serverId);
    if (!wishes) {
      wishes = new Map();
      this.#wishes.set(serverId, wishes);
      queueMicrotask(() => this.#send(serverId));
    }
    const known = wishes.get(userId);
    if (known) return known.promise;
    const wish: Wish<Face> = Promise.withResolvers<Face | null>();
    wishes.set(userId, wish);
    return wish.promise;
  }

  #send(serverId: string): void {
    const wishes = [...(this.#wishes.get(serverId) ?? [])];
    this.#wishes.delete(serverId);
    for (let from = 0; from < wishes.length; from += this.most) void this.#answer(serverId, wishes.slice(from, from + this.most));
  }

  async #answer(serverId: string, wishes: [string, Wish<Face>][]): Promise<void> {
    try {
      const found = await this.load(
        serverId,
        wishes.map(([userId]) => userId),
      );
      for (const [userId, { resolve }] of wishes) resolve(found.get(userId) ?? null);
    } catch (error) {
      for (const [, { reject }] of wishes) reject(error);
    }
  }
}
