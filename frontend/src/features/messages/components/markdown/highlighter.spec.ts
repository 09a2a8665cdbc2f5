import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { highlighted } from './highlight';
import type { Question } from './highlight-worker';
import { Highlighter } from './highlighter';

/** Colours as the worker does, but for what it is to be lost in. */
class FakeWorker {
  static opened: FakeWorker[] = [];
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onerror: (() => void) | null = null;
  asked: string[] = [];
  ended = false;

  constructor() {
    FakeWorker.opened.push(this);
  }

  postMessage({ id, code, language }: Question): void {
    this.asked.push(code);
    if (code === 'endless') return;
    if (code === 'broken') void Promise.resolve().then(() => this.onerror?.());
    else void Promise.resolve().then(() => this.onmessage?.({ data: { id, pieces: highlighted(code, language) } }));
  }

  terminate(): void {
    this.ended = true;
  }
}

const open = () => new Highlighter(() => new FakeWorker() as unknown as Worker);
const FLOUR = [
  { text: 'const', look: 'keyword' },
  { text: ' flour', look: null },
];

beforeEach(() => {
  jest.useFakeTimers();
  FakeWorker.opened = [];
});
afterEach(() => {
  jest.useRealTimers();
});

it('colours one after the other by one worker, and remembers', async () => {
  const highlighter = open();
  expect(highlighter.known('const flour', 'ts')).toBeNull();
  const both = await Promise.all([highlighter.highlight('const flour', 'ts'), highlighter.highlight('plain', 'klingon')]);
  expect(both).toEqual([FLOUR, [{ text: 'plain', look: null }]]);
  expect(highlighter.known('const flour', 'ts')).toEqual(FLOUR);
  expect(FakeWorker.opened).toHaveLength(1);
});

it('leaves plain what takes too long or breaks, and goes on with another worker', async () => {
  const highlighter = open();
  const all = Promise.all(['endless', 'broken', 'const flour'].map((code) => highlighter.highlight(code, 'ts')));
  await jest.advanceTimersByTimeAsync(2_000);
  expect(await all).toEqual([null, null, FLOUR]);
  expect(FakeWorker.opened.map(({ asked, ended }) => [asked, ended])).toEqual([
    [['endless'], true],
    [['broken'], true],
    [['const flour'], false],
  ]);
  expect(highlighter.known('endless', 'ts')).toBeNull();
});

it('leaves everything plain where there are no workers', async () => {
  const highlighter = new Highlighter(() => {
    throw new Error('none here');
  });
  expect(await Promise.all([highlighter.highlight('a', 'ts'), highlighter.highlight('b', 'ts')])).toEqual([null, null]);
});

it('forgets what was scrolled past long ago', async () => {
  const highlighter = open();
  for (let at = 0; at <= 200; at += 1) await highlighter.highlight(`let at = ${at}`, 'ts');
  expect(highlighter.known('let at = 0', 'ts')).toBeNull();
  expect(highlighter.known('let at = 1', 'ts')).not.toBeNull();
});
