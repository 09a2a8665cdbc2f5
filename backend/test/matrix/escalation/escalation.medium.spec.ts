import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildUser } from '../../factories/users.js';
import { startTestApp, type TestApp } from '../../harness.js';
import { attempts, beginning, working, type Attempt, type Beginning } from './attempts.js';
import { attemptIn } from './deeds.js';
import { gained } from './held.js';
import { Playground, type People } from './playground.js';

const REFUSALS: ReadonlySet<unknown> = new Set(['MISSING_PERMISSION', 'NOT_FOUND', 'VALIDATION', 'CONFLICT']);
const RUNS = 40;
const LENGTH = 15;

let hearth: TestApp;
let people: People;
beforeAll(async () => {
  hearth = await startTestApp();
  people = { owner: await buildUser(hearth), caller: await buildUser(hearth), other: await buildUser(hearth) };
});
afterAll(() => hearth.close());

async function works(ground: Playground, attempt: Attempt): Promise<boolean> {
  try {
    await attemptIn(ground, attempt);
    return true;
  } catch (fault) {
    if (REFUSALS.has((fault as { code?: unknown }).code)) return false;
    throw fault;
  }
}

/** Returns what worked. */
async function play(from: Beginning, tried: readonly Attempt[]): Promise<Attempt[]> {
  const worked: Attempt[] = [];
  const ground = await Playground.build(hearth, people, from);
  let before = (await ground.held()).stored;
  for (const attempt of tried) {
    if (!(await works(ground, attempt))) continue;
    const { stored, believed } = await ground.held();
    expect({ after: attempt.do, gained: gained(before, stored) }).toEqual({ after: attempt.do, gained: {} });
    expect(believed).toEqual(stored);
    worked.push(attempt);
    before = stored;
  }
  await ground.remove();
  return worked;
}

describe('whatever somebody who is not the owner does with roles and overwrites', () => {
  it('gains them no permission, in the server or in any channel', async () => {
    const property = fc.asyncProperty(beginning, attempts(LENGTH), async (from, tried) => void (await play(from, tried)));
    await fc.assert(property, { numRuns: RUNS });
  }, 180_000);

  it('works where they hold enough', async () => {
    expect(await play(working.from, working.tried)).toEqual(working.tried);
  });
});
