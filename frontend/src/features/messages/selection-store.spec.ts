import { beforeEach, describe, expect, it } from '@jest/globals';
import { limits } from '@hearth/contract';
import { beginSelection, endSelection, toggleSelected, useSelectionStore } from './selection-store';

beforeEach(() => void endSelection());

describe('a selection', () => {
  it('begins with a message, takes others in and lets them go', () => {
    beginSelection('5', '1');
    toggleSelected('2');
    toggleSelected('1');
    expect(useSelectionStore.getState()).toEqual({ channelId: '5', ids: ['2'] });
    endSelection();
    expect(useSelectionStore.getState()).toEqual({ channelId: null, ids: [] });
  });

  it('is full at what one request takes', () => {
    beginSelection('5', '0');
    for (let index = 1; index <= limits.bulkDelete; index += 1) toggleSelected(String(index));
    expect(useSelectionStore.getState().ids).toHaveLength(limits.bulkDelete);
    toggleSelected('0');
    expect(useSelectionStore.getState().ids).toHaveLength(limits.bulkDelete - 1);
  });
});
