import { describe, expect, it } from '@jest/globals';
import { buildChannel } from '@/features/channels/fixtures';
import { ada, ben, buildMessage } from '@/features/messages/fixtures';
import {
  applyBegun,
  applyDeletion,
  applyEdit,
  applyLoaded,
  applyNewMessage,
  applyReady,
  applyState,
  applyUser,
  type HeldConversation,
} from './cache';
import { conversationName, partnerOf } from './names';
import { inOrder } from './order';

const NOW = Date.parse('2026-11-21T12:00:00.000Z');
const ARCHIVED = '2026-11-20T00:00:00.000Z';

const begun: HeldConversation = { version: 0, lastMessage: null, pinnedAt: null, archivedAt: null, mutedUntil: null };
const message = (seq: number) => ({ ...buildMessage({ seq }), channelId: '5' });

describe('a new message', () => {
  it('is the last one, and brings the conversation out of the archive', () => {
    const held = { '5': { ...begun, archivedAt: ARCHIVED } };
    expect(applyNewMessage(held, message(1), NOW)).toEqual({ '5': { ...begun, version: 1, lastMessage: message(1) } });
  });

  it('leaves a muted one in the archive, as long as it is muted', () => {
    const muted = { ...begun, archivedAt: ARCHIVED, mutedUntil: '2026-11-21T12:00:01.000Z' };
    expect(applyNewMessage({ '5': muted }, message(1), NOW)['5']?.archivedAt).toBe(ARCHIVED);
    expect(applyNewMessage({ '5': muted }, message(1), NOW + 2_000)['5']?.archivedAt).toBeNull();
  });

  it('that comes late or twice changes nothing', () => {
    const held = { '5': { ...begun, version: 2, lastMessage: message(2) } };
    expect(applyNewMessage(held, message(1), NOW)).toBe(held);
    expect(applyNewMessage(held, message(2), NOW)).toBe(held);
  });

  it('of a conversation that is not held is not held', () => {
    expect(applyNewMessage({}, message(1), NOW)).toEqual({});
  });
});

describe('what else changes', () => {
  it('an edit of the last message shows, an older state of it does not', () => {
    const held = { '5': { ...begun, version: 4, lastMessage: { ...message(2), version: 4 } } };
    const edited = { ...message(2), version: 5, content: 'mended' };
    expect(applyEdit(held, edited)['5']?.lastMessage).toEqual(edited);
    expect(applyEdit(held, { ...message(2), version: 3 })).toBe(held);
    expect(applyEdit(held, message(1))).toBe(held);
  });

  it('what was deleted is not shown any more, and what is last instead is not known', () => {
    const held = { '5': { ...begun, version: 2, lastMessage: message(2) } };
    const tombstone = { ...message(2), version: 3, content: '', deletedAt: ARCHIVED };
    expect(applyDeletion(held, tombstone)).toEqual({ '5': { ...begun, version: 2, lastMessage: tombstone } });
    expect(applyDeletion(held, { ...message(1), version: 3 })).toEqual({ '5': { ...begun, version: 3, lastMessage: message(2) } });
  });

  it('what comes before its turn leaves the gap open', () => {
    const held = { '5': { ...begun, version: 2, lastMessage: message(2) } };
    expect(applyEdit(held, { ...message(2), version: 4 })['5']?.version).toBe(2);
    expect(applyNewMessage(held, { ...message(3), version: 4 }, NOW)['5']).toMatchObject({ version: 2, lastMessage: { seq: 3 } });
    expect(applyEdit(held, { ...message(1), version: 3 })['5']?.version).toBe(3);
    expect(applyEdit(held, { ...message(1), version: 4 })).toBe(held);
  });
});

describe('an answer', () => {
  const answer = (version: number, last: HeldConversation['lastMessage']) => ({
    ...begun,
    channel: buildChannel({ id: '5', version }),
    receipts: null,
    lastMessage: last,
    pinnedAt: ARCHIVED,
  });

  it('that was made before a message does not take it back', () => {
    const inTurn = { '5': { ...begun, version: 3, lastMessage: message(3) } };
    const before = { '5': { ...begun, version: 1, lastMessage: message(3) } };
    expect(applyLoaded(inTurn, [answer(2, message(2))])['5']).toMatchObject({ pinnedAt: ARCHIVED, version: 3, lastMessage: { seq: 3 } });
    expect(applyLoaded(before, [answer(2, message(2))])['5']).toMatchObject({ version: 2, lastMessage: { seq: 3 } });
  });

  it('says what was deleted and edited since', () => {
    const held = { '5': { ...begun, version: 3, lastMessage: message(3) } };
    expect(applyLoaded(held, [answer(4, message(2))])['5']).toMatchObject({ version: 4, lastMessage: { seq: 2 } });
    expect(applyLoaded(held, [answer(4, { ...message(3), version: 4, content: 'mended' })])['5']?.lastMessage?.content).toBe('mended');
    expect(applyLoaded(held, [answer(4, null)])['5']?.lastMessage).toBeNull();
  });

  it('after a connection stands beside what is kept', () => {
    const held = { '5': { ...begun, version: 1 }, '6': begun, '7': begun };
    expect(applyReady(held, [answer(4, message(2))], new Set(['6']))).toEqual({
      '5': { ...begun, version: 4, lastMessage: message(2), pinnedAt: ARCHIVED },
      '6': begun,
    });
  });
});

describe('what is told of the conversation itself', () => {
  it('a state is that of a held one only; beginning anew keeps what is held', () => {
    const held = { '5': { ...begun, pinnedAt: ARCHIVED } };
    expect(applyState(held, { channelId: '6', pinnedAt: null, archivedAt: null, mutedUntil: null })).toBe(held);
    expect(applyBegun(held, '5')).toBe(held);
    expect(applyBegun(held, '6')).toEqual({ ...held, '6': begun });
  });

  it('a new name of the author shows', () => {
    const held = { '5': { ...begun, lastMessage: { ...message(1), author: ben } } };
    const renamed = { ...ben, displayName: 'Benjamin' };
    expect(applyUser(held, renamed)['5']?.lastMessage?.author).toEqual(renamed);
    expect(applyUser(held, { ...ada, displayName: 'A' })).toBe(held);
  });
});

describe('the order of the list', () => {
  const channel = (id: string, lastMessageAt: string | null) =>
    buildChannel({ id, serverId: null, type: 'DM', lastMessageAt, createdAt: '2026-11-01T00:00:00.000Z' });
  const channels = [channel('1', '2026-11-10T00:00:00.000Z'), channel('2', null), channel('3', '2026-11-12T00:00:00.000Z')];
  const ids = (list: { channel: { id: string } }[]) => list.map(({ channel: { id } }) => id);

  it('is pinned ones first, then the last activity', () => {
    const held = { '1': begun, '2': { ...begun, pinnedAt: ARCHIVED }, '3': begun };
    expect(ids(inOrder(channels, held, false))).toEqual(['2', '3', '1']);
  });

  it('has the archive apart', () => {
    const held = { '1': { ...begun, archivedAt: ARCHIVED }, '2': begun };
    expect(ids(inOrder(channels, held, false))).toEqual(['2']);
    expect(ids(inOrder(channels, held, true))).toEqual(['1']);
  });
});

describe('names', () => {
  const list = (names: string[]) => names.join(' and ');
  const group = buildChannel({ id: '5', serverId: null, type: 'GROUP_DM', name: '', recipients: [ada, ben] });

  it('are those of the group, else of the others in it', () => {
    expect(conversationName({ ...group, name: 'Boats' }, ada.id, list)).toBe('Boats');
    expect(conversationName(group, ada.id, list)).toBe(ben.displayName);
    expect(conversationName({ ...group, recipients: [ada] }, ada.id, list)).toBe('');
  });

  it('know the other one of a DM', () => {
    expect(partnerOf({ ...group, type: 'DM' }, ada.id)).toEqual(ben);
    expect(partnerOf(group, ada.id)).toBeUndefined();
  });
});
