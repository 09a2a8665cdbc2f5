import { type Channel, type JoinedServer, type Me, routes } from '@hearth/contract';
import { Device } from './device';
import type { HearthServer } from './hearth-server';
import type { Page } from './page';
import type { Tap } from './tap';

/** More than a page of messages. */
const HISTORY = 60;

/** What the scenarios act in. The page is Ada's; the devices are not the page. */
export interface World {
  server: HearthServer;
  tap: Tap;
  page: Page;
  /** Ada's other device. */
  phone: Device;
  /** Owns the server in which Ada is, is her friend, and is connected. */
  ben: Device;
  /** Ben's. */
  hearth: JoinedServer;
  /** Is there and has written nothing. */
  cyd: Device;
  general: Channel;
  /** Has messages that are not on the newest page. */
  history: Channel;
  /** Ada's. */
  own: JoinedServer;
}

let people = 0;

/** Somebody new, whose name no other has. */
export const newPerson = ({ server }: Pick<World, 'server'>, name: string): Promise<Device> =>
  Device.register(server.url, `${name}_${(people += 1)}`);

export async function join(owner: Device, serverId: string, person: Device): Promise<JoinedServer> {
  const { code } = await owner.call(routes.createInvite, { params: { serverId }, body: {} });
  return person.call(routes.joinServer, { params: { code } });
}

export const makeServer = (owner: Device, name: string): Promise<JoinedServer> => owner.call(routes.createServer, { body: { name } });

export function firstChannel({ channels }: JoinedServer): Channel {
  const [first] = channels;
  if (!first) throw new Error('A server begins with a channel');
  return first;
}

interface Place {
  type?: 'TEXT' | 'ANNOUNCEMENT' | 'CATEGORY' | 'FORUM';
  parentId?: string;
}

export const makeChannel = (owner: Device, serverId: string, name: string, { type = 'TEXT', ...place }: Place = {}): Promise<Channel> =>
  owner.call(routes.createChannel, { params: { serverId }, body: { name, type, ...place } });

/** Messages of one author, all under way at once. */
export const sendMany = (author: Device, channelId: string, count: number) =>
  Promise.all(Array.from({ length: count }, (_, index) => author.send(channelId, `message ${index}`)));

export const rename = (person: Device, displayName: string): Promise<Me> => person.call(routes.updateMe, { body: { displayName } });

/** Friends see each other's presence. */
export async function befriend(one: Device, other: Device): Promise<void> {
  await one.call(routes.setRelationship, { params: { userId: other.userId }, body: { type: 'FRIEND' } });
  await other.call(routes.setRelationship, { params: { userId: one.userId }, body: { type: 'FRIEND' } });
}

export async function buildWorld(parts: Pick<World, 'server' | 'tap' | 'page'>, adasName: string): Promise<World> {
  const phone = await Device.register(parts.server.url, adasName);
  const ben = await (await newPerson(parts, 'ben')).connect();
  const hearth = await makeServer(ben, 'Hearth');
  const general = firstChannel(hearth);
  const history = await makeChannel(ben, hearth.id, 'history');
  await sendMany(ben, general.id, 3);
  await sendMany(ben, history.id, HISTORY);
  await join(ben, hearth.id, phone);
  await befriend(ben, phone);
  const cyd = await newPerson(parts, 'cyd');
  await join(ben, hearth.id, cyd);
  const own = await makeServer(phone, 'Own');
  await sendMany(phone, firstChannel(own).id, 2);
  await join(phone, own.id, ben);
  return { ...parts, phone, ben, hearth, cyd, general, history, own };
}

/** Takes out of a server whoever a scenario brought into it: in a large one nobody is told who received what. */
async function sendHome(owner: Device, serverId: string, kept: readonly Device[]): Promise<void> {
  const { members } = await owner.call(routes.listMembers, { params: { serverId }, query: { limit: '100' } });
  const guests = members.map(({ user }) => user.id).filter((id) => !kept.some(({ userId }) => userId === id));
  await Promise.all(guests.map((userId) => owner.call(routes.kickMember, { params: { serverId, userId } })));
}

/** Takes away the servers, channels, roles and people that a scenario left, so that those after it begin as it did. */
export async function tidy({ page, phone, ben, cyd, hearth, own, general, history }: World): Promise<void> {
  await page.showMembers(null);
  await page.showFiles(null);
  await sendHome(ben, hearth.id, [ben, phone, cyd]);
  await sendHome(phone, own.id, [phone, ben]);
  const [{ servers }, { channels }, { roles }] = await Promise.all([
    phone.call(routes.listServers),
    ben.call(routes.listChannels, { params: { serverId: hearth.id } }),
    ben.call(routes.listRoles, { params: { serverId: hearth.id } }),
  ]);
  const kept = [hearth, own, general, history].map(({ id }) => id);
  const isLeft = ({ id }: { id: string }) => !kept.includes(id);
  const ends = servers.filter(isLeft).map(({ id, ownerId }) => {
    const end = ownerId === phone.userId ? routes.deleteServer : routes.leaveServer;
    return phone.call(end, { params: { serverId: id } });
  });
  const removals = channels.filter(isLeft).map(({ id }) => ben.call(routes.deleteChannel, { params: { channelId: id } }));
  await Promise.all([...ends, ...removals]);
  // One after the other: each is a change to the same order.
  for (const { id: roleId } of roles)
    if (roleId !== hearth.id) await ben.call(routes.deleteRole, { params: { serverId: hearth.id, roleId }, query: {} });
}
