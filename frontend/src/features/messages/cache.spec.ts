import { describe, expect, it } from '@jest/globals';
import { quoteOf } from '@hearth/contract';
import fc from 'fast-check';
import {
  type Conversation,
  type MessageChange,
  appendNewer,
  applyChanges,
  applyMessageChange,
  applyUser,
  fromPage,
  hasGap,
  MOST_HELD,
  prependOlder,
  receivedSeq,
} from './cache';
import { ada, ben, buildMessage, buildMessages } from './fixtures';

const newest = (from: number, to: number): Conversation =>
  fromPage('1', { messages: buildMessages(from, to), hasMore: from > 1 }, to, 'newest');
const posted = (seq: number): MessageChange => ({ version: seq, message: buildMessage({ seq }) });
const edited = (seq: number, version: number): MessageChange => ({
  version,
  message: buildMessage({ seq, version, content: `v${version}` }),
});
const seqs = ({ messages }: Conversation) => messages.map(({ seq }) => seq);

describe('fromPage', () => {
  it('knows what the newest page shows', () => {
    expect(newest(3, 5)).toMatchObject({ version: 5, seen: [], hasOlder: true, atNewest: true });
  });

  it('trusts a version that was known before it was asked for, and a newer row more', () => {
    const page = { messages: [buildMessage({ seq: 1, version: 9 })], hasMore: false };
    expect(fromPage('1', page, 7, 'newest').version).toBe(9);
    expect(fromPage('1', page, 12, 'newest').version).toBe(12);
  });

  it('is at the newest message around another one only if there is no more', () => {
    expect(fromPage('1', { messages: buildMessages(4, 6), hasMore: true }, 9, 'around')).toMatchObject({ hasOlder: true, atNewest: false });
    expect(fromPage('1', { messages: buildMessages(1, 3), hasMore: true }, 9, 'around')).toMatchObject({
      hasOlder: false,
      atNewest: false,
    });
    expect(fromPage('1', { messages: buildMessages(1, 3), hasMore: false }, 3, 'around')).toMatchObject({
      hasOlder: false,
      atNewest: true,
    });
  });
});

describe('paging', () => {
  it('puts older messages before the window', () => {
    const held = prependOlder(newest(4, 6), 4, { messages: buildMessages(2, 3), hasMore: true });
    expect(seqs(held)).toEqual([2, 3, 4, 5, 6]);
    expect(held.hasOlder).toBe(true);
    expect(prependOlder(held, 2, { messages: buildMessages(1, 1), hasMore: false }).hasOlder).toBe(false);
  });

  it('puts newer messages behind it until the newest is there', () => {
    const around = fromPage('1', { messages: buildMessages(4, 5), hasMore: true }, 9, 'around');
    const more = appendNewer(around, 5, { messages: buildMessages(6, 7), hasMore: true });
    expect(more).toMatchObject({ atNewest: false });
    expect(seqs(more)).toEqual([4, 5, 6, 7]);
    expect(appendNewer(more, 7, { messages: buildMessages(8, 9), hasMore: false })).toMatchObject({ atNewest: true });
  });

  it('lets go of what lies far behind whoever reads on, and knows that it is there', () => {
    const long = newest(101, 100 + MOST_HELD);
    const older = prependOlder(long, 101, { messages: buildMessages(51, 100), hasMore: true });
    expect(older).toMatchObject({ hasOlder: true, atNewest: false });
    expect([seqs(older)[0], seqs(older).at(-1)]).toEqual([51, 50 + MOST_HELD]);
    const end = { messages: buildMessages(51 + MOST_HELD, 100 + MOST_HELD), hasMore: false };
    const back = appendNewer({ ...older, hasOlder: false }, 50 + MOST_HELD, end);
    expect(back).toMatchObject({ hasOlder: true, atNewest: true });
    expect(seqs(back)).toEqual(seqs(long));
  });

  it('drops a page that was asked for another window', () => {
    const held = newest(4, 6);
    expect(prependOlder(held, 9, { messages: buildMessages(7, 8), hasMore: true })).toBe(held);
    expect(appendNewer(held, 3, { messages: buildMessages(4, 5), hasMore: true })).toBe(held);
  });
});

describe('applyMessageChange', () => {
  it('adds a new message at the end', () => {
    const held = applyMessageChange(newest(1, 2), posted(3));
    expect(seqs(held)).toEqual([1, 2, 3]);
    expect(held).toMatchObject({ version: 3 });
    expect(hasGap(held)).toBe(false);
  });

  it('orders by seq, whatever comes first, and sees the gap until it closes', () => {
    const late = applyMessageChange(newest(1, 2), posted(4));
    expect(hasGap(late)).toBe(true);
    expect(late.version).toBe(2);
    const whole = applyMessageChange(late, posted(3));
    expect(seqs(whole)).toEqual([1, 2, 3, 4]);
    expect(whole).toMatchObject({ version: 4, seen: [] });
  });

  it('replaces a changed message and ignores an older state of it', () => {
    const held = applyMessageChange(newest(1, 3), edited(2, 5));
    expect(held.messages[1]?.content).toBe('v5');
    const after = applyMessageChange(held, edited(2, 4));
    expect(after.messages).toBe(held.messages);
    expect(after.version).toBe(5);
  });

  it('empties a message that is deleted with many others', () => {
    const deleted = { version: 4, seq: 2, deletedAt: '2026-11-21T10:00:00.000Z' };
    const held = applyMessageChange(newest(1, 3), deleted);
    expect(held.messages[1]).toEqual({ ...buildMessage({ seq: 2 }), version: 4, content: '', deletedAt: deleted.deletedAt });
    expect(held.version).toBe(4);
    expect(applyMessageChange(held, deleted)).toBe(held);
  });

  it('keeps nothing of where a message came from that is deleted with many others', () => {
    const origin = { messageId: '9', channelId: '8', channelName: 'news', serverId: '7', serverName: 'Ember' };
    const held = applyMessageChange(newest(1, 3), { version: 4, message: { ...buildMessage({ seq: 2 }), version: 4, origin } });
    const after = applyMessageChange(held, { version: 5, seq: 2, deletedAt: '2026-11-21T10:00:00.000Z' });
    expect(after.messages[1]).not.toHaveProperty('origin');
  });

  it('leaves the version open of a deletion before which something is missing, which may have been an edit', () => {
    const deleted = { version: 5, seq: 2, deletedAt: '2026-11-21T10:00:00.000Z' };
    const held = applyMessageChange(newest(1, 3), deleted);
    expect(held.messages[1]).toMatchObject({ content: '', deletedAt: deleted.deletedAt });
    expect(held).toMatchObject({ version: 3, seen: [] });
    const tombstone = buildMessage({ ...deleted, content: '', editedAt: '2026-11-21T09:30:00.000Z' });
    const whole = applyChanges(held, 3, { messages: [tombstone], version: 5, hasMore: false });
    expect(whole).toMatchObject({ version: 5, seen: [] });
    expect(whole.messages[1]).toEqual(tombstone);
  });

  it('leaves the version open of a deletion that comes before its message', () => {
    const held = applyMessageChange(newest(1, 2), { version: 4, seq: 3, deletedAt: '2026-11-21T10:00:00.000Z' });
    expect(held).toMatchObject({ version: 2, seen: [] });
    const older = applyMessageChange(newest(4, 6), { version: 7, seq: 2, deletedAt: '2026-11-21T10:00:00.000Z' });
    expect(older.version).toBe(7);
  });

  it('changes nothing the second time', () => {
    const held = applyMessageChange(newest(1, 3), edited(2, 4));
    expect(applyMessageChange(held, edited(2, 4))).toBe(held);
  });

  it('lets what is older than the window change the version only', () => {
    const held = newest(4, 6);
    const after = applyMessageChange(held, edited(2, 7));
    expect(after.messages).toBe(held.messages);
    expect(after.version).toBe(7);
  });

  it('lets a new message raise the version only while the window ends earlier', () => {
    const held = fromPage('1', { messages: buildMessages(4, 5), hasMore: true }, 9, 'around');
    const after = applyMessageChange(held, posted(10));
    expect(seqs(after)).toEqual([4, 5]);
    expect(after).toMatchObject({ version: 10, atNewest: false });
  });

  it('fills an empty channel in any order', () => {
    const empty = fromPage('1', { messages: [], hasMore: false }, 0, 'newest');
    expect(seqs([posted(2), posted(3), posted(1)].reduce(applyMessageChange, empty))).toEqual([1, 2, 3]);
  });
});

describe('applyChanges', () => {
  it('closes gaps up to its version and keeps what was seen beyond', () => {
    const held = [posted(5), posted(7)].reduce(applyMessageChange, newest(1, 3));
    const after = applyChanges(held, 3, { messages: [buildMessage({ seq: 4 })], version: 5, hasMore: false });
    expect(after).toMatchObject({ version: 5, seen: [7] });
    expect(applyMessageChange(after, posted(6))).toMatchObject({ version: 7, seen: [] });
  });

  it('leaves the gap below the version that it was asked for', () => {
    const after = applyChanges(newest(1, 3), 4, { messages: [buildMessage({ seq: 5 })], version: 5, hasMore: false });
    expect(after).toMatchObject({ version: 3, seen: [5] });
  });
});

describe('receivedSeq', () => {
  it('ends before a hole, unless the version covers it', () => {
    const held = applyMessageChange(newest(1, 3), posted(5));
    expect(receivedSeq(held)).toBe(3);
    expect(receivedSeq(applyChanges(held, 3, { messages: [], version: 5, hasMore: false }))).toBe(5);
    expect(receivedSeq(fromPage('1', { messages: [], hasMore: false }, 0, 'newest'))).toBe(0);
  });
});

describe('quotes', () => {
  const original = buildMessage({ seq: 1, author: ada, content: 'first words' });
  const reply = buildMessage({ seq: 2, author: ben, type: 'REPLY', replyTo: quoteOf(original) });
  const held = fromPage('1', { messages: [reply], hasMore: true }, 2, 'newest');
  const edited = { ...original, version: 3, content: 'other words', editedAt: '2026-01-01T00:00:00.000Z' };

  it('follow what they quote, also when that is not held, and never back', () => {
    const after = applyMessageChange(held, { version: 3, message: edited });
    expect(after.messages[0]?.replyTo).toEqual(quoteOf(edited));
    const late = applyMessageChange(after, { version: 1, message: original });
    expect(late.messages[0]?.replyTo?.content).toBe('other words');
    const renewed = applyMessageChange(after, { version: 4, message: { ...reply, version: 4 } });
    expect(renewed.messages[0]?.replyTo?.content).toBe('other words');
  });

  it('conceal what their reader hid, also when somebody answers it later, until it is shown again', () => {
    const both = fromPage('1', { messages: [original, reply], hasMore: false }, 2, 'newest');
    const mark = { seq: 1, starred: false, hidden: true };
    const concealed = { ...quoteOf(original), hidden: true };
    const hidden = applyMessageChange(both, { mark });
    expect(hidden.messages[1]?.replyTo).toEqual(concealed);
    const answered = applyMessageChange(hidden, { version: 3, message: { ...reply, id: '3', seq: 3, version: 3 } });
    expect(answered.messages[2]?.replyTo).toEqual(concealed);
    const renewed = applyMessageChange(answered, { version: 4, message: { ...reply, content: 'Sorry', version: 4 } });
    expect(renewed.messages[1]?.replyTo).toEqual(concealed);
    const changed = applyMessageChange(renewed, { version: 5, message: { ...edited, version: 5 } });
    expect(changed.messages[1]?.replyTo).toEqual({ ...quoteOf(edited), version: 5, hidden: true });
    const shown = applyMessageChange(changed, { mark: { ...mark, hidden: false } });
    expect(shown.messages.slice(1).map(({ replyTo }) => replyTo)).toEqual([
      quoteOf({ ...edited, version: 5 }),
      quoteOf({ ...edited, version: 5 }),
    ]);
  });

  it('are gone when one of many deletions takes what they quote', () => {
    const sticker = buildMessage({ seq: 1, author: ada, content: '', sticker: { id: '8', name: 'Hooray', animated: false } });
    const answers = fromPage('1', { messages: [{ ...reply, replyTo: quoteOf(sticker) }], hasMore: true }, 2, 'newest');
    expect(answers.messages[0]?.replyTo?.sticker).toEqual({ name: 'Hooray' });
    const gone = applyMessageChange(answers, { version: 3, seq: 1, deletedAt: '2026-01-01T00:00:00.000Z' });
    expect(gone.messages[0]?.replyTo).not.toHaveProperty('sticker');
    const after = applyMessageChange(held, { version: 3, seq: 1, deletedAt: '2026-01-01T00:00:00.000Z' });
    expect(after.messages[0]?.replyTo).toMatchObject({ content: '', deletedAt: '2026-01-01T00:00:00.000Z' });
  });
});

describe('the own part of a message', () => {
  const poll = { question: '?', answers: [], multiple: false, expiresAt: null, closedAt: null, voters: 1, mine: [1] };
  const own = buildMessage({ seq: 1, starred: true, poll, reactions: [{ emoji: '👍', count: 1, me: true }] });
  const held = fromPage('1', { messages: [own], hasMore: false }, 1, 'newest');
  const told = {
    ...buildMessage({ seq: 1 }),
    version: 2,
    poll: { ...poll, voters: 2, mine: [] },
    reactions: [
      { emoji: '👍', count: 2, me: false },
      { emoji: '🎉', count: 1, me: false },
    ],
  };

  it('stays over what everybody is told', () => {
    const [row] = applyMessageChange(held, { version: 2, message: told }).messages;
    expect(row).toMatchObject({ starred: true, poll: { voters: 2, mine: [1] } });
    expect(row?.reactions.map(({ me }) => me)).toEqual([true, false]);
  });

  it('is what the reader did on another device', () => {
    const mine = { userId: ada.id, reactions: ['🎉'], votes: [] };
    const [row] = applyMessageChange(held, { version: 2, message: told, mine }).messages;
    expect(row?.reactions.map(({ me }) => me)).toEqual([false, true]);
    expect(row?.poll?.mine).toEqual([]);
  });

  it('comes with answers to this reader alone, also of a state that is held', () => {
    const after = applyMessageChange(held, { version: 2, message: told });
    const answer = { messages: [{ ...told, reactions: [{ emoji: '👍', count: 2, me: false }] }], version: 2, hasMore: false };
    const [row] = applyChanges(after, 1, answer).messages;
    expect(row?.reactions).toEqual([{ emoji: '👍', count: 2, me: false }]);
    expect(row?.starred).toBeUndefined();
  });

  it('changes with a mark, which has no version', () => {
    const after = applyMessageChange(held, { mark: { seq: 1, starred: false, hidden: true } });
    expect(after.messages[0]).toMatchObject({ hidden: true });
    expect(after.messages[0]?.starred).toBeUndefined();
    expect(after.version).toBe(held.version);
  });
});

describe('applyUser', () => {
  it('changes author and quoted author, and nothing else', () => {
    const quote = quoteOf(buildMessage({ seq: 1, author: ada }));
    const messages = [
      buildMessage({ seq: 1 }),
      buildMessage({ seq: 2, author: ben, replyTo: quote }),
      buildMessage({ seq: 3, author: ben }),
    ];
    const held = fromPage('1', { messages, hasMore: false }, 3, 'newest');
    const after = applyUser(held, { ...ada, displayName: 'Ada L.' });
    expect(after.messages.map((message) => [message.author.displayName, message.replyTo?.author.displayName])).toEqual([
      ['Ada L.', undefined],
      ['Ben', 'Ada L.'],
      ['Ben', undefined],
    ]);
    expect(after.messages[2]).toBe(held.messages[2]);
    expect(applyUser(held, { ...ada })).toBe(held);
  });

  it('changes whom texts and quotes mention', () => {
    const quote = quoteOf(buildMessage({ seq: 1, author: ben, mentions: [ada] }));
    const messages = [buildMessage({ seq: 1, author: ben, mentions: [ada] }), buildMessage({ seq: 2, author: ben, replyTo: quote })];
    const after = applyUser(fromPage('1', { messages, hasMore: false }, 2, 'newest'), { ...ada, displayName: 'Ada L.' });
    const named = [after.messages[0]?.mentions, after.messages[1]?.replyTo?.mentions];
    expect(named.map((users) => users?.map(({ displayName }) => displayName))).toEqual([['Ada L.'], ['Ada L.']]);
  });
});

describe('any order', () => {
  it('ends the same', () => {
    const history = fc.array(fc.record({ edit: fc.boolean(), which: fc.nat() }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(history, fc.array(fc.nat(), { minLength: 40, maxLength: 40 }), (steps, chance) => {
        const messages = buildMessages(1, 3);
        const changes = steps.map(({ edit, which }, index): MessageChange => {
          const version = 4 + index;
          const seq = edit ? 1 + (which % messages.length) : messages.length + 1;
          const message = buildMessage({ seq, version, content: `v${version}` });
          messages[seq - 1] = message;
          return { version, message };
        });
        const start = newest(1, 3);
        const doubled = [...changes, ...changes.filter((_, index) => (chance[index] ?? 0) % 3 === 0)];
        const shuffled = doubled
          .map((change, index) => ({ change, at: chance[chance.length - 1 - index] ?? 0 }))
          .sort((a, b) => a.at - b.at);
        const end = shuffled.map(({ change }) => change).reduce(applyMessageChange, start);
        expect(end).toEqual({ ...start, messages, version: 3 + steps.length, seen: [] });
      }),
    );
  });
});
