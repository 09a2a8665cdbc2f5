import { describe, expect, it } from '@jest/globals';
import { singleServerEvents } from '@hearth/contract';
import { circles, type Listener } from './circles.js';
import { entriesOf, hearersOf, type Entry } from './play.js';
import { hearerRows } from './rows/index.js';

const entries = entriesOf(hearerRows);
const titles = (some: Entry[]) => some.map(({ title }) => title);

describe('the table of who hears what', () => {
  it('has a row for every event of the server', () => {
    expect(Object.keys(singleServerEvents).filter((event) => !(event in hearerRows))).toEqual([]);
  });

  it('tells its rows apart', () => {
    expect(titles(entries).filter((title, index, all) => all.indexOf(title) !== index)).toEqual([]);
  });

  it('names somebody who hears it, as an event that nobody hears would pass', () => {
    expect(titles(entries.filter(({ row }) => hearersOf(row).size === 0))).toEqual([]);
  });

  it('states exceptions only where they are some', () => {
    const isIn = ({ row }: Entry, name: Listener) => (circles[row.circle] as readonly Listener[]).includes(name);
    const idle = entries.filter((entry) => {
      const { also = [], without = [] } = entry.row;
      return also.some((name) => isIn(entry, name)) || !without.every((name) => isIn(entry, name));
    });
    expect(titles(idle)).toEqual([]);
  });
});
