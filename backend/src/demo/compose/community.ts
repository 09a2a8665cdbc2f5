import { DEFAULT_EVERYONE_PERMISSIONS, permissionsOf } from '@hearth/contract';
import type { CategoryOutline, Person, ServerOutline } from '../script/outline.js';
import { Storyteller, type Conversation, type Joined, type Said } from './conversation.js';
import { idMaker } from './ids.js';
import { DAYS_BEFORE_STORY, daysAgo, joiningTimes, openAccounts, type Account } from './membership.js';
import { readingPositions, type Position } from './positions.js';
import { Random } from './random.js';
import { DAYS } from './schedule.js';

/** Rows for every table, each with its id. */
export interface Community {
  users: (Account & { isAdmin: boolean; lastSeenAt: Date })[];
  servers: { id: bigint; name: string; ownerId: bigint; memberCount: number; createdAt: Date }[];
  members: { serverId: bigint; userId: bigint; joinedAt: Date }[];
  roles: { id: bigint; serverId: bigint; name: string; color: number | null; hoist: boolean; position: number; permissions: bigint }[];
  memberRoles: { serverId: bigint; userId: bigint; roleId: bigint }[];
  channels: ChannelRow[];
  messages: (Omit<Said, 'author'> & { id: bigint; channelId: bigint; authorId: bigint })[];
  readStates: (Position & { userId: bigint; channelId: bigint })[];
}

interface ChannelRow {
  id: bigint;
  serverId: bigint;
  type: 'CATEGORY' | 'TEXT';
  name: string;
  topic: string | null;
  parentId: bigint | null;
  position: number;
  lastSeq: number;
  version: number;
  createdAt: Date;
}

export interface Plot {
  people: readonly Person[];
  servers: readonly ServerOutline[];
  /** User names of those whose passwords are shown, the admin first. */
  logins: readonly string[];
}

const SEED = 20_261_121;
const MINUTE = 60_000;

/** The demo community as it is now: six weeks that end a few minutes ago. The same for the same time. */
export const composeCommunity = (plot: Plot, now: Date): Community => new Composer(plot, now).compose();

class Composer {
  private readonly random = new Random(SEED);
  private readonly storyteller: Storyteller;
  private readonly makeId = idMaker(1);
  private readonly userIds = new Map<string, bigint>();
  private readonly told: { channelId: bigint; conversation: Conversation }[] = [];
  private readonly rows: Community = {
    users: [],
    servers: [],
    members: [],
    roles: [],
    memberRoles: [],
    channels: [],
    messages: [],
    readStates: [],
  };
  /** Everything that servers are made of is made one minute after the other. */
  private clock: number;

  constructor(
    private readonly plot: Plot,
    private readonly now: Date,
  ) {
    this.storyteller = new Storyteller(now, new Map(plot.people.map(({ username, calledName }) => [username, calledName])), this.random);
    this.clock = daysAgo(now, DAYS + DAYS_BEFORE_STORY).getTime();
  }

  compose(): Community {
    const joined = this.plot.servers.map((server) => joiningTimes(server, this.now));
    const accounts = openAccounts(this.plot.people, joined);
    for (const { username, id } of accounts) this.userIds.set(username, id);
    this.plot.servers.forEach((server, index) => this.addServer(server, joined[index] ?? new Map()));
    this.addMessages();
    this.addUsers(accounts);
    return this.rows;
  }

  private addServer(outline: ServerOutline, joined: Joined): void {
    const { id, createdAt } = this.make();
    this.rows.servers.push({ id, name: outline.name, ownerId: this.userId(outline.owner), memberCount: joined.size, createdAt });
    for (const [username, joinedAt] of joined) this.rows.members.push({ serverId: id, userId: this.userId(username), joinedAt });
    this.addRoles(id, outline);
    outline.categories.forEach((category, position) => this.addCategory(id, category, position, joined));
  }

  private addRoles(serverId: bigint, { roles }: ServerOutline): void {
    const everyone = { id: serverId, name: '@everyone', color: null, hoist: false, position: 0, permissions: DEFAULT_EVERYONE_PERMISSIONS };
    this.rows.roles.push({ ...everyone, serverId });
    roles.forEach(({ name, color, permissions, members }, index) => {
      const { id } = this.make();
      const position = roles.length - index;
      this.rows.roles.push({ id, serverId, name, color, hoist: true, position, permissions: permissionsOf(...permissions) });
      for (const username of members) this.rows.memberRoles.push({ serverId, userId: this.userId(username), roleId: id });
    });
  }

  private addCategory(serverId: bigint, { name, channels }: CategoryOutline, position: number, joined: Joined): void {
    const parentId = this.addChannel({ serverId, type: 'CATEGORY', name, position });
    channels.forEach(({ name: channelName, topic, script }, place) => {
      const conversation = this.storyteller.tell(script, joined);
      const { lastSeq, version } = conversation;
      const channelId = this.addChannel({ serverId, type: 'TEXT', name: channelName, topic, parentId, position: place, lastSeq, version });
      this.addReadStates(channelId, conversation, joined);
      this.told.push({ channelId, conversation });
    });
  }

  private addChannel(channel: Pick<ChannelRow, 'serverId' | 'type' | 'name' | 'position'> & Partial<ChannelRow>): bigint {
    const made = this.make();
    this.rows.channels.push({ topic: null, parentId: null, lastSeq: 0, version: 0, ...channel, ...made });
    return made.id;
  }

  private addReadStates(channelId: bigint, conversation: Conversation, joined: Joined): void {
    const positions = readingPositions(conversation, joined, this.plot.logins, this.told.length, this.random);
    for (const [username, position] of positions) this.rows.readStates.push({ userId: this.userId(username), channelId, ...position });
  }

  private addMessages(): void {
    const all = this.told.flatMap(({ channelId, conversation }) => conversation.messages.map((message) => ({ channelId, message })));
    all.sort((one, other) => one.message.createdAt.getTime() - other.message.createdAt.getTime());
    const makeId = idMaker(2);
    for (const { channelId, message } of all) {
      const { author, ...rest } = message;
      this.rows.messages.push({ ...rest, id: makeId(message.createdAt), channelId, authorId: this.userId(author) });
    }
  }

  /** After their messages: whoever wrote was there. */
  private addUsers(accounts: readonly Account[]): void {
    const lastWrote = new Map(this.rows.messages.map(({ authorId, createdAt }) => [authorId, createdAt]));
    for (const account of accounts) {
      const lastSeenAt = new Date((lastWrote.get(account.id) ?? account.createdAt).getTime() + MINUTE);
      this.rows.users.push({ ...account, isAdmin: account.username === this.plot.logins[0], lastSeenAt });
    }
  }

  private make(): { id: bigint; createdAt: Date } {
    this.clock += MINUTE;
    const createdAt = new Date(this.clock);
    return { id: this.makeId(createdAt), createdAt };
  }

  private userId(username: string): bigint {
    const id = this.userIds.get(username);
    if (id === undefined) throw new Error(`nobody is called ${username}`);
    return id;
  }
}
