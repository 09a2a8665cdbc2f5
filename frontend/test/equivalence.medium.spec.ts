import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type SingleServerEventName, routes } from '@hearth/contract';
import * as socketIo from 'socket.io-client';
import { Activity } from './activity';
import { HearthServer } from './hearth-server';
import { lossy, randomFrom } from './lossy';
import { scenarios } from './scenarios';
import type { Scenario, Scenarios } from './scenarios/scenario';
import { Tap, asSent, deaf, inOneFrame } from './tap';
import { storm } from './storm';
import { type World, buildWorld, tidy } from './world';

const ADA = 'ada';

let world: World;
/** The last that was begun ends first. */
const endings: (() => unknown)[] = [];

beforeAll(async () => {
  const server = await HearthServer.start();
  endings.unshift(() => server.stop());
  const tap = new Tap();
  const activity = new Activity();
  window.goTo(server.url);
  activity.watch();
  jest.unstable_mockModule('socket.io-client', () => ({
    ...socketIo,
    io: (options: object) => activity.heed(tap.onto(socketIo.io(options))),
  }));
  const { Page } = await import('./page');
  world = await buildWorld({ server, tap, page: new Page(activity) }, ADA);
  endings.unshift(() => world.ben.disconnect());
  await world.page.open();
  // What runs on would look for a server that is gone.
  endings.unshift(() => world.page.forget());
}, 60_000);

afterAll(async () => {
  for (const end of endings) await end();
});

beforeEach(async () => {
  const { tap, page } = world;
  tap.passage = asSent;
  if (!page.isSignedIn) await page.signIn(ADA);
});

afterEach(() => tidy(world));

/** Never stored, so there is nothing to hold it against; its own test is below. */
const isPassing = (name: SingleServerEventName): boolean => name === 'typing';

/** Opened anew, the page holds nothing of before and what it fetches. */
async function fetchAfresh() {
  await world.page.forget();
  expect(world.page.snapshot()).toMatchObject({ data: {}, presences: [] });
  await world.page.load();
  return world.page.snapshot();
}

async function expectEquivalence(name: SingleServerEventName, { brings = [], follows = [], prepare }: Scenario, wrapped: boolean) {
  const { tap, page } = world;
  const act = await prepare(world);
  await page.rest();
  const before = page.snapshot();
  tap.passed = [];
  if (wrapped) tap.passage = inOneFrame([name, ...brings]);

  await act();
  const all = [name, ...brings, ...follows];
  for (const each of all) await tap.until(each);
  await page.rest();

  // Once a minute the server tells the versions of channels that changed, whatever else goes on.
  const heard = tap.passed.filter((each) => all.includes(each) || each !== 'channel:versions');
  expect([...new Set(heard)].toSorted()).toEqual(all.toSorted());
  const held = page.snapshot();
  if (!isPassing(name)) expect(held).not.toEqual(before);
  expect(held).toEqual(await fetchAfresh());
}

describe.each([
  ['as the server sends them', false],
  ['in one frame', true],
])('what is held after events that come %s equals a fresh fetch', (_way, wrapped) => {
  describe.each(Object.entries(scenarios) as [SingleServerEventName, Scenarios][])('%s', (name, ways) => {
    for (const [what, scenario] of Object.entries(ways)) it(what, () => expectEquivalence(name, scenario, wrapped));
  });
});

describe('what no fetch tells', () => {
  it('typing shows until it ends, and is not there after a break', async () => {
    const { page, ben, general } = world;
    await ben.emit('typing:start', { channelId: general.id });
    await page.rest();
    expect(page.typing(general.id)).toEqual([ben.userId]);
    await ben.emit('typing:stop', { channelId: general.id });
    await page.rest();
    expect(page.typing(general.id)).toEqual([]);
    await ben.emit('typing:start', { channelId: general.id });
    await page.rest();
    await fetchAfresh();
    expect(page.typing(general.id)).toEqual([]);
  });

  it('who left was last seen when the server says', async () => {
    const { page, ben, phone } = world;
    await ben.emit('presence:update', { status: 'online' });
    await ben.emit('presence:update', { status: 'invisible' });
    await page.rest();
    expect(page.presence(ben.userId)).toEqual(await phone.call(routes.getUserPresence, { params: { userId: ben.userId } }));
    expect(page.presence(ben.userId)).toMatchObject({ status: 'offline', lastSeenAt: expect.any(String) });
  });

  it('a page that was signed out says why', async () => {
    const { page, phone } = world;
    await phone.call(routes.revokeSession, { params: { sessionId: await page.sessionId() } });
    await page.rest();
    expect(page.session()).toMatchObject({ status: 'anonymous', ended: true });
    await fetchAfresh();
    expect(page.session()).toMatchObject({ status: 'anonymous', ended: false });
  });

  it('a page that was signed out while it was away finds out', async () => {
    const { page, phone, tap } = world;
    const sessionId = await page.sessionId();
    tap.passage = deaf;
    await phone.call(routes.revokeSession, { params: { sessionId } });
    await page.rest();
    expect(page.session()).toMatchObject({ status: 'anonymous', ended: true });
  });
});

describe('events of messages that are lost, doubled and mixed up', () => {
  it.each([1, 2, 3])('leave the page with what a fresh fetch brings: seed %i', async (seed) => {
    const { server, tap, page } = world;
    const random = randomFrom(seed);
    tap.passed = [];
    tap.passage = lossy(random);

    const made = await storm(world, random);
    server.passMinute();
    await tap.until('channel:versions');
    await page.rest();

    const came = tap.passed.filter((name) => name.startsWith('message:')).length;
    expect(came).toBeGreaterThan(0);
    expect(came).not.toBe(made);
    expect(page.snapshot()).toEqual(await fetchAfresh());
  });
});
