import { describe, expect, it } from '@jest/globals';
import { fit, ranked, type Place } from './switcher';
import { weightAt, withUse } from './uses-store';
import { withRecent } from './recent-store';

const channel = (id: string, name: string, detail = 'Tidelog', isUnread = false): Place => ({
  ...{ kind: 'channel', id, name, detail, serverId: '1', type: 'TEXT', isUnread },
});
const person: Place = {
  ...{ kind: 'person', id: 'p', name: 'Général Ada', detail: 'ada.l', isUnread: false },
  user: { id: 'p', username: 'ada.l', displayName: 'Général Ada', avatar: null },
};
const names = (places: Place[]) => places.map(({ name }) => name);
const nothing = () => 0;

describe('fitting', () => {
  it.each([
    ['general', 'general', 5],
    ['General chat', 'gen', 4],
    ['the-general', 'gen', 3],
    ['degenerate', 'gen', 2],
    ['great news', 'gns', 1],
    ['general', 'x', 0],
  ])('%s, %s', (name, typed, expected) => expect(fit(name, typed)).toBe(expected));
});

describe('ranking', () => {
  it('puts first what fits best, and of two alike what is used more', () => {
    const places = [channel('1', 'degenerate'), channel('2', 'general'), channel('3', 'general', 'Books')];
    expect(ranked(places, 'general', (id) => (id === '3' ? 4 : 0)).map(({ id }) => id)).toEqual(['3', '2']);
    expect(names(ranked(places, 'gen', nothing))).toEqual(['general', 'general', 'degenerate']);
    expect(ranked(places, 'general books', nothing).map(({ id }) => id)).toEqual(['3']);
  });

  it('with nothing typed: what is unread, then what is used', () => {
    const places = [channel('1', 'never'), channel('2', 'often'), channel('3', 'unread', '', true)];
    expect(names(ranked(places, '', (id) => (id === '2' ? 9 : 0)))).toEqual(['unread', 'often']);
  });

  it('takes only people after @ and channels after #', () => {
    const places = [channel('1', 'general'), person];
    expect(names(ranked(places, '@gen', nothing))).toEqual(['Général Ada']);
    expect(names(ranked(places, '#gen', nothing))).toEqual(['general']);
    expect(names(ranked(places, 'ada.l', nothing))).toEqual(['Général Ada']);
  });
});

describe('what is remembered', () => {
  it('counts less with time, and is not without end', () => {
    const day = 86_400_000;
    const once = withUse({}, 'a', 0);
    expect(weightAt(once['a'], 5 * day)).toBeCloseTo(0.5);
    expect(weightAt(withUse(once, 'a', 5 * day)['a'], 5 * day)).toBeCloseTo(1.5);
    const many = Array.from({ length: 300 }, (_, index) => index).reduce((uses, index) => withUse(uses, `${index}`, index), {});
    expect(Object.keys(many)).toHaveLength(200);
    expect(withRecent(['b', 'a'], 'a')).toEqual(['a', 'b']);
  });
});
