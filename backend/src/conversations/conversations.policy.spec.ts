import { describe, expect, it } from '@jest/globals';
import { canRemove, dmKey, ownerAfter } from './conversations.policy.js';

const group = { ownerId: '2', recipientIds: ['1', '2', '3'] };

describe('dmKey', () => {
  it('is the same for both, by number and not by letter', () => {
    expect(dmKey('9', '10')).toBe('9:10');
    expect(dmKey('10', '9')).toBe('9:10');
  });
});

describe('canRemove', () => {
  it('lets everybody leave', () => expect(canRemove('3', '3', group)).toBe(true));
  it('lets the owner remove', () => expect(canRemove('2', '3', group)).toBe(true));
  it('keeps others from removing', () => expect(canRemove('3', '1', group)).toBe(false));
});

describe('ownerAfter', () => {
  it('stays who it was', () => expect(ownerAfter('3', group)).toBe('2'));
  it('is who is in it longest when the owner leaves', () => expect(ownerAfter('2', group)).toBe('1'));
  it('is nobody when the last one leaves', () => expect(ownerAfter('1', { ownerId: '1', recipientIds: ['1'] })).toBeNull());
});
