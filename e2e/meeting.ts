import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { openPage, type Visitor } from './browser';
import { signIn } from './people';
import type { Place, Resident } from './place';
import type { Names } from './told';

/** One of somebody's devices. */
export interface Device extends Visitor {
  name: string;
  owner: Resident;
}

interface Spot {
  /** In the app. */
  path: string;
  /** As a line of something forwarded from there calls it; by reader, where it has no name of its own. */
  calledBy: (reader: Resident) => string | undefined;
  people: readonly Resident[];
}

/** Where the three of a place talk with each other. */
export interface Meeting {
  /** By channel. */
  spots: ReadonlyMap<string, Spot>;
  dmId: string;
  groupId: string;
  threadId: string;
  /** A channel in which nobody says anything. */
  lounge: string;
}

async function befriend(one: Resident, other: Resident): Promise<void> {
  await one.call('PUT', `/users/me/relationships/${other.id}`, { type: 'FRIEND' });
  await other.call('PUT', `/users/me/relationships/${one.id}`, { type: 'FRIEND' });
}

async function begin(who: Resident, others: object): Promise<string> {
  const { channel } = await who.call<{ channel: { id: string } }>('POST', '/users/me/channels', others);
  return channel.id;
}

/** Two channels, a thread, a conversation of two and one of three, with something said in each. */
export async function arrange({ ada, grace, noor, serverId, generalId, breadId }: Place): Promise<Meeting> {
  const at = `/servers/${serverId}`;
  await befriend(ada, grace);
  await befriend(ada, noor);
  const dmId = await begin(ada, { userId: grace.id });
  const groupId = await begin(ada, { userIds: [grace.id, noor.id], name: 'Picnic' });
  const question = await ada.say(generalId, 'Who brings the bread?');
  const { id: threadId } = await ada.call('POST', `/channels/${generalId}/threads`, { name: 'The bread', messageId: question.id });
  const lounge = await ada.call('POST', `${at}/channels`, { name: 'lounge', type: 'TEXT' });
  for (const one of [ada, grace, noor]) await one.say(threadId, 'I do');
  for (const channelId of [breadId, dmId, groupId]) await grace.say(channelId, 'Hello');
  const all = [ada, grace, noor];
  const inServer = (id: string, name: string): [string, Spot] => [id, { path: `${at}/channels/${id}`, calledBy: () => name, people: all }];
  const other = (reader: Resident) => (reader === ada ? 'Grace Hopper' : reader === grace ? 'Ada Lovelace' : undefined);
  return {
    ...{ dmId, groupId, threadId, lounge: `${at}/channels/${lounge.id}` },
    spots: new Map([
      inServer(generalId, '#general'),
      inServer(breadId, '#bread'),
      inServer(threadId, '#The bread'),
      [dmId, { path: `/conversations/${dmId}`, calledBy: other, people: [ada, grace] }],
      [groupId, { path: `/conversations/${groupId}`, calledBy: () => 'Picnic', people: all }],
    ]),
  };
}

/** What one of them calls people and places. */
export async function namesFor(reader: Resident, { ada, grace, noor }: Place, { spots, threadId }: Meeting): Promise<Names> {
  const places = [...spots].flatMap(([id, { calledBy }]) => {
    const name = calledBy(reader);
    return name === undefined ? [] : [[id, name] as const];
  });
  const { lastSeq } = await reader.call<{ lastSeq: number }>('GET', `/channels/${threadId}`);
  const people = [
    [ada.id, 'Ada Lovelace'],
    [grace.id, 'Grace Hopper'],
    [noor.id, 'نور الهدى'],
  ] as const;
  return new Map([...places, ...people, [`thread ${threadId}`, `The bread, ${lastSeq} replies`]]);
}

/** A browser's own window in which somebody is signed in. */
export async function openDevice(
  browser: Browser,
  username: string,
  { url, path, ...rest }: Pick<Device, 'name' | 'owner'> & { url: string; path: string; options?: BrowserContextOptions },
): Promise<Device> {
  const { options, ...device } = rest;
  const visitor = await openPage(browser, options);
  await signIn(visitor.page, url, username);
  await visitor.page.goto(url + path);
  return { ...visitor, ...device };
}

/** As a link of the app does: what is held is not loaded again. */
export const goTo = (page: Page, path: string): Promise<void> => page.evaluate((to) => history.pushState(null, '', to), path);
