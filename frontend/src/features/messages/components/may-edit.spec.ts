import type { Attachment, Message } from '@hearth/contract';
import { expect, test } from '@jest/globals';
import { buildMessage } from '../fixtures';
import { mayEdit } from './may-edit';

const picture: Attachment = {
  ...{ id: '7', name: 'harbour.png', contentType: 'image/png', size: 1, kind: 'image', state: 'ready', variants: [] },
};
const own = (more: Partial<Message>) => mayEdit({ ...buildMessage({ seq: 1 }), ...more }, buildMessage({ seq: 1 }).author.id);

test('what somebody wrote can be changed by them, and words added to files', () => {
  expect(own({ content: 'noon' })).toBe(true);
  expect(own({ content: '', attachments: [picture] })).toBe(true);
  expect(own({ content: '' })).toBe(false);
  expect(mayEdit(buildMessage({ seq: 1 }), '999')).toBe(false);
});

test('what was forwarded, recorded or voted on cannot', () => {
  for (const type of ['FORWARD', 'VOICE', 'POLL'] as const) expect(own({ type, content: 'noon', attachments: [picture] })).toBe(false);
});
