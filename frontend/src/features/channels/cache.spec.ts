import { beforeEach, describe, expect, it } from '@jest/globals';
import { queryClient } from '@/api';
import {
  channelHomes,
  channelsOf,
  dropChannel,
  dropChannels,
  findChannel,
  holdChannel,
  noteCounters,
  raiseCounters,
  readStates,
  removeChannel,
  replaceChannels,
  sortChannels,
  upsertChannel,
} from './cache';
import { updateReadState } from './client';
import { buildChannel } from './fixtures';
import { groupChannels } from './groups';
import { joinServerChannels } from './join';
import { deliverTo } from './read-state';

beforeEach(() => queryClient.clear());

const ids = (channels: readonly { id: string }[]) => channels.map(({ id }) => id);

describe('lists of channels', () => {
  it('stand in their order, the older first among equals', () => {
    const channels = [
      buildChannel({ id: '9', position: 1 }),
      buildChannel({ id: '10', position: 0 }),
      buildChannel({ id: '2', position: 1 }),
    ];
    expect(ids(sortChannels(channels))).toEqual(['10', '2', '9']);
  });

  it('take a changed channel in its new place, and never lower counters', () => {
    const held = [buildChannel({ id: '1', position: 0, lastSeq: 5, version: 9 }), buildChannel({ id: '2', position: 1 })];
    const after = upsertChannel(held, buildChannel({ id: '1', position: 2, name: 'renamed', lastSeq: 4, version: 10 }));
    expect(ids(after)).toEqual(['2', '1']);
    expect(after[1]).toMatchObject({ name: 'renamed', lastSeq: 5, version: 10 });
  });

  it('keep the channels of a category that is gone', () => {
    const held = [buildChannel({ id: '1', type: 'CATEGORY' }), buildChannel({ id: '2', parentId: '1' })];
    expect(removeChannel(held, '1')).toEqual([buildChannel({ id: '2', parentId: null })]);
  });

  it('stay the same object when nothing is higher', () => {
    const held = [buildChannel({ id: '1', lastSeq: 5, version: 9 })];
    expect(raiseCounters(held, '1', { lastSeq: 5, version: 8 })).toBe(held);
    expect(raiseCounters(held, '2', { lastSeq: 5, version: 8 })).toBe(held);
    expect(raiseCounters(held, '1', { lastSeq: 6, version: 8 })[0]).toMatchObject({ lastSeq: 6, version: 9 });
  });
});

describe('groups', () => {
  it('put channels under their categories, and loose ones first', () => {
    const channels = [
      buildChannel({ id: '1', type: 'CATEGORY', position: 0 }),
      buildChannel({ id: '2', parentId: '1', position: 0 }),
      buildChannel({ id: '3', position: 1 }),
      buildChannel({ id: '4', parentId: 'hidden', position: 2 }),
    ];
    const groups = groupChannels(sortChannels(channels));
    expect(groups.map(({ category, channels: inside }) => [category?.id, ids(inside)])).toEqual([
      [undefined, ['3', '4']],
      ['1', ['2']],
    ]);
    expect(groupChannels([])).toEqual([]);
  });
});

describe('what is held', () => {
  it('is found by id, and gone with its server', () => {
    replaceChannels([buildChannel({ id: '1' })]);
    holdChannel(buildChannel({ id: '2', serverId: '10' }));
    expect(findChannel('2')?.serverId).toBe('10');
    updateReadState('2', (state) => deliverTo(state, 3));
    dropChannels('10');
    expect(findChannel('1')).toBeUndefined();
    expect(channelHomes.get()).toEqual({});
    expect(readStates.get()).toEqual({});
  });

  it('is only what the last connection told', () => {
    replaceChannels([buildChannel({ id: '1' })]);
    replaceChannels([buildChannel({ id: '3', serverId: '11' })]);
    expect(findChannel('1')).toBeUndefined();
    expect(channelsOf('10').get()).toEqual([]);
    expect(findChannel('3')?.id).toBe('3');
  });

  it('forgets one channel with its read position', () => {
    replaceChannels([buildChannel({ id: '1' }), buildChannel({ id: '2' })]);
    updateReadState('1', (state) => deliverTo(state, 3));
    dropChannel('1');
    expect(ids(channelsOf('10').get())).toEqual(['2']);
    expect(findChannel('1')).toBeUndefined();
    expect(readStates.get()).toEqual({});
  });

  it('forgets the threads of a channel with it', () => {
    const thread = buildChannel({ id: '3', type: 'THREAD', parentId: '1' });
    replaceChannels([buildChannel({ id: '1' }), thread, buildChannel({ id: '4', type: 'THREAD', parentId: '2' })]);
    expect(ids(channelsOf('10').get())).toEqual(['1']);
    dropChannel('1');
    expect(findChannel('3')).toBeUndefined();
    expect(findChannel('4')?.id).toBe('4');
  });

  it('hears of counters by channel id alone', () => {
    replaceChannels([buildChannel({ id: '1' })]);
    noteCounters('1', { lastSeq: 3, version: 4 });
    noteCounters('unknown', { lastSeq: 3, version: 4 });
    expect(findChannel('1')).toMatchObject({ lastSeq: 3, version: 4 });
  });
});

describe('joining', () => {
  it('starts at the newest message of that moment, also when it is told twice', () => {
    joinServerChannels('10', [buildChannel({ id: '1', lastSeq: 8 })]);
    noteCounters('1', { lastSeq: 9, version: 9 });
    joinServerChannels('10', [buildChannel({ id: '1', lastSeq: 9 })]);
    expect(readStates.get()['1']).toMatchObject({ lastReadSeq: 8, lastDeliveredSeq: 8 });
    expect(findChannel('1')?.lastSeq).toBe(9);
  });
});
