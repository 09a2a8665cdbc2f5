import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../harness.js';
import { eventEntries, play, routeEntries, type Entry } from './entries.js';
import type { EventRow, Row } from './row.js';
import type { Scene } from './scene.js';
import { World } from './world.js';

/** The walker itself: rows that are wrong on purpose must fail, each for those who show it. */
let hearth: TestApp;
let world: World;
beforeAll(async () => {
  hearth = await startTestApp();
  world = await World.begin(hearth);
});
afterAll(() => hearth.close());

/** Who meets something else than the row says, and what. */
async function faultsOf([entry]: Entry[]): Promise<Record<string, string>> {
  if (!entry) throw new Error('no row');
  const faults: [string, string][] = [];
  for (const each of entry.cases) {
    const outcome = await play(world, entry, each);
    if (outcome !== each.outcome) faults.push([each.name, outcome]);
  }
  return Object.fromEntries(faults);
}

const rename = ({ channelId }: Scene) => ({ params: { channelId }, body: { name: 'renamed' } });
const renaming = (row: Row) => faultsOf(routeEntries({ updateChannel: { ...row, request: rename } }));
const typing = (row: Row) =>
  faultsOf(eventEntries({ 'typing:start': { ...row, payload: ({ channelId }) => ({ channelId }) } satisfies EventRow<'typing:start'> }));

describe('a right row', () => {
  it('has no faults', async () => {
    expect(await renaming({ scope: 'channel', needs: ['MANAGE_CHANNELS'] })).toEqual({});
    expect(await typing({ scope: 'channel', needs: ['SEND_MESSAGES'] })).toEqual({});
  });
});

describe('a row', () => {
  it('with another permission than the needed one', async () => {
    expect(await renaming({ scope: 'channel', needs: ['MANAGE_ROLES'] })).toEqual({
      'member with only MANAGE_ROLES': 'MISSING_PERMISSION',
      'member without MANAGE_ROLES': 'allowed',
      'member with MANAGE_ROLES denied in the channel': 'allowed',
      'member granted it in the channel only': 'MISSING_PERMISSION',
    });
  });

  it('with a permission too few', async () => {
    const faults = await renaming({ scope: 'channel' });
    expect(faults).toMatchObject({ member: 'MISSING_PERMISSION', 'member with only a view of it': 'MISSING_PERMISSION' });
  });

  it('with a permission too many', async () => {
    const faults = await renaming({ scope: 'channel', needs: ['MANAGE_CHANNELS', 'MANAGE_ROLES'] });
    expect(faults).toEqual({ 'member without MANAGE_ROLES': 'allowed', 'member with MANAGE_ROLES denied in the channel': 'allowed' });
  });

  it('that asks for the permission in the server where the channel counts', async () => {
    const faults = await renaming({ scope: 'server', needs: ['MANAGE_CHANNELS'] });
    expect(faults).toEqual({ 'member with only MANAGE_CHANNELS': 'NOT_FOUND', 'member granted all in a channel only': 'allowed' });
  });

  it('that reserves what others may do too', async () => {
    expect(await renaming({ scope: 'channel', reservedFor: 'owner' })).toEqual({ administrator: 'allowed' });
  });

  it('that lets in whoever is not', async () => {
    expect(await renaming({ scope: 'account' })).toEqual({ 'signed in': 'NOT_FOUND', admin: 'NOT_FOUND' });
    expect(await renaming({ scope: 'public' })).toMatchObject({ 'signed out': 'UNAUTHENTICATED' });
  });

  it('with a hierarchy where there is none', async () => {
    const faults = await renaming({ scope: 'channel', needs: ['MANAGE_CHANNELS'], hierarchy: 'role' });
    expect(faults).toEqual({ 'lower role': 'allowed', 'same role': 'allowed', 'same administrator': 'allowed' });
  });

  it('that calls nothing which is there', async () => {
    const request = (scene: Scene) => ({ ...rename(scene), params: { channelId: scene.nextId() } });
    const faults = await faultsOf(routeEntries({ updateChannel: { scope: 'channel', needs: ['MANAGE_CHANNELS'], request } }));
    expect(faults).toMatchObject({ owner: 'NOT_FOUND', administrator: 'NOT_FOUND', 'member with only MANAGE_CHANNELS': 'NOT_FOUND' });
  });

  it('that sends what the route does not take', async () => {
    const request = (scene: Scene) => ({ ...rename(scene), body: { name: '' } });
    const faults = await faultsOf(routeEntries({ updateChannel: { scope: 'channel', needs: ['MANAGE_CHANNELS'], request } }));
    expect(faults).toMatchObject({ owner: 'VALIDATION', 'member without MANAGE_CHANNELS': 'VALIDATION' });
  });

  it('of an event', async () => {
    expect(await typing({ scope: 'channel', needs: ['SEND_VOICE_MESSAGES'] })).toMatchObject({
      'member with only SEND_VOICE_MESSAGES': 'MISSING_PERMISSION',
      'member without SEND_VOICE_MESSAGES': 'allowed',
    });
    expect(await typing({ scope: 'public' })).toEqual({ 'signed out': 'UNAUTHENTICATED', 'signed in': 'NOT_FOUND' });
  });
});
