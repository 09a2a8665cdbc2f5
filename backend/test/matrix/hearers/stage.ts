import { randomUUID } from 'node:crypto';
import {
  banMember,
  kickMember,
  permissionsOf,
  removeRecipient,
  setOverwrite,
  setRelationship,
  updateMember,
  type ClientEventName,
  type ClientRequest,
  type Message,
} from '@hearth/contract';
import { Snowflakes } from '../../../src/database/snowflakes.js';
import { LocalSockets } from '../../../src/realtime/local-sockets.js';
import type { Api } from '../../api.js';
import type { TestUser } from '../../factories/users.js';
import type { TestApp } from '../../harness.js';
import type { Audience } from './audience.js';
import type { Circle, Listener } from './circles.js';
import { insertConversations, insertServer } from './stage-scenery.js';

const HOUR = 3_600_000;

/**
 * What one row is played on: a server, a channel and a forum that not every member sees, with a thread and a post, a channel for all, a DM and
 * a group. Everybody is placed; then some are kicked, banned, blocked and so on, by the calls that do it, and then the row acts.
 */
export class Stage {
  readonly serverId: string;
  /** The highest role below that of the owner, which the actor has. */
  readonly chiefRoleId: string;
  readonly moderatorRoleId: string;
  /** The category of the channel and the forum, whose overwrites are theirs. */
  readonly categoryId: string;
  readonly channelId: string;
  readonly threadId: string;
  readonly forumId: string;
  readonly postId: string;
  /** Every member sees it. */
  readonly openId: string;
  readonly dmId: string;
  readonly groupId: string;

  private constructor(readonly audience: Audience) {
    const next = () => audience.hearth.get(Snowflakes).next();
    [this.serverId, this.chiefRoleId, this.moderatorRoleId, this.categoryId] = [next(), next(), next(), next()];
    [this.channelId, this.threadId, this.forumId, this.postId, this.openId] = [next(), next(), next(), next(), next()];
    [this.dmId, this.groupId] = [next(), next()];
  }

  static async build(audience: Audience, prepare?: (stage: Stage) => Promise<unknown>): Promise<Stage> {
    const stage = new Stage(audience);
    await Promise.all([insertServer(stage), insertConversations(stage)]);
    await audience.hearth.get(LocalSockets).placeAll();
    await prepare?.(stage);
    await stage.turnSomeAway();
    return stage;
  }

  get hearth(): TestApp {
    return this.audience.hearth;
  }

  /** As the actor. */
  get api(): Api {
    return this.as('actor');
  }

  as(name: Listener): Api {
    return this.hearth.api.as(this.user(name));
  }

  user(name: Listener): TestUser {
    return this.audience.user(name);
  }

  /** Of which nobody outside the circle may hear anything at all. */
  get places(): Partial<Record<Circle, string[]>> {
    return {
      server: [this.serverId],
      channel: [this.categoryId, this.channelId, this.threadId, this.forumId, this.postId],
      conversation: [this.dmId],
      group: [this.groupId],
    };
  }

  /** Over the socket. @throws the code of the refusal */
  async emit<N extends ClientEventName>(name: Listener, event: N, payload: ClientRequest<N>) {
    const answer = await this.audience.socket(name).emit(event, payload);
    if (!answer.ok) throw new Error(`${event}: ${answer.error.code}`);
    return answer.data;
  }

  say(channelId: string, name: Listener = 'actor'): Promise<Message> {
    return this.emit(name, 'message:send', { channelId, content: 'words', nonce: randomUUID() });
  }

  private async turnSomeAway(): Promise<void> {
    const { serverId, categoryId } = this;
    const id = (name: Listener) => this.user(name).id;
    const owner = this.as('owner');
    const timeoutUntil = new Date(Date.now() + HOUR).toISOString();
    const unseen = { type: 'MEMBER' as const, allow: '0', deny: permissionsOf('VIEW_CHANNEL').toString() };
    await Promise.all([
      owner.call(kickMember, { params: { serverId, userId: id('kicked') }, query: {} }),
      owner.call(banMember, { params: { serverId, userId: id('banned') }, body: {} }),
      owner.call(updateMember, { params: { serverId, userId: id('timed out') }, body: { timeoutUntil } }),
      owner.call(setOverwrite, { params: { channelId: categoryId, targetId: id('out of sight') }, body: unseen }),
      this.api.call(removeRecipient, { params: { channelId: this.groupId, userId: id('kicked') } }),
      this.api.call(setRelationship, { params: { userId: id('blocked') }, body: { type: 'BLOCKED' } }),
    ]);
  }
}
