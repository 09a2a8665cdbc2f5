import { describe, expect, test } from '@jest/globals';
import { permissionsOf } from '@hearth/contract';
import { buildChannel } from '@/features/channels/fixtures';
import { initialPrivacy, overwritesFor, placesForNew } from './new-channel';
import { isPrivate, viewersOf } from './overwrites';

const EVERYONE = '10';
const bits = (...names: Parameters<typeof permissionsOf>) => permissionsOf(...names).toString();
const ada = { id: '101', type: 'MEMBER' } as const;
const bakers = { id: '20', type: 'ROLE' } as const;
const kitchen = buildChannel({
  id: '1',
  type: 'CATEGORY',
  overwrites: [
    { targetId: EVERYONE, type: 'ROLE', allow: '0', deny: bits('VIEW_CHANNEL') },
    { targetId: bakers.id, type: 'ROLE', allow: bits('VIEW_CHANNEL'), deny: '0' },
  ],
});

describe('where a channel can be made', () => {
  const [cellar, hall] = [buildChannel({ id: '2', type: 'CATEGORY' }), buildChannel({ id: '3' })];
  const channels = [kitchen, hall, cellar];

  test('is in categories that one manages, and in none with the right in the server', () => {
    expect(placesForNew(channels, () => true, true)).toEqual([null, kitchen, cellar]);
    expect(placesForNew(channels, ({ id }) => id === cellar.id, true)).toEqual([null, cellar]);
    expect(placesForNew(channels, ({ id }) => id === cellar.id, false)).toEqual([cellar]);
  });
});

describe('who sees a new channel', () => {
  test('everybody, unless it is said otherwise', () => {
    const privacy = initialPrivacy(undefined, EVERYONE, ada);
    expect(privacy.isPrivate).toBe(false);
    expect(overwritesFor(undefined, EVERYONE, privacy)).toBeUndefined();
  });

  test('those who are named, and whoever makes it', () => {
    const { viewers } = initialPrivacy(undefined, EVERYONE, ada);
    const overwrites = overwritesFor(undefined, EVERYONE, { isPrivate: true, viewers: [...viewers, bakers] }) ?? [];
    expect(isPrivate(overwrites, EVERYONE)).toBe(true);
    expect(viewersOf(overwrites, EVERYONE)).toEqual([bakers, ada]);
  });

  test('those who see its category', () => {
    expect(initialPrivacy(kitchen, EVERYONE, null)).toEqual({ isPrivate: true, viewers: [bakers] });
  });

  test('everybody in spite of its category', () => {
    const overwrites = overwritesFor(kitchen, EVERYONE, { isPrivate: false, viewers: [] }) ?? [];
    expect(isPrivate(overwrites, EVERYONE)).toBe(false);
  });
});
