import type { Attachment } from '@hearth/contract';
import { describe, expect, it } from '@jest/globals';
import type { PendingMessage } from '@/features/messages';
import type { Upload } from '@/features/uploads';
import { heightOf } from '../arrange';
import { expected } from './expected';

interface Chosen {
  type: string;
  pixels?: Upload['pixels'];
  isSmaller?: boolean;
}

function pendingWith(chosen: readonly Chosen[], voice?: PendingMessage['voice']): { pending: PendingMessage; uploads: Upload[] } {
  const files = chosen.map(({ type }, index) => ({ key: `k${index}`, name: `${index}`, type, size: 9, id: null }));
  const uploads = chosen.map(({ type, pixels, isSmaller = false }, index): Upload => ({
    ...{ key: `k${index}`, channelId: '1', nonce: 'n', original: new Blob([], { type }), file: null, name: `${index}`, isSmaller, pixels },
    ...{ state: 'sending', sent: 0, isWhole: false, rate: null, url: null, told: null, fault: null, alt: '', spoiler: false },
  }));
  const said = { nonce: 'n', channelId: '1', content: '', files, createdAt: 0, state: 'pending', problem: null } as const;
  return { pending: { ...said, ...(voice && { voice }) }, uploads };
}

const sent = (kind: Attachment['kind'], contentType: string, more: Partial<Attachment> = {}): Attachment => ({
  ...{ id: '9', name: 'x', contentType, size: 9, kind, state: 'ready', variants: [] },
  ...more,
});

const size = { width: 1_600, height: 900 };

describe('a message with files is as high on its way as once it is sent:', () => {
  it.each<[string, Chosen[], Attachment[]]>([
    ['a picture', [{ type: 'image/jpeg', pixels: size }], [sent('image', 'image/jpeg', size)]],
    [
      'a picture that is made smaller',
      [{ type: 'image/png', pixels: { width: 9_001, height: 3_001 }, isSmaller: true }],
      [sent('image', 'image/png', { width: 2_048, height: 683 })],
    ],
    [
      'pictures',
      [{ type: 'image/png', pixels: size }, { type: 'image/webp' }, { type: 'image/gif' }],
      [sent('image', 'image/png', size), sent('image', 'image/webp'), sent('image', 'image/gif')],
    ],
    ['a film', [{ type: 'video/mp4', pixels: { width: 720, height: 1_280 } }], [sent('video', 'video/mp4', { width: 720, height: 1_280 })]],
    ['a sound', [{ type: 'audio/wav' }], [sent('audio', 'audio/wav')]],
    ['any other file', [{ type: 'application/zip' }, { type: '' }], [sent('file', 'application/zip'), sent('file', '')]],
    ['what no browser shows', [{ type: 'image/svg+xml' }], [sent('file', 'image/svg+xml')]],
  ])('%s', (_, chosen, attachments) => {
    const { pending, uploads } = pendingWith(chosen);
    expect(heightOf({ attachments: expected(pending, uploads), type: 'DEFAULT' })).toBe(heightOf({ attachments, type: 'DEFAULT' }));
  });

  it('what somebody said', () => {
    const { pending, uploads } = pendingWith([{ type: 'audio/webm;codecs=opus' }], { duration: 3, waveform: '' });
    const attachments = [sent('audio', 'audio/webm', { duration: 3 })];
    expect(heightOf({ attachments: expected(pending, uploads), type: 'VOICE' })).toBe(heightOf({ attachments, type: 'VOICE' }));
  });

  it('stands where it will stand before anything is known of it', () => {
    const { pending } = pendingWith([{ type: 'image/png' }]);
    expect(expected(pending, [])).toMatchObject([{ id: 'k0', kind: 'image', state: 'processing' }]);
  });
});
