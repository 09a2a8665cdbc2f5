import { isDeepStrictEqual } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';
import { unpackRows, type MemberRow, type MemberWindow } from '@hearth/contract';
import type { TestSocket } from './test-socket.js';

const PATIENCE = 20_000;

/** What a client shows of a member list: what it was answered, and what it was told since. */
export class MemberListScreen {
  private held: MemberWindow = { version: 0, total: 0, groups: [], blocks: [] };
  private taken = 0;

  private constructor(
    private readonly socket: TestSocket,
    readonly place: { serverId: string; channelId: string },
    private readonly blocks: number[],
  ) {}

  /** @throws the code of the refusal */
  static async open(socket: TestSocket, place: { serverId: string; channelId: string }, blocks: number[] = [0]): Promise<MemberListScreen> {
    const screen = new MemberListScreen(socket, place, blocks);
    screen.taken = socket.all('member:list').length;
    screen.held = await screen.fetch(socket);
    return screen;
  }

  /** The list that somebody gets who opens it now. */
  async fetch(socket: TestSocket): Promise<MemberWindow> {
    const answer = await socket.emit('server:subscribe', { ...this.place, blocks: this.blocks });
    if (!answer.ok) throw new Error(answer.error.code);
    if (!answer.data) throw new Error('nothing to watch');
    return answer.data;
  }

  get window(): MemberWindow {
    this.take();
    return this.held;
  }

  get rows(): MemberRow[] {
    return this.window.blocks.flatMap(({ rows }) => rows);
  }

  /** Names and groups as one reads them from top to bottom. */
  get lines(): string[] {
    const { rows } = this;
    const lines: string[] = [];
    let start = 0;
    for (const { id, count } of this.window.groups) {
      lines.push(`${id} ${count}`, ...rows.slice(start, start + count).map(({ member }) => member.nickname ?? member.user.displayName));
      start += count;
    }
    return lines;
  }

  async until(holds: (screen: this) => boolean, what: string): Promise<void> {
    for (const deadline = Date.now() + PATIENCE; !holds(this); await sleep(10))
      if (Date.now() > deadline) throw new Error(`never: ${what}; it shows ${JSON.stringify(this.lines)}`);
  }

  /** What was told adds up to what somebody gets who asks now: `other` is another device that may see the list. */
  async untilEquals(other: TestSocket): Promise<void> {
    for (const deadline = Date.now() + PATIENCE; ; await sleep(50)) {
      const { blocks, groups, total } = await this.fetch(other);
      if (isDeepStrictEqual({ blocks, groups, total }, pick(this.window))) return;
      if (Date.now() > deadline) throw new Error(`the list on screen is not the list: it shows ${JSON.stringify(this.lines)}`);
    }
  }

  private take(): void {
    const events = this.socket.all('member:list');
    for (const { channelId, version, total, groups, blocks } of events.slice(this.taken)) {
      // What was told before the answer is in the answer.
      if (channelId !== this.place.channelId || version <= this.held.version) continue;
      const changed = new Map(blocks.map(({ index, rows }) => [index, rows]));
      const apply = (index: number, rows: MemberRow[]) => unpackRows(rows, changed.get(index) ?? rows);
      this.held = { version, total, groups, blocks: this.held.blocks.map(({ index, rows }) => ({ index, rows: apply(index, rows) })) };
    }
    this.taken = events.length;
  }
}

const pick = ({ blocks, groups, total }: MemberWindow) => ({ blocks, groups, total });
