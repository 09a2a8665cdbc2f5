import { describe, expect, it } from '@jest/globals';
import { settle, stage, staged, type Staged } from './staged';

const items = (keys: string) => [...keys].map((key) => ({ key }));
const shown = ({ items: list }: Staged<{ key: string }>) => list.map(({ key }) => key).join('');

const step = (from: string, to: string) => {
  const next = stage(staged(items(from)), items(to));
  return { shown: shown(next), shift: next.shift, settled: shown(settle(next)), epoch: next.epoch };
};

describe('stage', () => {
  it('shifts for what comes above, and only then', () => {
    expect(step('cd', 'abcd')).toEqual({ shown: 'abcd', shift: true, settled: 'abcd', epoch: 0 });
    expect(step('cd', 'cde')).toEqual({ shown: 'cde', shift: false, settled: 'cde', epoch: 0 });
    expect(step('cd', 'cd')).toEqual({ shown: 'cd', shift: false, settled: 'cd', epoch: 0 });
  });

  it('takes both ends one after the other', () => {
    expect(step('cd', 'abcde')).toEqual({ shown: 'abcd', shift: true, settled: 'abcde', epoch: 0 });
    expect(step('cde', 'abce')).toEqual({ shown: 'abcde', shift: true, settled: 'abce', epoch: 0 });
  });

  it('shifts for what goes above', () => {
    expect(step('abcd', 'cd')).toEqual({ shown: 'cd', shift: true, settled: 'cd', epoch: 0 });
  });

  it('lets go above before it takes what comes below', () => {
    expect(step('abcd', 'cdef')).toEqual({ shown: 'cd', shift: true, settled: 'cdef', epoch: 0 });
  });

  it('starts anew when nothing is left', () => {
    expect(step('abcd', 'xyz')).toEqual({ shown: 'xyz', shift: false, settled: 'xyz', epoch: 1 });
  });

  it('goes on where some of it is left', () => {
    expect(step('abcd', 'xbcd').epoch).toBe(0);
  });

  it('begins with an empty list', () => {
    expect(step('', 'ab')).toEqual({ shown: 'ab', shift: false, settled: 'ab', epoch: 0 });
    expect(step('ab', '')).toEqual({ shown: '', shift: false, settled: '', epoch: 0 });
  });

  it('settles with what came in the meantime', () => {
    const first = stage(staged(items('cd')), items('abcde'));
    expect(shown(stage(first, items('abcdef')))).toBe('abcdef');
  });
});
