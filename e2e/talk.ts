import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Resident } from './place';
import { messagesOf, type Told } from './told';

/** Somebody acts; the answer may be a message that is new. */
type Act = (who: Resident, channelId: string) => Promise<Told | undefined>;

const EMOJI = ['👍', '🔥', '🎉', '🍞', '❤️'];
/** What somebody may run into who does not see what the others just did. */
const REFUSALS = /"code":"(CONFLICT|NOT_FOUND|MISSING_PERMISSION)"/;
const AT_ONCE = 4;
const RETRY_AFTER = 200;

/** Asks again while there is no server: twice is as good as once. */
async function untilAnswered<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      // Only the network itself fails like this.
      if (!(error instanceof TypeError)) throw error;
      await sleep(RETRY_AFTER);
    }
  }
}

/** People who talk and do all that can be done with messages, each time the same for the same numbers. */
export class Talk {
  #said: Told[] = [];
  #count = 0;

  constructor(
    /** By channel, who is there. */
    private readonly spots: ReadonlyMap<string, { people: readonly Resident[] }>,
    private readonly random: () => number,
  ) {}

  /** How much has been done. */
  get count(): number {
    return this.#count;
  }

  /** Takes in what has been said, by whomever. @param reader somebody who sees it all */
  async look(reader: Resident, channelIds: readonly string[]): Promise<void> {
    const all = await Promise.all(channelIds.map((channelId) => untilAnswered(() => messagesOf(reader, channelId))));
    this.#said = all.flat();
  }

  /** Ids of the last of somebody's messages in a channel. */
  lastOf({ id }: Resident, channelId: string, count: number): string[] {
    return this.#said
      .filter((one) => one.channelId === channelId && one.author.id === id && one.deletedAt === null)
      .slice(-count)
      .map((one) => one.id);
  }

  /** Some at a time, of people and in places that chance picks. Resolves when all of it is done. */
  async goOn(turns: number, channelIds: readonly string[]): Promise<void> {
    for (let turn = 0; turn < turns; turn += AT_ONCE) {
      const made = await Promise.all(Array.from({ length: Math.min(AT_ONCE, turns - turn) }, () => this.#act(channelIds)));
      // In the order in which they were chosen: what is chosen next depends on it.
      this.#said.push(...made.filter((message) => message !== undefined));
    }
  }

  async #act(channelIds: readonly string[]): Promise<Told | undefined> {
    this.#count += 1;
    const total = this.#acts.reduce((sum, [weight]) => sum + weight, 0);
    let left = this.random() * total;
    const [, act] = this.#acts.find(([weight]) => (left -= weight) < 0) ?? this.#acts[0];
    const channelId = this.#one(channelIds);
    return act(this.#someone(channelId), channelId);
  }

  /** How often each is done, of their sum. */
  readonly #acts: readonly [readonly [number, Act], ...(readonly [number, Act])[]] = [
    [12, (who, channelId) => this.#send(who, channelId, { content: this.#text('says') })],
    [6, (who, channelId) => this.#send(who, channelId, { content: this.#text('answers'), replyToId: this.#some({ channelId }) })],
    [3, (who, channelId) => this.#send(who, channelId, { content: `${this.#text('asks')} <@${this.#someone(channelId).id}>` })],
    [2, (who, channelId) => this.#send(who, channelId, { poll: this.#poll() })],
    [
      7,
      (who, channelId) =>
        this.#change(who, 'PATCH', `/messages/${this.#some({ channelId, author: who })}`, { content: this.#text('mends') }),
    ],
    [3, (who, channelId) => this.#change(who, 'DELETE', `/messages/${this.#some({ channelId, author: who })}`)],
    [8, (who, channelId) => this.#change(who, 'PUT', `/messages/${this.#some({ channelId })}/reactions/${this.#emoji()}`)],
    [4, (who, channelId) => this.#change(who, 'DELETE', `/messages/${this.#some({ channelId })}/reactions/${this.#emoji()}`)],
    [6, (who, channelId) => this.#change(who, 'PUT', `/messages/${this.#some({ channelId, type: 'POLL' })}/poll/votes`, this.#vote())],
    [1, (who, channelId) => this.#change(who, 'POST', `/messages/${this.#some({ channelId, author: who, type: 'POLL' })}/poll/end`)],
    [2, (who, channelId) => this.#change(who, 'PUT', `/messages/${this.#some({ channelId })}/pin`)],
    [1, (who, channelId) => this.#change(who, 'DELETE', `/messages/${this.#some({ channelId })}/pin`)],
    [3, (who, channelId) => this.#change(who, 'PUT', `/messages/${this.#some({ channelId })}/star`)],
    [1, (who, channelId) => this.#change(who, 'DELETE', `/messages/${this.#some({ channelId })}/star`)],
    [3, (who, channelId) => this.#change(who, 'PUT', `/messages/${this.#some({ channelId })}/hidden`)],
    [2, (who, channelId) => this.#change(who, 'DELETE', `/messages/${this.#some({ channelId })}/hidden`)],
    [3, (who, channelId) => this.#forward(who, channelId)],
    [2, (who, channelId) => this.#change(who, 'PUT', `/channels/${channelId}/read`, { seq: this.#seq(channelId) })],
    [1, (who, channelId) => this.#change(who, 'PUT', `/channels/${channelId}/read`, { seq: this.#seq(channelId), unread: true })],
  ];

  #send(who: Resident, channelId: string, body: object): Promise<Told | undefined> {
    return this.#ask<Told>(who, 'POST', `/channels/${channelId}/messages`, { ...body, nonce: randomUUID() });
  }

  async #forward(who: Resident, channelId: string): Promise<undefined> {
    const from = this.#some({});
    await this.#ask(who, 'POST', `/messages/${from}/forward`, { channelIds: [channelId], nonce: randomUUID() });
  }

  async #change(who: Resident, method: string, path: string, body?: object): Promise<undefined> {
    await this.#ask(who, method, path, body);
  }

  async #ask<T>(who: Resident, method: string, path: string, body?: object): Promise<T | undefined> {
    try {
      return await untilAnswered(() => who.call<T>(method, path, body));
    } catch (error) {
      if (error instanceof Error && REFUSALS.test(error.message)) return undefined;
      throw error;
    }
  }

  #someone = (channelId: string): Resident => this.#one(this.spots.get(channelId)?.people ?? []);

  #one<T>(items: readonly T[]): T {
    return items[Math.floor(this.random() * items.length)] as T;
  }

  /** Of a message of such a kind, or else of one that is not there. */
  #some({ channelId, author, type }: { channelId?: string; author?: Resident; type?: string }): string {
    const fitting = this.#said.filter(
      (one) => (!channelId || one.channelId === channelId) && (!author || one.author.id === author.id) && (!type || one.type === type),
    );
    return fitting.length === 0 ? '1' : this.#one(fitting).id;
  }

  #seq(channelId: string): number {
    const last = this.#said.findLast((one) => one.channelId === channelId)?.seq ?? 1;
    return 1 + Math.floor(this.random() * last);
  }

  #text = (what: string): string => `${what} ${this.#count}`;
  #emoji = (): string => encodeURIComponent(this.#one(EMOJI));

  #poll() {
    const answers = ['At the harbour', 'At home', 'Nowhere'].map((text) => ({ text }));
    return { question: `${this.#text('Where')}?`, answers, multiple: this.random() < 0.5 };
  }

  #vote() {
    return { answers: this.random() < 0.7 ? [1 + Math.floor(this.random() * 3)] : [] };
  }
}
