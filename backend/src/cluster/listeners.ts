/** News inside one process, told in the order in which listeners were added. */
export class Listeners<T> {
  private readonly all: ((news: T) => void | Promise<void>)[] = [];

  add(listener: (news: T) => void | Promise<void>): void {
    this.all.push(listener);
  }

  /** Resolves when the last listener is done. What one throws keeps the others from hearing nothing, and is thrown on. */
  async tell(news: T): Promise<void> {
    await Promise.all(this.all.map(async (listener) => listener(news)));
  }
}
