import { beforeEach, describe, expect, it } from '@jest/globals';
import { type Progress, dismissProgress, noteProgress, resetProgress, useProgressStore } from './progress-store';

const progress = (change: Partial<Progress> = {}): Progress => ({
  serverId: '10',
  kind: 'BAN',
  targetId: '5',
  status: 'RUNNING',
  done: 500,
  total: 700,
  ...change,
});
const held = () => Object.values(useProgressStore.getState());

beforeEach(resetProgress);

describe('work that goes on', () => {
  it('is held by what it is', () => {
    noteProgress(progress());
    noteProgress(progress({ kind: 'INCIDENT', done: 1 }));
    noteProgress(progress({ serverId: '20', done: 2 }));
    expect(held().map(({ done }) => done)).toEqual([500, 1, 2]);
  });

  it('only goes on, also when events come out of order, and may begin anew once it has ended', () => {
    noteProgress(progress());
    noteProgress(progress({ done: 100 }));
    expect(held()).toEqual([progress()]);
    noteProgress(progress({ status: 'DONE', done: 700 }));
    noteProgress(progress({ done: 10, total: 20 }));
    expect(held()).toEqual([progress({ done: 10, total: 20 })]);
  });

  it('goes when it is dismissed', () => {
    noteProgress(progress({ status: 'FAILED' }));
    dismissProgress(progress());
    expect(held()).toEqual([]);
  });
});
