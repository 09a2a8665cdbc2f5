import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Channel } from '@hearth/contract';
import { holdChannels, readStates } from '../cache';
import { buildChannel } from '../fixtures';
import { neighbourChannel } from './neighbours';

const SERVER = '1';

const neighbour = (from: string | null, by: -1 | 1, onlyUnread: boolean) => neighbourChannel(SERVER, { from, by, onlyUnread });

const channel = (id: string, position: number, lastSeq: number, more: Partial<Channel> = {}): Channel =>
  buildChannel({ id, serverId: SERVER, position, lastSeq, version: lastSeq, ...more });

beforeEach(() => {
  holdChannels(SERVER, [
    channel('90', 0, 0, { type: 'CATEGORY' }),
    channel('12', 0, 5, { parentId: '90' }),
    channel('10', 0, 3),
    channel('11', 1, 0),
  ]);
  readStates.set({ '10': { channelId: '10', lastReadSeq: 3, lastDeliveredSeq: 3, markedUnreadSeq: null } });
});

describe('neighbourChannel', () => {
  it('follows the order of the list, round its ends, without categories', () => {
    expect(neighbour('10', 1, false)).toBe('11');
    expect(neighbour('11', 1, false)).toBe('12');
    expect(neighbour('12', 1, false)).toBe('10');
    expect(neighbour('10', -1, false)).toBe('12');
  });

  it('begins at an end when no channel is open', () => {
    expect(neighbour(null, 1, false)).toBe('10');
    expect(neighbour(null, -1, false)).toBe('12');
  });

  it('skips what is read', () => {
    expect(neighbour('10', 1, true)).toBe('12');
    expect(neighbour('12', 1, true)).toBeNull();
  });

  it('finds nobody beside the only one', () => {
    holdChannels(SERVER, [channel('10', 0, 0)]);
    expect(neighbour('10', 1, false)).toBeNull();
  });
});
