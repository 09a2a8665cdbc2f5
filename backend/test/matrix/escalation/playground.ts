import { Snowflakes } from '../../../src/database/snowflakes.js';
import { PermissionsRepository } from '../../../src/permissions/permissions.repository.js';
import { PermissionsService } from '../../../src/permissions/permissions.service.js';
import type { Api } from '../../api.js';
import type { TestUser } from '../../factories/users.js';
import type { TestApp } from '../../harness.js';
import type { Beginning, Overwriting } from './attempts.js';
import { heldBy, type Held } from './held.js';
import { Picks } from './picks.js';

export interface People {
  owner: TestUser;
  caller: TestUser;
  other: TestUser;
}

/** A server in which somebody tries things over REST. */
export class Playground {
  readonly picks: Picks;
  readonly serverId: string;
  /** As the caller. */
  readonly api: Api;

  private constructor(
    private readonly hearth: TestApp,
    private readonly people: People,
    { roles, overwrites }: Beginning,
  ) {
    const ids = (count: number) => Array.from({ length: count }, () => hearth.get(Snowflakes).next());
    this.picks = new Picks(ids(roles.length + 1), ids(overwrites.length + 1), [people.caller.id, people.other.id, people.owner.id]);
    this.serverId = this.picks.role(0);
    this.api = hearth.api.as(people.caller);
  }

  static async build(hearth: TestApp, people: People, beginning: Beginning): Promise<Playground> {
    const ground = new Playground(hearth, people, beginning);
    await ground.insertServer(beginning);
    await ground.insertChannels(beginning.overwrites);
    return ground;
  }

  /** What the caller holds by what is stored, and by what the app believes. */
  async held(): Promise<{ stored: Held; believed: Held }> {
    const { caller } = this.people;
    const [repository, service] = [this.hearth.get(PermissionsRepository), this.hearth.get(PermissionsService)];
    const [rules, member] = await Promise.all([repository.rules(this.serverId), repository.member(this.serverId, caller.id)]);
    if (!rules || !member) throw new Error('the server is gone');
    const [access, visible] = await Promise.all([service.server(caller, this.serverId), service.visibleChannels(caller, this.serverId)]);
    const seen = new Map(visible.map(({ channel, permissions }) => [channel.id, permissions]));
    const inChannels = [...rules.channels.keys()].map((id) => [id, seen.get(id) ?? 0n] as const);
    return { stored: heldBy(rules, member, Date.now()), believed: { server: access.permissions, channels: new Map(inChannels) } };
  }

  async remove(): Promise<void> {
    await this.hearth.db.server.delete({ where: { id: BigInt(this.serverId) } });
  }

  private async insertServer({ everyone, roles }: Beginning): Promise<void> {
    const { db } = this.hearth;
    const { owner, caller, other } = this.people;
    const serverId = BigInt(this.serverId);
    const roleOf = (position: number) => BigInt(this.picks.role(position));
    await db.server.create({ data: { id: serverId, name: 'Playground', ownerId: BigInt(owner.id), memberCount: 3 } });
    const all = [everyone, ...roles.map(({ bits }) => bits)];
    await db.role.createMany({
      data: all.map((permissions, position) => ({ id: roleOf(position), serverId, name: 'role', position, permissions })),
    });
    await db.member.createMany({ data: [owner, caller, other].map(({ id }) => ({ serverId, userId: BigInt(id) })) });
    await db.memberRole.createMany({
      data: roles.flatMap(({ ofCaller, ofOther }, index) => {
        const holders = [...(ofCaller ? [caller] : []), ...(ofOther ? [other] : [])];
        return holders.map(({ id }) => ({ serverId, userId: BigInt(id), roleId: roleOf(index + 1) }));
      }),
    });
  }

  private async insertChannels([first, second, own, free]: Beginning['overwrites']): Promise<void> {
    const one = this.picks.category(0);
    await this.insertChannel(0, 'CATEGORY', null, first);
    await this.insertChannel(1, 'CATEGORY', null, second);
    await this.insertChannel(2, 'TEXT', one, first);
    await this.insertChannel(3, 'TEXT', one, own);
    await this.insertChannel(4, 'TEXT', this.picks.category(1), free);
  }

  private async insertChannel(
    position: number,
    type: 'CATEGORY' | 'TEXT',
    parentId: string | null,
    overwrites: Overwriting[],
  ): Promise<void> {
    const { db } = this.hearth;
    const id = BigInt(this.picks.channel(position));
    const parent = parentId === null ? {} : { parentId: BigInt(parentId) };
    await db.channel.create({ data: { ...parent, id, type, serverId: BigInt(this.serverId), name: 'channel', position } });
    await db.permissionOverwrite.createMany({
      data: this.picks.overwrites(overwrites).map(({ targetId, allow, deny, ...rest }) => ({
        ...rest,
        channelId: id,
        targetId: BigInt(targetId),
        allow: BigInt(allow),
        deny: BigInt(deny),
      })),
    });
  }
}
