import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Embed } from '@hearth/contract';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { startI18n } from '@/i18n';
import { buildMessage } from '../../fixtures';
import { ActionsContext, type ConversationActions } from '../conversation-actions';
import EmbedList from './EmbedList';
import { useRemovalStore } from './removal-store';

beforeAll(() => startI18n());
afterEach(cleanup);

const card: Embed = {
  url: 'https://www.a.example/b',
  type: 'link',
  title: 'Title',
  description: 'Description',
  siteName: null,
  author: 'Ann',
  image: { url: '/api/v1/previews/1/images/x', width: 1200, height: 600, alt: 'A cat' },
  color: 0x1d9bf0,
};
const picture: Embed = { ...card, url: 'https://b.example/c.png', type: 'image', title: null, description: null, author: undefined };

function show(embeds: Embed[], mayRemove = true) {
  const actions = { canDelete: () => mayRemove } as unknown as ConversationActions;
  const message = buildMessage({ seq: 1, embeds });
  const { container } = render(
    <ActionsContext value={actions}>
      <EmbedList message={message} isActive />
    </ActionsContext>,
  );
  return { container, message };
}

describe('EmbedList', () => {
  it('shows what a page says of itself, and leads to it', () => {
    const { container } = show([card]);
    const links = screen.getAllByRole('link');
    expect(links.map(({ textContent, ariaLabel }) => textContent || ariaLabel)).toEqual(['Title', 'A cat']);
    for (const link of links) {
      expect(link.getAttribute('href')).toBe(card.url);
      expect(link.getAttribute('rel')).toBe('noopener noreferrer nofollow');
    }
    for (const text of ['a.example', 'Ann', 'Description']) expect(screen.getByText(text)).toBeTruthy();
    expect(container.querySelector('img')?.getAttribute('src')).toBe(card.image?.url);
  });

  it('keeps the place of a picture that has not come, and of one that never comes', () => {
    const { container } = show([picture]);
    const place = screen.getByRole('link', { name: 'A cat' });
    expect(place.style.aspectRatio).toBe('400 / 200');
    const image = container.querySelector('img');
    if (image) fireEvent.error(image);
    expect(container.querySelector('img')).toBeNull();
    expect(screen.getByRole('link', { name: 'A cat' }).style.width).toBe('400px');
  });

  it('names a picture that nobody described by where it is from', () => {
    show([{ ...picture, image: picture.image && { ...picture.image, alt: null } }]);
    expect(screen.getByRole('link', { name: 'Picture from b.example' })).toBeTruthy();
  });

  it('lets whoever may take them away, all at once', () => {
    const { message } = show([card, picture]);
    fireEvent.click(screen.getByRole('button', { name: 'Remove previews' }));
    expect(useRemovalStore.getState().message).toBe(message);
  });

  it('offers that to nobody else', () => {
    show([card], false);
    expect(screen.queryByRole('button')).toBeNull();
  });
});
