import type { MemberRow, Presence, UserSummary } from '@hearth/contract';
import type { MemberReader } from './member-reader.js';
import { OrderedMembers, type MemberView } from './ordered-members.js';
import { isSameRow } from './same-row.js';

interface News {
  userId: string;
  /** The same row when it says nothing new. */
  change: (row: MemberRow) => MemberRow;
}

/** The members of one server in the memory of this node, as they were read and as news changed them since. */
export class ServerMembers {
  private members = new OrderedMembers([], []);
  /** What came while members were being read: the read may be older. */
  private readonly recordings = new Set<News[]>();

  constructor(
    private readonly serverId: string,
    private readonly reader: MemberReader,
  ) {}

  async readAll(): Promise<void> {
    await this.recording(async () => {
      const { hoisted, rows } = await this.reader.all(this.serverId);
      this.members = new OrderedMembers(
        hoisted,
        rows.map((row) => this.known(row)),
      );
    });
  }

  async read(userIds: string[]): Promise<void> {
    await this.recording(async () => {
      const rows = await this.reader.some(this.serverId, userIds);
      const found = new Map(rows.map((row) => [row.member.user.id, this.known(row)]));
      for (const userId of userIds) {
        const row = found.get(userId);
        if (row) this.members.put(row);
        else this.members.remove(userId);
      }
    });
  }

  get(userId: string): MemberRow | undefined {
    return this.members.get(userId);
  }

  view(shows?: (row: MemberRow) => boolean): MemberView {
    return this.members.view(shows);
  }

  /** False when it changes nothing. */
  show({ userId, status, text, textExpiresAt }: Presence): boolean {
    return this.hear({
      userId,
      change: (row) => {
        const isSame = row.status === status && row.text === text && row.textExpiresAt === textExpiresAt;
        return isSame ? row : { ...row, status, text, textExpiresAt };
      },
    });
  }

  /** As `show`. */
  rename(user: UserSummary): boolean {
    return this.hear({ userId: user.id, change: (row) => ({ ...row, member: { ...row.member, user } }) });
  }

  /** What says nothing new stays the same object: nobody is told of it. */
  private known(row: MemberRow): MemberRow {
    const held = this.members.get(row.member.user.id);
    return held && isSameRow(held, row) ? held : row;
  }

  private hear(news: News): boolean {
    for (const recording of this.recordings) recording.push(news);
    return this.apply(news);
  }

  private apply({ userId, change }: News): boolean {
    const row = this.members.get(userId);
    const next = row && change(row);
    if (!next || next === row) return false;
    this.members.put(next);
    return true;
  }

  private async recording(read: () => Promise<void>): Promise<void> {
    const recording: News[] = [];
    this.recordings.add(recording);
    try {
      await read();
    } finally {
      this.recordings.delete(recording);
    }
    for (const news of recording) this.apply(news);
  }
}
