import { describe, expect, it } from '@jest/globals';
import { clientEvents, routes, type Route, type RouteName } from '@hearth/contract';
import { eventEntries, routeEntries, type Entry } from './entries.js';
import { eventRows, routeRows } from './rows/index.js';

const entries = [...routeEntries(routeRows), ...eventEntries(eventRows)];
const authOf = ({ auth }: Route) => auth;
const titles = (some: Entry[]) => some.map(({ title }) => title);

describe('the permission matrix', () => {
  it('has a row for every route', () => {
    expect(Object.keys(routes).filter((name) => !(name in routeRows))).toEqual([]);
  });

  it('has a row for every client event', () => {
    expect(Object.keys(clientEvents).filter((name) => !(name in eventRows))).toEqual([]);
  });

  it('tells its rows apart', () => {
    expect(titles(entries).filter((title, index, all) => all.indexOf(title) !== index)).toEqual([]);
  });

  it('tries somebody who is allowed and somebody who is not, wherever not everybody is', () => {
    const byName = Map.groupBy(entries, ({ name }) => name);
    const oneSided = [...byName.values()].filter((rows) => {
      if (rows.every(({ row }) => row.scope === 'public')) return false;
      const outcomes = rows.flatMap(({ cases }) => cases.map(({ outcome }) => outcome));
      return !outcomes.includes('allowed') || outcomes.every((outcome) => outcome === 'allowed');
    });
    expect(oneSided.flatMap(titles)).toEqual([]);
  });

  it('states exceptions only of those who are tried', () => {
    const idle = entries.filter(({ row, cases }) =>
      Object.keys(row.except ?? {}).some((kind) => !cases.some((each) => each.kind === kind)),
    );
    expect(titles(idle)).toEqual([]);
  });

  it('asks whoever is signed out to sign in, wherever it is not public', () => {
    const isPublic = (name: string) => name in routes && ['public', 'optional'].includes(authOf(routes[name as RouteName]) ?? 'user');
    expect(titles(entries.filter(({ name, row }) => (row.scope === 'public') !== isPublic(name)))).toEqual([]);
  });
});
