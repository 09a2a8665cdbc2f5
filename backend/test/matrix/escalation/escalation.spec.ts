import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ProblemError } from '../../../src/http/problem.js';
import { attempts, beginning, working, type Attempt, type Beginning } from './attempts.js';
import { gained } from './held.js';
import { begin, held, type Model } from './model.js';
import { tryIn } from './trials.js';

/** Null: it was refused. */
async function next(model: Model, attempt: Attempt): Promise<Model | null> {
  try {
    return await tryIn(model, attempt);
  } catch (refusal) {
    if (refusal instanceof ProblemError) return null;
    throw refusal;
  }
}

/** Returns what worked. */
async function play(from: Beginning, tried: readonly Attempt[]): Promise<Attempt[]> {
  const worked: Attempt[] = [];
  let model = begin(from);
  for (const attempt of tried) {
    const after = await next(model, attempt);
    if (!after) continue;
    expect({ after: attempt.do, gained: gained(held(model), held(after)) }).toEqual({ after: attempt.do, gained: {} });
    worked.push(attempt);
    model = after;
  }
  return worked;
}

describe('what the policies let somebody do who is not the owner', () => {
  it('gains them no permission, in the server or in any channel', async () => {
    const property = fc.asyncProperty(beginning, attempts(40), async (from, tried) => void (await play(from, tried)));
    await fc.assert(property, { numRuns: 500 });
  }, 60_000);

  it('is one of each, where they hold enough', async () => {
    expect(await play(working.from, working.tried)).toEqual(working.tried);
  });
});
