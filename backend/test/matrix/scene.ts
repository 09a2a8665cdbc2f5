import { Snowflakes } from '../../src/database/snowflakes.js';
import { PermissionsService } from '../../src/permissions/permissions.service.js';
import type { TestUser } from '../factories/users.js';
import type { TestApp } from '../harness.js';
import type { Actor } from './cases.js';
import type { Row } from './row.js';
import { insertConversation, insertServer } from './scenery.js';
import type { World } from './world.js';

/**
 * What one case is played in: a server with its owner, a member to act on, a role in the middle of the order, a channel, and somebody who
 * calls as the case says. Further things are made by the rows that need them, as `owner` and with the services of `hearth`.
 */
export class Scene {
  readonly serverId: string;
  /** The role of `target`. */
  readonly roleId: string;
  /** The channel, or the channel of the thread. */
  readonly parentId: string;
  /** Of the type that the row names; in a conversation the DM or group. */
  readonly channelId: string;

  private constructor(
    readonly world: World,
    readonly actor: Actor,
    { channelType, scope }: Row,
  ) {
    const isOwnThing = channelType === 'THREAD' || scope === 'conversation';
    this.serverId = this.nextId();
    this.roleId = this.nextId();
    this.parentId = this.nextId();
    this.channelId = isOwnThing ? this.nextId() : this.parentId;
  }

  static async build(world: World, row: Row, actor: Actor): Promise<Scene> {
    const scene = new Scene(world, actor, row);
    await insertServer(scene, row.scope === 'conversation' ? 'TEXT' : (row.channelType ?? 'TEXT'));
    if (row.scope === 'conversation') await insertConversation(scene, row.channelType === 'GROUP_DM' ? 'GROUP_DM' : 'DM');
    return scene;
  }

  get hearth(): TestApp {
    return this.world.hearth;
  }

  /** The owner of the server, or of the group. */
  get owner(): TestUser {
    return this.world.owner;
  }

  /** Whoever calls. Where nobody is signed in, somebody who is in nothing. */
  get caller(): TestUser {
    if (this.actor.who === 'owner') return this.world.owner;
    return this.actor.who === 'admin' ? this.world.admin : this.world.caller;
  }

  /** The member on whom a row acts: another one, unless the case says otherwise. */
  get target(): TestUser {
    if (this.actor.against === 'oneself') return this.caller;
    return this.actor.against === 'owner' ? this.world.owner : this.world.target;
  }

  /** A message in the channel. Returns its id. */
  async message({ author = this.owner, channelId = this.channelId } = {}): Promise<string> {
    const id = this.nextId();
    const { lastSeq, version } = await this.hearth.db.channel.update({
      where: { id: BigInt(channelId) },
      data: { lastSeq: { increment: 1 }, version: { increment: 1 }, lastMessageAt: new Date() },
      select: { lastSeq: true, version: true },
    });
    await this.hearth.db.message.create({
      data: { id: BigInt(id), channelId: BigInt(channelId), seq: lastSeq, version, authorId: BigInt(author.id), content: 'words' },
    });
    return id;
  }

  nextId(): string {
    return this.hearth.get(Snowflakes).next();
  }

  /** After rules were changed in the database, past the services. */
  async rulesChanged(): Promise<void> {
    await this.hearth.get(PermissionsService).changed(this.serverId);
  }
}
