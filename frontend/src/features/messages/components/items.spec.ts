import { describe, expect, it } from '@jest/globals';
import type { Message } from '@hearth/contract';
import type { Row } from '@/features/messages';
import { buildItems, indexFrom, newAfter } from './items';

const message = (seq: number, authorId = '2'): Message => ({
  id: String(seq),
  channelId: '1',
  seq,
  version: seq,
  type: 'DEFAULT',
  author: { id: authorId, username: 'mara', displayName: 'Mara', avatar: null },
  content: `message ${seq}`,
  createdAt: '2026-01-01T00:00:00.000Z',
  editedAt: null,
  deletedAt: null,
  replyTo: null,
  attachments: [],
  reactions: [],
  mentions: [],
  embeds: [],
  pinnedAt: null,
});

const row = (seq: number, startsGroup: boolean, authorId?: string): Row => ({
  kind: 'message',
  key: String(seq),
  message: message(seq, authorId),
  startsGroup,
});

const rows: Row[] = [
  { kind: 'day', key: 'day-1', at: '2026-01-01T00:00:00.000Z' },
  row(1, true),
  row(2, false),
  { kind: 'unread', key: 'unread' },
  row(3, true, '9'),
  row(5, true),
];

describe('buildItems', () => {
  it('gives days and the unread line to the message below', () => {
    expect(buildItems(rows, true)).toMatchObject([
      { key: '1', day: '2026-01-01T00:00:00.000Z', isFirstUnread: false, endsGroup: false },
      { key: '2', day: null, isFirstUnread: false, endsGroup: true },
      { key: '3', day: null, isFirstUnread: true, endsGroup: true },
      { key: '5', day: null, isFirstUnread: false, endsGroup: true },
    ]);
  });

  it('begins with the beginning once it is held', () => {
    expect(buildItems(rows, false).map(({ key }) => key)).toEqual(['beginning', '1', '2', '3', '5']);
    expect(buildItems([], false).map(({ key }) => key)).toEqual(['beginning']);
  });
});

describe('a tombstone', () => {
  const deleted: Row = { kind: 'deleted', key: '4', message: message(4), startsGroup: true };

  it('lets the next message stand under its own name', () => {
    expect(buildItems([row(3, true), deleted, row(5, false), row(6, false)], true)).toMatchObject([
      { key: '3', startsGroup: true, endsGroup: true },
      { key: '4' },
      { key: '5', startsGroup: true, endsGroup: false },
      { key: '6', startsGroup: false, endsGroup: true },
    ]);
  });
});

describe('newAfter', () => {
  it('counts the messages of others', () => {
    const items = buildItems(rows, false);
    expect(newAfter(items, 0, '9')).toBe(3);
    expect(newAfter(items, 2, '9')).toBe(1);
    expect(newAfter(items, 5, '9')).toBe(0);
    expect(indexFrom(items, 3)).toBe(3);
  });
});
