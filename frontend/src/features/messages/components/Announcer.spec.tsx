import { afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, render, screen } from '@testing-library/react';
import { queryClient } from '@/api';
import { startI18n } from '@/i18n';
import { ada, ben, buildMessage, buildMessages } from '../fixtures';
import { buildRows } from '../rows';
import { Announcer } from './Announcer';

beforeAll(() => startI18n());
beforeEach(() => void jest.useFakeTimers());
afterEach(() => {
  jest.useRealTimers();
  cleanup();
});

const announcer = (messages = buildMessages(1, 3), more = {}) => (
  <QueryClientProvider client={queryClient}>
    <Announcer
      rows={buildRows(messages, [], { meId: ben.id, firstUnreadSeq: null, hasOlder: false })}
      lastSeq={messages.at(-1)?.seq ?? 0}
      holdsEnd
      meId={ben.id}
      {...more}
    />
  </QueryClientProvider>
);

const said = () => screen.getByRole('log').textContent;
const pass = (ms: number) => act(() => jest.advanceTimersByTime(ms));
const start = buildMessages(1, 3);
const next = (seq: number, more = {}) => buildMessage({ seq, ...more });

describe('what a screen reader hears of a conversation', () => {
  it('is nothing of what stands there already, whatever is loaded above it', () => {
    const { rerender } = render(announcer(start));
    rerender(announcer(start));
    pass(5_000);
    expect(said()).toBe('');
  });

  it('is one message by its name, as prose, and no more of it than anybody listens to', () => {
    const { rerender } = render(announcer(start));
    rerender(announcer([...start, next(4, { content: '**Hello** there, ||secret||' })]));
    pass(1_000);
    expect(said()).toBe('Ada: Hello there, ▒▒▒');
    rerender(announcer([...start, next(4), next(5, { content: 'long '.repeat(500) })]));
    pass(1_000);
    expect(said()).toMatch(/^Ada: long .{190,200}…$/);
  });

  it('is only how many, where several come together', () => {
    const { rerender } = render(announcer(start));
    rerender(announcer([...start, next(4)]));
    pass(500);
    rerender(announcer([...start, next(4), next(5), next(6)]));
    pass(500);
    expect(said()).toBe('3 new messages');
  });

  it('does not wait for a pause that never comes', () => {
    const { rerender } = render(announcer(start));
    for (let seq = 4; seq <= 7; seq += 1) {
      rerender(announcer(buildMessages(1, seq)));
      pass(400);
    }
    expect(said()).toBe('3 new messages');
  });

  it('is nothing of the own ones, and of what was hidden', () => {
    const { rerender } = render(announcer(start));
    rerender(announcer([...start, next(4, { author: ben }), next(5, { hidden: true })]));
    pass(1_000);
    expect(said()).toBe('');
    rerender(announcer([...start, next(4, { author: ben }), next(5), next(6, { author: ada, content: 'And you?' })]));
    pass(1_000);
    expect(said()).toBe('Ada: And you?');
  });

  it('is how many, where the reader is far above, and nothing of what is loaded on the way down', () => {
    const { rerender } = render(announcer(start, { lastSeq: 90, holdsEnd: false }));
    rerender(announcer(start, { lastSeq: 92, holdsEnd: false }));
    pass(1_000);
    expect(said()).toBe('2 new messages');
    rerender(announcer(buildMessages(1, 92), { lastSeq: 92 }));
    pass(1_000);
    expect(said()).toBe('2 new messages');
  });
});
