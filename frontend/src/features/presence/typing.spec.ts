import { beforeEach, describe, expect, it } from '@jest/globals';
import { FakeClock } from '@/api/fake-clock';
import { TypingSender } from './typing-sender';
import { noteTyping, noteTypingStopped, resetTyping, useTypingStore } from './typing-store';

const typing = (channelId: string) => Object.keys(useTypingStore.getState()[channelId] ?? {});

describe('who is typing', () => {
  let clock: FakeClock;
  beforeEach(() => {
    clock = new FakeClock();
    resetTyping();
  });

  it('ends by itself after five seconds, counted from the last sign', async () => {
    noteTyping('1', 'ada', clock);
    await clock.advance(3_000);
    noteTyping('1', 'ben', clock);
    noteTyping('1', 'ada', clock);
    await clock.advance(4_999);
    expect(typing('1')).toEqual(['ada', 'ben']);
    await clock.advance(1);
    expect(typing('1')).toEqual([]);
  });

  it('ends at once when it is said, in that channel', () => {
    noteTyping('1', 'ada', clock);
    noteTyping('2', 'ada', clock);
    noteTypingStopped('1', 'ada');
    expect([typing('1'), typing('2')]).toEqual([[], ['ada']]);
  });
});

describe('the own typing', () => {
  let clock: FakeClock;
  let sent: string[];
  let sender: TypingSender;
  beforeEach(() => {
    clock = new FakeClock();
    sent = [];
    sender = new TypingSender({ clock, send: (name, channelId) => sent.push(`${name} ${channelId}`) });
  });

  it('is told every three seconds at most', async () => {
    for (let keys = 0; keys < 70; keys += 1) {
      sender.notify('1');
      await clock.advance(100);
    }
    expect(sent).toEqual(['typing:start 1', 'typing:start 1', 'typing:start 1']);
  });

  it('is ended once', () => {
    sender.notify('1');
    sender.stop();
    sender.stop();
    expect(sent).toEqual(['typing:start 1', 'typing:stop 1']);
  });

  it('moves with the channel', () => {
    sender.notify('1');
    sender.notify('2');
    expect(sent).toEqual(['typing:start 1', 'typing:stop 1', 'typing:start 2']);
  });

  it('is not ended where it is known or forgotten already', async () => {
    sender.notify('1');
    sender.stop(true);
    sender.notify('1');
    await clock.advance(10_000);
    sender.stop();
    expect(sent).toEqual(['typing:start 1', 'typing:start 1']);
  });
});
