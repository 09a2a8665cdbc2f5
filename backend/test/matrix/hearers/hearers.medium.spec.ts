import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Publisher } from '../../../src/realtime/publisher.js';
import { rooms } from '../../../src/realtime/rooms.js';
import { startTestApp, type TestApp } from '../../harness.js';
import { Audience } from './audience.js';
import { entriesOf, play, type Faults } from './play.js';
import type { HearerRow } from './row.js';
import { hearerRows } from './rows/index.js';
import type { Stage } from './stage.js';

/** Every event of the server against everybody who could hear it. */
let hearth: TestApp;
let audience: Audience;
beforeAll(async () => {
  hearth = await startTestApp();
  audience = await Audience.begin(hearth);
}, 60_000);
afterAll(() => hearth.close());

describe('whoever may hear it hears it, and nobody else', () => {
  it.each(entriesOf(hearerRows))('$title', async (entry) => {
    expect(await play(audience, entry)).toEqual({});
  });
});

/** The walker itself: rows that are wrong on purpose must fail, each for those who show it. */
describe('a row', () => {
  const A_MOMENT = 200;

  const type = async (stage: Stage) => {
    await stage.emit('actor', 'typing:start', { channelId: stage.dmId });
    return ({ channelId }: { channelId: string }) => channelId === stage.dmId;
  };
  const typing = async (row: Partial<HearerRow<'typing'>>): Promise<Faults> => {
    const [entry] = entriesOf({ typing: { circle: 'conversation', act: type, ...row } });
    return entry ? play(audience, entry, A_MOMENT) : {};
  };

  it('that forgets somebody', async () => {
    expect(await typing({ circle: 'own' })).toEqual({ friend: 'hears it' });
    expect(await typing({ without: ['actor'] })).toEqual({ actor: 'hears it' });
  });

  it('that names somebody who hears nothing', async () => {
    expect(await typing({ circle: 'group' })).toEqual({ owner: 'does not hear it', blocked: 'does not hear it' });
    expect(await typing({ also: ['signed out'] })).toEqual({ 'signed out': 'does not hear it' });
  });

  it('that acts where others hear of it by another event, alone or in a frame', async () => {
    const act = (stage: Stage) => {
      const publisher = hearth.get(Publisher);
      publisher.emit(rooms.user(stage.user('kicked').id), 'channel:leave', { channelId: stage.threadId });
      publisher.emitAll(rooms.user(stage.user('stranger').id), [
        ['channel:leave', { channelId: '1' }],
        ['channel:delete', { serverId: null, channelId: stage.groupId }],
      ]);
      return type(stage);
    };
    expect(await typing({ act })).toEqual({
      kicked: 'hears of the channel: channel:leave',
      stranger: 'hears of the group: channel:delete',
    });
  });
});
