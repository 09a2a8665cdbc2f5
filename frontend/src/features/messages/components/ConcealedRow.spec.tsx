import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { startI18n } from '@/i18n';
import { ConcealedRow } from './ConcealedRow';

beforeAll(() => startI18n());
afterEach(cleanup);

const author = { id: '1', username: 'mallory', displayName: 'Mallory', avatar: null };

function renderConcealed(): HTMLElement {
  render(
    <div>
      <ConcealedRow rowKey="7" isActive author={author} why="ignored">
        <article data-row="7" tabIndex={0}>
          What they wrote
        </article>
      </ConcealedRow>
    </div>,
  );
  return screen.getByRole('article');
}

describe('what somebody wrote whom the reader does not want to hear', () => {
  it('shows on Enter, and the row keeps the focus', () => {
    const concealed = renderConcealed();
    concealed.focus();
    fireEvent.keyDown(concealed, { key: 'Enter' });
    expect(document.activeElement?.textContent).toBe('What they wrote');
  });

  it('shows by its button, and the row takes the focus', () => {
    renderConcealed();
    const button = screen.getByRole('button', { name: 'Show' });
    button.focus();
    fireEvent.click(button);
    expect(document.activeElement?.textContent).toBe('What they wrote');
  });
});
