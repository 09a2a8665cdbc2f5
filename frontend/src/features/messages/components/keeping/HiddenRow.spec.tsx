import { afterEach, beforeAll, expect, it } from '@jest/globals';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { startI18n } from '@/i18n';
import { buildMessage } from '../../fixtures';
import { ActionsContext, type ConversationActions } from '../conversation-actions';
import HiddenRow from './HiddenRow';

beforeAll(() => startI18n());
afterEach(cleanup);

it('what was hidden shows on Enter, and the row keeps the focus', () => {
  render(
    <ActionsContext value={{} as ConversationActions}>
      <div>
        <HiddenRow rowKey="7" isActive message={buildMessage({ seq: 7, hidden: true })}>
          <article data-row="7" tabIndex={0}>
            What they wrote
          </article>
        </HiddenRow>
      </div>
    </ActionsContext>,
  );
  const hidden = screen.getByRole('article');
  hidden.focus();
  fireEvent.keyDown(hidden, { key: 'Enter' });
  expect(document.activeElement?.textContent).toBe('What they wrote');
});
