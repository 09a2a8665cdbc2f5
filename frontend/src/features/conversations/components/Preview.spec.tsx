import type { Attachment } from '@hearth/contract';
import { afterEach, beforeAll, expect, it } from '@jest/globals';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render } from '@testing-library/react';
import { queryClient } from '@/api';
import { ada, ben, buildMessage } from '@/features/messages/fixtures';
import { relationships } from '@/features/relationships/cache';
import { buildRelationship } from '@/features/relationships/fixtures';
import { me } from '@/features/users';
import { startI18n } from '@/i18n';
import { Preview } from './Preview';

beforeAll(() => startI18n());
afterEach(() => {
  cleanup();
  queryClient.clear();
});

function preview(message: Parameters<typeof buildMessage>[0], isGroup = false): string | null {
  me.set({ ...ada } as Parameters<typeof me.set>[0]);
  const shown = render(<Preview message={buildMessage({ author: ben, ...message })} isGroup={isGroup} />, {
    wrapper: ({ children }) => <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>,
  });
  return shown.container.textContent;
}

it('is what was said last, in a group with who said it', () => {
  expect(preview({ seq: 1, content: 'Good\nmorning' })).toBe('Good morning');
  cleanup();
  expect(preview({ seq: 1, content: 'Good morning' }, true)).toBe('Ben: Good morning');
});

it('does not show the words of somebody who is blocked or ignored', () => {
  relationships.set([buildRelationship({ id: ben.id, type: 'BLOCKED' })]);
  expect(preview({ seq: 1, content: 'Good morning' }, true)).toBe('Blocked message');
  cleanup();
  relationships.set([{ ...buildRelationship({ id: ben.id, type: null }), ignored: true }]);
  expect(preview({ seq: 1, content: 'Good morning' }, true)).toBe('Message of Ben, whom you ignore');
});

it('names emoji of servers, and a sticker', () => {
  expect(preview({ seq: 1, content: 'hi <:wave:11>' })).toBe('hi :wave:');
  cleanup();
  expect(preview({ seq: 1, content: '', sticker: { id: '12', name: 'Good night', animated: false } })).toBe('Sticker: Good night');
});

it('says how long somebody spoke, and names files that have no words', () => {
  const file = (name: string): Attachment => ({ id: '13', name, contentType: '', size: 1, kind: 'audio', state: 'ready', variants: [] });
  expect(preview({ seq: 1, type: 'VOICE', content: '', attachments: [{ ...file('voice-message.ogg'), duration: 72.6 }] })).toBe(
    'Voice message (1:12)',
  );
  cleanup();
  const files = [file('boat.png'), file('list.txt')];
  expect(preview({ seq: 1, content: '', attachments: files })).toBe('boat.png, list.txt');
  cleanup();
  expect(preview({ seq: 1, content: 'Look', attachments: files })).toBe('Look');
});

it('says that it was deleted until the one before it is known', () => {
  expect(preview({ seq: 1, content: '', deletedAt: '2026-11-21T10:00:00.000Z' })).toBe('Message deleted');
});

it('tells of a group that lost its name', () => {
  expect(preview({ seq: 1, type: 'NAME_CHANGE', content: '', details: { name: '' } }, true)).toBe('Ben removed the name');
});
