import { describe, expect, it } from '@jest/globals';
import { buildChannel } from '@/features/channels/fixtures';
import { ada, ben, buildMessage } from '@/features/messages/fixtures';
import { applyBegun, applyEdit, applyLoaded, applyNewMessage, applyState, applyUser, type HeldConversation } from './cache';
import { conversationName, partnerOf } from './names';
import { inOrder } from './order';

const NOW = Date.parse('2026-11-21T12:00:00.000Z');
const ARCHIVED = '2026-11-20T00:00:00.000Z';

const begun: HeldConversation = { lastMessage: null, pinnedAt: null, archivedAt: null, mutedUntil: null };
const message = (seq: number) => ({ ...buildMessage({ seq }), channelId: '5' });

describe('a new message', () => {
  it('is the last one, and brings the conversation out of the archive', () => {
    const held = { '5': { ...begun, archivedAt: ARCHIVED } };
    expect(applyNewMessage(held, message(1), NOW)).toEqual({ '5': { ...begun, lastMessage: message(1) } });
  });

  it('leaves a muted one in the archive, as long as it is muted', () => {
    const muted = { ...begun, archivedAt: ARCHIVED, mutedUntil: '2026-11-21T12:00:01.000Z' };
    expect(applyNewMessage({ '5': muted }, message(1), NOW)['5']?.archivedAt).toBe(ARCHIVED);
    expect(applyNewMessage({ '5': muted }, message(1), NOW + 2_000)['5']?.archivedAt).toBeNull();
  });

  it('that comes late or twice changes nothing', () => {
    const held = { '5': { ...begun, lastMessage: message(2) } };
    expect(applyNewMessage(held, message(1), NOW)).toBe(held);
    expect(applyNewMessage(held, message(2), NOW)).toBe(held);
  });

  it('of a conversation that is not held is not held', () => {
    expect(applyNewMessage({}, message(1), NOW)).toEqual({});
  });
});

describe('what else changes', () => {
  it('an edit of the last message shows, an older state of it does not', () => {
    const held = { '5': { ...begun, lastMessage: { ...message(2), version: 4 } } };
    const edited = { ...message(2), version: 5, content: 'mended' };
    expect(applyEdit(held, edited)['5']?.lastMessage).toEqual(edited);
    expect(applyEdit(held, { ...message(2), version: 3 })).toBe(held);
    expect(applyEdit(held, message(1))).toBe(held);
  });

  it('an answer that was made before a message does not take it back', () => {
    const held = { '5': { ...begun, lastMessage: message(3) } };
    const loaded = { channel: buildChannel({ id: '5' }), receipts: null, ...begun, lastMessage: message(2), pinnedAt: ARCHIVED };
    expect(applyLoaded(held, [loaded])).toEqual({ '5': { ...begun, pinnedAt: ARCHIVED, lastMessage: message(3) } });
  });

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
