import type { Member, MemberWindow, MemberWindowChange, Presence, UserSummary } from '@hearth/contract';
import type { Sight } from '../permissions/permissions.service.js';
import { Doubts } from './doubts.js';
import type { MemberView } from './ordered-members.js';
import type { ServerMembers } from './server-members.js';
import { windowChange, windowOf } from './windows.js';

/** Changes of so long, in milliseconds, travel together. */
const GATHER = 250;
/** A list that takes long to tell is told less often: this share of the time at most goes into it. */
const MOST = 0.1;

/** A device with a part of the list on its screen. */
export interface Watcher {
  socketId: string;
  userId: string;
  channelId: string;
  /** The channel whose rules say who is in the list: of a thread, the one that it belongs to. */
  rulesOf: string;
  blocks: readonly number[];
}

export interface ServerListPorts {
  members: ServerMembers;
  sight: (channelId: string) => Promise<Sight | null>;
  tell: (socketIds: string[], change: Omit<MemberWindowChange, 'serverId' | 'version'>) => void;
  report: (fault: unknown) => void;
}

/** Who is in a list. */
interface Onlookers {
  isOpen: boolean;
  include: (member: Member) => boolean;
}

type Held = Watcher & {
  /** What the device was told last. */
  view: MemberView;
};

/**
 * The member list of one server for the devices of this node that have it on their screens. What changed is read and told after a moment,
 * together with what changed meanwhile; whoever may have lost sight of it is told nothing before that was read.
 */
export class ServerList {
  private readonly watchers = new Map<string, Held>();
  private readonly sights = new Map<string, Onlookers | null>();
  private readonly views = new Map<string, MemberView>();
  private doubts = new Doubts(true);
  /** What is being read at this moment. */
  private reading = new Doubts();
  private catchingUp: Promise<void> | null = null;
  private waiting = 0;
  private timer: NodeJS.Timeout | null = null;
  private pause = GATHER;

  constructor(private readonly ports: ServerListPorts) {}

  /** Nobody looks at it, or is about to. */
  get isIdle(): boolean {
    return this.watchers.size === 0 && this.waiting === 0;
  }

  /**
   * The part of the list that a device is told about from now on; null when its user may not see it, or it is not wanted any more.
   *
   * @param isWanted asked when everything is read
   */
  async watch(watcher: Watcher, isWanted: () => boolean): Promise<Omit<MemberWindow, 'version'> | null> {
    this.waiting += 1;
    try {
      while (this.isBehind(watcher)) await this.catchUp(watcher.rulesOf);
    } finally {
      this.waiting -= 1;
    }
    if (!isWanted() || !this.isAllowed(watcher)) return null;
    const view = this.viewOf(watcher.rulesOf);
    this.watchers.set(watcher.socketId, { ...watcher, view });
    return windowOf(view, watcher.blocks);
  }

  leave(socketId: string): void {
    this.watchers.delete(socketId);
  }

  show(presence: Presence): void {
    if (this.ports.members.show(presence)) this.changed();
  }

  rename(user: UserSummary): void {
    if (this.ports.members.rename(user)) this.changed();
  }

  /** Somebody came, left, or became another member. */
  doubt(userId: string): void {
    this.doubts.add(userId);
    this.schedule();
  }

  /** Roles, channels or any number of members changed. */
  doubtEverything(): void {
    this.doubts.addEverything();
    this.schedule();
  }

  close(): void {
    this.watchers.clear();
    if (this.timer) clearTimeout(this.timer);
  }

  private changed(): void {
    this.views.clear();
    this.schedule();
  }

  /** A list that nobody looks at only remembers what is to be read. */
  private schedule(): void {
    if (this.timer || this.watchers.size === 0) return;
    this.timer = setTimeout(() => void this.pass(), this.pause);
  }

  private async pass(): Promise<void> {
    const began = performance.now();
    try {
      if (!this.doubts.isEmpty() && this.watchers.size > 0) await this.catchUp();
      this.tell();
    } catch (fault) {
      this.ports.report(fault);
    }
    this.pause = Math.max(GATHER, (performance.now() - began) / MOST);
    this.timer = null;
    if (!this.doubts.isEmpty()) this.schedule();
  }

  /** @param channelId whose rules are needed too */
  private async catchUp(channelId?: string): Promise<void> {
    if (this.catchingUp) return this.catchingUp;
    const run = this.readDoubts(channelId);
    this.catchingUp = run.finally(() => (this.catchingUp = null));
    return this.catchingUp;
  }

  private async readDoubts(channelId: string | undefined): Promise<void> {
    this.reading = this.doubts;
    this.doubts = new Doubts();
    try {
      if (this.reading.isEverything) await this.ports.members.readAll();
      else if (!this.reading.isEmpty()) await this.ports.members.read(this.reading.userIds);
      await this.readSights(channelId);
    } catch (fault) {
      this.doubts.addAll(this.reading);
      throw fault;
    } finally {
      this.reading = new Doubts();
    }
    this.views.clear();
    for (const watcher of this.watchers.values())
      if (!this.isDoubtful(watcher.userId) && !this.isAllowed(watcher)) this.leave(watcher.socketId);
  }

  /** The rules come with one read for all channels of a server. */
  private async readSights(channelId: string | undefined): Promise<void> {
    const used = new Set([...this.watchers.values()].map(({ rulesOf }) => rulesOf));
    if (channelId !== undefined) used.add(channelId);
    const needed = this.reading.isEverything ? [...used] : [...used].filter((id) => !this.sights.has(id));
    const sights = await Promise.all(needed.map(async (id) => [id, await this.ports.sight(id)] as const));
    if (this.reading.isEverything) this.sights.clear();
    for (const [id, sight] of sights) this.sights.set(id, sight && onlookersOf(sight));
  }

  /** While nobody looks nothing is read: whoever comes then must not be shown what was. */
  private isBehind({ userId, rulesOf }: Watcher): boolean {
    return this.isDoubtful(userId) || !this.sights.has(rulesOf) || (this.watchers.size === 0 && !this.doubts.isEmpty());
  }

  private isDoubtful(userId: string): boolean {
    return this.doubts.concern(userId) || this.reading.concern(userId);
  }

  private isAllowed({ userId, rulesOf }: Watcher): boolean {
    const member = this.ports.members.get(userId)?.member;
    return member !== undefined && this.sights.get(rulesOf)?.include(member) === true;
  }

  private viewOf(channelId: string): MemberView {
    const sight = this.sights.get(channelId);
    const key = sight?.isOpen === true ? 'everybody' : channelId;
    const known = this.views.get(key);
    if (known) return known;
    const view = this.ports.members.view(sight && !sight.isOpen ? ({ member }) => sight.include(member) : undefined);
    this.views.set(key, view);
    return view;
  }

  /** Devices that show the same part, and were told the same last, are told as one. */
  private tell(): void {
    const certain = [...this.watchers.values()].filter(({ userId }) => !this.isDoubtful(userId));
    for (const alike of Map.groupBy(certain, ({ channelId, blocks }) => `${channelId} ${blocks.join()}`).values())
      for (const [before, audience] of Map.groupBy(alike, ({ view }) => view)) this.tellAlike(before, audience);
  }

  private tellAlike(before: MemberView, audience: Held[]): void {
    const [first] = audience;
    if (!first) return;
    const { channelId, rulesOf, blocks } = first;
    const view = this.viewOf(rulesOf);
    const change = view === before ? null : windowChange(before, view, blocks);
    if (change)
      this.ports.tell(
        audience.map(({ socketId }) => socketId),
        { channelId, ...change },
      );
    for (const watcher of audience) watcher.view = view;
  }
}

/** A list is made of all members each time: whoever did not change is not asked about again. */
function onlookersOf({ isOpen, sees }: Sight): Onlookers {
  const known = new WeakMap<Member, boolean>();
  const include = (member: Member): boolean => {
    const held = known.get(member) ?? sees({ userId: member.user.id, roleIds: member.roleIds });
    known.set(member, held);
    return held;
  };
  return { isOpen, include };
}
