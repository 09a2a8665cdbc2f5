import { describe, expect, it } from '@jest/globals';
import { quoteOf, type Message } from '@hearth/contract';
import { ada, ben, buildMessage } from './fixtures';
import type { PendingMessage } from './pending-message';
import { type Row, type RowOptions, buildRows } from './rows';

const options: RowOptions = { meId: ada.id, firstUnreadSeq: null, hasOlder: false, timeZone: 'UTC' };
const at = (time: string) => new Date(`2026-11-${time}Z`).toISOString();
const message = (seq: number, time: string, rest: Partial<Message> = {}) => buildMessage({ seq, createdAt: at(time), ...rest });

const pending = (nonce: string, time: string): PendingMessage => ({
  nonce,
  channelId: '1',
  content: nonce,
  createdAt: Date.parse(at(time)),
  state: 'pending',
  problem: null,
});

const shape = (row: Row): string => {
  if (row.kind === 'day' || row.kind === 'unread') return row.kind;
  const what = row.kind === 'pending' ? row.pending.nonce : row.message.seq;
  return `${row.kind} ${what}${row.startsGroup ? ' *' : ''}`;
};
const rowsOf = (messages: Message[], rest: Partial<RowOptions> = {}, waiting: PendingMessage[] = []) =>
  buildRows(messages, waiting, { ...options, ...rest });
const shapes = (...input: Parameters<typeof rowsOf>) => rowsOf(...input).map(shape);

describe('buildRows', () => {
  it('groups what one author says within seven minutes', () => {
    const messages = [
      message(1, '21T09:00:00'),
      message(2, '21T09:06:59'),
      message(3, '21T09:14:00'),
      message(4, '21T09:14:01', { author: ben }),
      message(5, '21T09:14:02'),
    ];
    expect(shapes(messages)).toEqual(['day', 'message 1 *', 'message 2', 'message 3 *', 'message 4 *', 'message 5 *']);
  });

  it('sets an answer apart, stored or on its way', () => {
    const first = message(1, '21T09:00:00');
    const answer = message(2, '21T09:01:00', { type: 'REPLY', replyTo: quoteOf(first) });
    const waiting = { ...pending('a', '21T09:02:00'), reply: { to: quoteOf(first), mention: true } };
    expect(shapes([first, answer], {}, [pending('b', '21T09:01:30'), waiting])).toEqual([
      'day',
      'message 1 *',
      'message 2 *',
      'pending b',
      'pending a *',
    ]);
  });

  it('separates days as the time zone counts them', () => {
    const messages = [message(1, '21T22:30:00'), message(2, '21T22:31:00'), message(3, '21T23:30:00')];
    expect(shapes(messages)).toEqual(['day', 'message 1 *', 'message 2', 'message 3 *']);
    const berlin = rowsOf([message(1, '21T22:59:00'), message(2, '21T23:01:00')], { timeZone: 'Europe/Berlin' });
    expect(berlin.map(shape)).toEqual(['day', 'message 1 *', 'day', 'message 2 *']);
    expect(berlin[2]).toMatchObject({ at: at('21T23:01:00') });
  });

  it('does not name the day of a window whose beginning is not loaded', () => {
    const messages = [message(4, '21T09:00:00'), message(5, '22T09:00:00')];
    expect(shapes(messages, { hasOlder: true })).toEqual(['message 4 *', 'day', 'message 5 *']);
  });

  it('draws the unread line above the first message of somebody else', () => {
    const messages = [message(1, '21T09:00:00'), message(2, '21T09:00:01'), message(3, '21T09:00:02', { author: ben })];
    expect(shapes(messages, { firstUnreadSeq: 2 })).toEqual(['day', 'message 1 *', 'message 2', 'unread', 'message 3 *']);
    expect(shapes(messages.slice(0, 2), { firstUnreadSeq: 2 })).toEqual(['day', 'message 1 *', 'message 2']);
    expect(shapes([message(1, '21T09:00:00', { author: ben })], { firstUnreadSeq: 1 })).toEqual(['day', 'unread', 'message 1 *']);
  });

  it('draws no line while it belongs above the window', () => {
    const messages = [message(8, '21T09:00:00', { author: ben })];
    expect(shapes(messages, { firstUnreadSeq: 2, hasOlder: true })).toEqual(['message 8 *']);
  });

  it('starts a group below the line and the day', () => {
    const messages = [
      message(1, '21T23:59:00', { author: ben }),
      message(2, '22T00:01:00', { author: ben }),
      message(3, '22T00:02:00', { author: ben }),
    ];
    expect(shapes(messages, { firstUnreadSeq: 3 })).toEqual(['day', 'message 1 *', 'day', 'message 2 *', 'unread', 'message 3 *']);
  });

  it('shows tombstones and notices as such', () => {
    const messages = [
      message(1, '21T09:00:00'),
      message(2, '21T09:00:01', { deletedAt: at('21T09:01:00'), content: '' }),
      message(3, '21T09:00:02', { type: 'MEMBER_JOIN' }),
      message(4, '21T09:00:03'),
    ];
    expect(shapes(messages)).toEqual(['day', 'message 1 *', 'deleted 2', 'system 3 *', 'message 4 *']);
  });

  it('puts what is pending last, in groups too', () => {
    const waiting = [pending('a', '21T09:02:00'), pending('b', '21T09:10:00')];
    expect(shapes([message(1, '21T09:00:00')], {}, waiting)).toEqual(['day', 'message 1 *', 'pending a', 'pending b *']);
    expect(shapes([message(1, '21T09:00:00', { author: ben })], {}, waiting)[2]).toBe('pending a *');
  });

  it('shows a message once, and under one key, from pending to sent', () => {
    const waiting = [pending('a', '21T09:00:00')];
    const before = rowsOf([], {}, waiting);
    const sent = rowsOf([message(1, '21T09:00:00', { nonce: 'a' })], {}, waiting);
    expect(before.map(shape)).toEqual(['day', 'pending a *']);
    expect(sent.map(shape)).toEqual(['day', 'message 1 *']);
    expect(sent.map(({ key }) => key)).toEqual(before.map(({ key }) => key));
  });

  it("does not take another author's nonce for an own one", () => {
    const rows = rowsOf([message(1, '21T09:00:00', { nonce: 'a', author: ben })], {}, [pending('a', '21T09:00:00')]);
    expect(rows.map(shape)).toEqual(['day', 'message 1 *', 'pending a *']);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(3);
  });

  it('keeps the rows that did not change', () => {
    const messages = [message(1, '21T09:00:00'), message(2, '21T09:01:00')];
    const before = rowsOf(messages);
    const after = rowsOf([...messages, message(3, '21T09:02:00')]);
    expect(after[1]).toBe(before[1]);
    expect(after[2]).toBe(before[2]);
  });
});
