import { expect, test } from '@jest/globals';
import type { Attachment, ChannelAttachment, Message } from '@hearth/contract';
import { type GalleryPages, without, withMessage } from './cache';
import { byMonth } from './months';

const file = (id: string, kind: Attachment['kind'] = 'image', state: Attachment['state'] = 'ready'): Attachment => ({
  ...{ id, name: `${id}.png`, contentType: 'image/png', size: 1, kind, state, variants: [] },
});
const author = { id: '1', username: 'ada', displayName: 'Ada', avatar: null };
const at = '2026-11-22T08:00:00.000Z';

const message = (id: string, attachments: Attachment[], rest: Partial<Message> = {}) =>
  ({ id, channelId: '5', seq: Number(id), author, createdAt: at, deletedAt: null, attachments, ...rest }) as Message;
const item = (messageId: string, attachment: Attachment): ChannelAttachment => ({
  ...{ attachment, messageId, seq: Number(messageId), channelId: '5', author, createdAt: at },
});

/** Of the messages 40 and 30, and 20 on a page of its own, behind which there is more. */
const held: GalleryPages = {
  pages: [
    { items: [item('40', file('b')), item('40', file('a')), item('30', file('c'))], nextCursor: '30_1' },
    { items: [item('20', file('d'))], nextCursor: '20_1' },
  ],
  pageParams: [undefined, '30_1'],
};
const shown = ({ pages }: GalleryPages) => pages.map(({ items }) => items.map(({ attachment }) => attachment.id));

test('a new message comes first, its last file before the others, and only what is of the kind', () => {
  const sent = message('100', [file('x'), file('song', 'audio'), file('y', 'video'), file('bad', 'image', 'quarantined')]);
  expect(shown(withMessage(held, 'media', sent))).toEqual([['y', 'x', 'b', 'a', 'c'], ['d']]);
  expect(shown(withMessage(held, 'audio', sent))).toEqual([['song', 'b', 'a', 'c'], ['d']]);
  expect(withMessage(held, 'files', sent)).toBe(held);
});

test('what a message has now takes the place of what it had', () => {
  expect(shown(withMessage(held, 'media', message('40', [file('a')])))).toEqual([['a', 'c'], ['d']]);
  const named = withMessage(held, 'media', message('30', [{ ...file('c'), alt: 'A cat' }]));
  expect(named.pages[0]?.items[2]?.attachment.alt).toBe('A cat');
  expect(withMessage(held, 'media', message('40', [file('a'), file('b')]))).toBe(held);
});

test('a message that is gone or hidden has nothing left', () => {
  expect(shown(withMessage(held, 'media', message('40', [], { deletedAt: at })))).toEqual([['c'], ['d']]);
  expect(shown(withMessage(held, 'media', message('20', [file('d')], { hidden: true })))).toEqual([['b', 'a', 'c'], []]);
  expect(shown(without(held, ({ seq }) => seq === 30))).toEqual([['b', 'a'], ['d']]);
  expect(without(held, ({ seq }) => seq === 31)).toBe(held);
});

test('what is older than all that was loaded comes with its page; where there is no more, it stands at the end', () => {
  expect(withMessage(held, 'media', message('10', [file('z')]))).toEqual(held);
  const whole = { ...held, pages: held.pages.map((page, index) => ({ ...page, nextCursor: index === 1 ? null : page.nextCursor })) };
  expect(shown(withMessage(whole, 'media', message('10', [file('z')])))).toEqual([
    ['b', 'a', 'c'],
    ['d', 'z'],
  ]);
  expect(shown(withMessage(whole, 'media', message('25', [file('z')])))).toEqual([
    ['b', 'a', 'c'],
    ['z', 'd'],
  ]);
});

test('what is of one month stands together', () => {
  const of = (createdAt: string) => ({ createdAt });
  const months = byMonth([of('2026-11-02'), of('2026-11-01'), of('2026-10-31')], (day) => day.slice(0, 7));
  expect(months.map(({ month, items }) => [month, items.length])).toEqual([
    ['2026-11', 2],
    ['2026-10', 1],
  ]);
});
