/** What is known to have changed and has not been read since: a few members, or everything. */
export class Doubts {
  private everything: boolean;
  private readonly users = new Set<string>();

  constructor(everything = false) {
    this.everything = everything;
  }

  get isEverything(): boolean {
    return this.everything;
  }

  get userIds(): string[] {
    return [...this.users];
  }

  add(userId: string): void {
    this.users.add(userId);
  }

  addEverything(): void {
    this.everything = true;
  }

  addAll(other: Doubts): void {
    this.everything ||= other.everything;
    for (const userId of other.users) this.users.add(userId);
  }

  concern(userId: string): boolean {
    return this.everything || this.users.has(userId);
  }

  isEmpty(): boolean {
    return !this.everything && this.users.size === 0;
  }
}
