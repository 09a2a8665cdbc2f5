import type { Attachment } from '@hearth/contract';
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { queryClient } from '@/api';
import { ben, buildMessage } from '@/features/messages/fixtures';
import { relationships } from '@/features/relationships/cache';
import { buildRelationship } from '@/features/relationships/fixtures';
import { startI18n } from '@/i18n';
import { FirstPicture } from './FirstPicture';

beforeAll(() => startI18n());
afterEach(() => {
  cleanup();
  queryClient.clear();
});

const file = (id: string, more: Partial<Attachment>): Attachment => ({
  ...{ id, name: `${id}.png`, contentType: 'image/png', size: 1, kind: 'image', state: 'ready', variants: ['preview'] },
  ...more,
});
const film = (more: Partial<Attachment> = {}) =>
  file('1', { name: 'Kneading.mp4', contentType: 'video/mp4', kind: 'video', variants: ['poster', 'preview', 'thumbnail'], ...more });
const image = file('2', { alt: 'Two loaves' });

function shown(...attachments: Attachment[]): HTMLElement {
  return render(<FirstPicture opening={buildMessage({ seq: 1, author: ben, attachments })} />, {
    wrapper: ({ children }) => <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>,
  }).container;
}

describe('what is looked at first of a post', () => {
  it('is the poster of a film, which is marked as one', () => {
    const container = shown(film(), image);
    const face = screen.getByRole('img', { name: 'Kneading.mp4' });
    expect(face.querySelector('img')?.getAttribute('src')).toBe('/api/v1/files/1/poster');
    expect(face.querySelector('svg')).not.toBeNull();
    expect(container.querySelectorAll('img')).toHaveLength(1);
  });

  it.each([
    ['has no poster', { variants: [] }],
    ['is not ready', { state: 'processing' as const, variants: [] }],
  ])('is the first image where a film %s', (_, more) => {
    const container = shown(film(more), image);
    expect(screen.getByRole('img', { name: 'Two loaves' }).querySelector('svg')).toBeNull();
    expect(container.querySelectorAll('img')).toHaveLength(1);
  });

  it('is nothing where there is nothing to look at, and its place where there soon is', () => {
    expect(shown(film({ variants: [] })).childElementCount).toBe(0);
    const waiting = shown(file('3', { state: 'processing', variants: [] }));
    expect([waiting.childElementCount, waiting.querySelector('img')]).toEqual([1, null]);
  });

  it('stays hidden as its author asked for, or with its author', () => {
    const hidden = shown(film({ spoiler: true }));
    expect([hidden.textContent, hidden.querySelector('img')]).toEqual(['Spoiler', null]);
    cleanup();
    relationships.set([buildRelationship({ id: ben.id, type: 'BLOCKED' })]);
    expect(shown(film()).childElementCount).toBe(0);
  });
});
