import { limits } from '@hearth/contract';
import { beforeEach, describe, expect, it, test } from '@jest/globals';
import { FakeClock } from '@/api/fake-clock';
import { MicrophoneError, type Microphone } from './microphone';
import { NOTHING, type Recording } from './record-store';
import { VoiceRecorder, type Recorded } from './voice-recorder';

/** Hears "x" as often as it is asked. */
class FakeMicrophone implements Microphone {
  state: 'on' | 'paused' | 'closed' = 'on';

  constructor(readonly onGone: () => void) {}

  level = () => 0.5;
  pause = () => void (this.state = 'paused');
  resume = () => void (this.state = 'on');
  heard = () => Promise.resolve(new Blob(['x']));
  close = () => void (this.state = 'closed');
}

let clock: FakeClock;
let state: Recording;
let sent: (Recorded & { channelId: string })[];
let microphones: FakeMicrophone[];
let refusal: MicrophoneError | null;
let recorder: VoiceRecorder;

beforeEach(() => {
  clock = new FakeClock();
  [state, sent, microphones, refusal] = [NOTHING, [], [], null];
  recorder = new VoiceRecorder({
    clock,
    open: async (onGone) => {
      if (refusal) throw refusal;
      const made = new FakeMicrophone(onGone);
      microphones.push(made);
      return Promise.resolve(made);
    },
    hush: () => undefined,
    send: (channelId, recorded) => sent.push({ channelId, ...recorded }),
    get: () => state,
    set: (change) => (state = { ...state, ...change }),
  });
});

async function record(seconds: number, isHeld = true): Promise<void> {
  await recorder.press('1', isHeld);
  await clock.advance(seconds * 1_000);
}

describe('what is said', () => {
  it('is sent by letting go, with how long and how loud it was', async () => {
    await record(2);
    expect(state).toMatchObject({ phase: 'recording', told: 'started', seconds: 2 });
    recorder.release();
    await clock.advance(0);
    expect(sent).toMatchObject([{ channelId: '1', duration: 2 }]);
    expect(new Set(atob(sent[0]?.waveform ?? ''))).toEqual(new Set([String.fromCharCode(128)]));
    expect(state).toEqual({ ...NOTHING, told: 'sent' });
    expect(microphones[0]?.state).toBe('closed');
  });

  it('is as long as it was recorded, without the pauses', async () => {
    await record(1, false);
    await recorder.pause();
    expect(state).toMatchObject({ phase: 'paused', preview: expect.any(Blob) });
    expect(microphones[0]?.state).toBe('paused');
    await clock.advance(60_000);
    recorder.resume();
    await clock.advance(1_000);
    expect(state).toMatchObject({ phase: 'recording', seconds: 2, preview: null });
    await recorder.send();
    expect(sent).toMatchObject([{ duration: 2 }]);
    expect(clock.waiting).toBe(0);
  });

  it('is gone when it is deleted, and the microphone is let go of', async () => {
    await record(1);
    recorder.discard();
    recorder.release();
    await clock.advance(5_000);
    expect([sent, state, microphones[0]?.state]).toEqual([[], { ...NOTHING, told: 'deleted' }, 'closed']);
  });

  it('stays when it is as long as it may be', async () => {
    await record(limits.voiceSeconds + 5);
    expect(state).toMatchObject({ phase: 'paused', isOver: true, told: 'full', preview: expect.any(Blob) });
    recorder.resume();
    expect(state.phase).toBe('paused');
    await recorder.send();
    expect(sent).toMatchObject([{ duration: limits.voiceSeconds }]);
  });

  it('stays when the microphone is taken away', async () => {
    await record(3);
    microphones[0]?.onGone();
    await clock.advance(0);
    expect(state).toMatchObject({ phase: 'paused', isOver: true, told: 'gone', preview: expect.any(Blob) });
  });

  it('waits where it was begun, and nothing is recorded elsewhere meanwhile', async () => {
    await record(3);
    recorder.leave();
    await clock.advance(0);
    await recorder.press('2', false);
    expect(state).toMatchObject({ phase: 'paused', channelId: '1', refusal: 'elsewhere' });
    recorder.forgive();
    await recorder.send();
    expect(sent).toMatchObject([{ channelId: '1', duration: 3 }]);
  });
});

test('why there is no microphone is known, and it can be asked for again', async () => {
  refusal = new MicrophoneError('denied');
  await record(1);
  expect(state).toEqual({ ...NOTHING, refusal: 'denied' });
  refusal = null;
  await record(1, false);
  expect(state).toMatchObject({ phase: 'recording', isLocked: true, refusal: null });
});

test('who gives up before the microphone is there keeps none open', async () => {
  const pressed = recorder.press('1', true);
  recorder.discard();
  await pressed;
  expect([state.phase, microphones[0]?.state]).toEqual(['idle', 'closed']);
});
