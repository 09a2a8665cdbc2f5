import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../harness.js';
import { eventEntries, play, routeEntries } from './entries.js';
import { eventRows, routeRows } from './rows/index.js';
import { World } from './world.js';

/** Every REST route and every client event against everybody. */
let hearth: TestApp;
let world: World;
beforeAll(async () => {
  hearth = await startTestApp();
  world = await World.begin(hearth);
});
afterAll(() => hearth.close());

describe.each([...routeEntries(routeRows), ...eventEntries(eventRows)])('$title', (entry) => {
  it.each(entry.cases)('$name: $outcome', async (each) => {
    expect(await play(world, entry, each)).toBe(each.outcome);
  });
});
