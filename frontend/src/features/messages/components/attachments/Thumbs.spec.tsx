import type { Attachment } from '@hearth/contract';
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { cleanup, render, screen } from '@testing-library/react';
import { startI18n } from '@/i18n';
import { hasThumbs, Thumbs } from './Thumbs';

beforeAll(() => startI18n());
afterEach(cleanup);

const file = (id: string, more: Partial<Attachment> = {}): Attachment => ({
  ...{
    id,
    name: `${id}.png`,
    contentType: 'image/png',
    size: 1,
    kind: 'image',
    state: 'ready',
    variants: ['preview'],
    width: 8,
    height: 6,
  },
  ...more,
});
const film = (id: string, variants: string[]) => file(id, { name: `${id}.mp4`, contentType: 'video/mp4', kind: 'video', variants });

describe('the files of a message where it is mentioned', () => {
  it('are seen, the first of many, and the others named', () => {
    const attachments = [...['1', '2', '3', '4', '5'].map((id) => file(id, { alt: `No. ${id}` })), film('6', ['poster']), film('7', [])];
    const { container } = render(<Thumbs message={{ attachments, content: '' }} />);
    expect(container.querySelectorAll('img')).toHaveLength(4);
    expect(screen.getByRole('img', { name: /^No\. 1, .*6\.mp4$/ }).textContent).toBe('+2');
    expect(container.textContent).toContain('7.mp4');
  });

  it('stay hidden if they are', () => {
    const attachments = [file('1', { spoiler: true }), file('2', { state: 'quarantined' })];
    const { container } = render(<Thumbs message={{ attachments, content: 'Look' }} />);
    expect(hasThumbs({ attachments })).toBe(false);
    expect(container.querySelector('img')).toBeNull();
    expect(container.textContent).toContain('1.png');
  });

  it('alone and not seen are left to the words for them', () => {
    const { container } = render(<Thumbs message={{ attachments: [film('1', [])], content: '' }} />);
    expect(container.textContent).toBe('');
  });
});
