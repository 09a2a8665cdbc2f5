import { describe, expect, it, test } from '@jest/globals';
import { after, IDLE, isSentBy, slideDone, slideMeans, type Act, type Machine } from './machine';

const press = (isHeld: boolean): Act => ({ kind: 'press', channelId: '1', isHeld });
const granted: Act = { kind: 'granted' };
const release = (seconds: number): Act => ({ kind: 'release', seconds });
const act = (kind: 'lock' | 'pause' | 'resume' | 'over' | 'end'): Act => ({ kind });
const run = (...acts: Act[]): Machine => acts.reduce(after, IDLE);
const shown = ({ phase, isLocked, isOver }: Machine) => [phase, ...(isLocked ? ['locked'] : []), ...(isOver ? ['over'] : [])].join(' ');

test.each<[string, Act[], string]>([
  ['waits for the microphone', [press(true)], 'asking'],
  ['records as long as the button is held', [press(true), granted], 'recording'],
  ['is sent by letting go', [press(true), granted, release(2)], 'idle'],
  ['goes on by itself after a short press', [press(true), granted, release(0.1)], 'recording locked'],
  ['goes on by itself where somebody let go to answer the browser', [press(true), release(0), granted], 'recording locked'],
  ['goes on by itself once it is locked', [press(true), granted, act('lock'), release(5)], 'recording locked'],
  ['needs no hand when a key began it', [press(false), granted], 'recording locked'],
  ['can be paused, and goes on', [press(false), granted, act('pause'), act('resume')], 'recording locked'],
  ['stays when its time is over, without going on', [press(true), granted, act('over'), act('resume')], 'paused locked over'],
  ['is not begun twice', [press(false), granted, act('pause'), press(true)], 'paused locked'],
  ['ends', [press(false), granted, act('end')], 'idle'],
  ['is not begun by an answer that nobody waits for', [granted, act('pause'), act('over'), release(3), act('lock')], 'idle'],
])('a recording %s', (_name, acts, end) => {
  expect(shown(run(...acts))).toBe(end);
});

test('letting go sends what was held, and nothing else', () => {
  expect(isSentBy(run(press(true), granted), release(1))).toBe(true);
  expect(isSentBy(run(press(true), granted), release(0.2))).toBe(false);
  expect(isSentBy(run(press(true)), release(0))).toBe(false);
  expect(isSentBy(run(press(false), granted), release(9))).toBe(false);
});

describe('a finger', () => {
  it('cancels by going back the way that one reads, and locks by going up', () => {
    expect(slideMeans(-120, 0, false)).toBe('cancel');
    expect(slideMeans(120, 0, true)).toBe('cancel');
    expect(slideMeans(120, 0, false)).toBeNull();
    expect(slideMeans(-20, -80, false)).toBe('lock');
    expect(slideMeans(-40, -40, false)).toBeNull();
  });

  it('is so far on its way', () => {
    expect([0, -55, -500, 40].map((x) => slideDone(x, false))).toEqual([0, 0.5, 1, 0]);
    expect(slideDone(55, true)).toBe(0.5);
  });
});
