import { beforeEach, describe, expect, it } from '@jest/globals';
import { errorCodes, type ErrorCode } from '@hearth/contract';
import { ApiError, NetworkError } from '@/api';
import { FakeClock, settle } from '@/api/fake-clock';
import { UploadQueue, type UploadState } from './upload-queue';

const problem = (code: ErrorCode, retryAfter?: number) =>
  new ApiError({ type: 'about:blank', title: '', status: errorCodes[code][0], code, detail: '', requestId: '', retryAfter });

interface Sent {
  name: string;
  answer: PromiseWithResolvers<void>;
}

let clock: FakeClock;
let sent: Sent[];
let queue: UploadQueue;

beforeEach(() => {
  clock = new FakeClock();
  sent = [];
  const upload = (_file: File, name: string) => {
    const answer = Promise.withResolvers<void>();
    sent.push({ name, answer });
    return answer.promise;
  };
  queue = new UploadQueue({ clock, upload });
});

const add = (names: string[], state: UploadState = 'waiting') =>
  queue.add(names.map((name) => ({ file: new File([], `${name}.png`), name, state })));
const states = () => queue.view().uploads.map(({ name, state }) => `${name} ${state}`);
const names = () => sent.map(({ name }) => name);
const idOf = (name: string) => queue.view().uploads.find((upload) => upload.name === name)?.id ?? 0;

async function answer(fault?: Error): Promise<void> {
  const last = sent.at(-1)?.answer;
  if (fault) last?.reject(fault);
  else last?.resolve();
  await settle();
}

describe('uploads', () => {
  it('go one after the other', async () => {
    add(['a', 'b']);
    expect(states()).toEqual(['a uploading', 'b waiting']);
    await answer();
    expect(states()).toEqual(['a done', 'b uploading']);
    await answer();
    expect(states()).toEqual(['a done', 'b done']);
    expect(names()).toEqual(['a', 'b']);
  });

  it('that fail hold nobody up, and are tried again under another name', async () => {
    add(['a', 'b']);
    await answer(problem('CONFLICT'));
    expect(states()).toEqual(['a failed', 'b uploading']);
    const id = idOf('a');
    queue.rename(id, ' c ');
    queue.start(id);
    await answer(new NetworkError('gone'));
    expect(names()).toEqual(['a', 'b', 'c']);
    expect(queue.view().uploads[0]?.fault).toBeUndefined();
    await answer();
    expect(states()).toEqual([' c  done', 'b failed']);
  });

  it('wait as long as the server says, and go on by themselves', async () => {
    add(['a', 'b']);
    await answer(problem('RATE_LIMITED', 3));
    expect([states(), queue.view().isPausing]).toEqual([['a waiting', 'b waiting'], true]);
    add(['c']);
    await clock.advance(2_999);
    expect(names()).toEqual(['a']);
    await clock.advance(1);
    expect([names(), queue.view().isPausing]).toEqual([['a', 'a'], false]);
    await answer(problem('RATE_LIMITED'));
    await clock.advance(5_000);
    expect(names()).toEqual(['a', 'a', 'a']);
  });

  it('end together where nothing more fits', async () => {
    add(['a', 'b']);
    add(['c'], 'naming');
    await answer(problem('LIMIT_REACHED'));
    expect(states()).toEqual(['a failed', 'b failed', 'c naming']);
    expect(names()).toEqual(['a']);
  });

  it('wait for their names where they are asked for', () => {
    add(['a', 'b'], 'naming');
    expect(names()).toEqual([]);
    queue.start(idOf('b'));
    expect(states()).toEqual(['a naming', 'b uploading']);
  });

  it('are taken out before they begin, not while they run', async () => {
    add(['a', 'b', 'c']);
    queue.remove(idOf('a'));
    queue.remove(idOf('b'));
    expect(states()).toEqual(['a uploading', 'c waiting']);
    await answer();
    expect(names()).toEqual(['a', 'c']);
  });

  it('make room when they are over', async () => {
    add(['a']);
    await answer();
    add(['b']);
    expect(states()).toEqual(['b uploading']);
    await answer(problem('INTERNAL'));
    add(['c']);
    expect(states()).toEqual(['b failed', 'c uploading']);
    queue.clear();
    expect(states()).toEqual(['c uploading']);
  });

  it('tell whoever listens', () => {
    let told = 0;
    const stop = queue.subscribe(() => (told += 1));
    add(['a'], 'naming');
    expect(told).toBeGreaterThan(0);
    stop();
    const before = told;
    queue.clear();
    expect(told).toBe(before);
  });
});
