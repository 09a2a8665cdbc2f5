import { afterEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, fireEvent, render, waitFor } from '@testing-library/react';
import { useRef, type ElementType } from 'react';
import type { VirtualizerHandle } from 'virtua';
import { ben, buildMessages } from '../fixtures';
import { buildRows } from '../rows';
import { isPointed } from './focused-row';
import { buildItems, type Item } from './items';
import { useRovingFocus } from './use-roving-focus';

afterEach(cleanup);

const itemsOf = (from: number, to: number): Item[] =>
  buildItems(buildRows(buildMessages(from, to), [], { meId: ben.id, firstUnreadSeq: null, hasOlder: true }), true);

const keyOf = (seq: number) => String(1_000 + seq);

interface RowsProps {
  items: readonly Item[];
  landing?: string | null;
  fallback?: string | null;
  as?: ElementType;
}

/** Rows as a list shows them, every one at once. */
function Rows({ items, landing = null, fallback = null, as: Row = 'article' }: RowsProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<VirtualizerHandle>(null);
  const roving = useRovingFocus({ scroller, list, items, landing, fallback });
  return (
    <div ref={scroller} onFocus={roving.onFocus} onBlur={roving.onBlur} onKeyDown={roving.onKeyDown}>
      {items.map(({ key }) => (
        <Row key={key} data-row={key} tabIndex={key === roving.activeKey ? 0 : -1}>
          <button type="button">{key}</button>
        </Row>
      ))}
    </div>
  );
}

const focusedRow = (): string | undefined => (document.activeElement as HTMLElement | null)?.dataset['row'];
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });
const focusRow = (seq: number) => act(() => document.querySelector<HTMLElement>(`[data-row="${keyOf(seq)}"]`)?.focus());

describe('the focus in a list of messages', () => {
  it('goes with the keys from row to row, and to both ends', () => {
    render(<Rows items={itemsOf(1, 5)} />);
    focusRow(3);
    press('ArrowUp');
    expect(focusedRow()).toBe(keyOf(2));
    press('End');
    expect(focusedRow()).toBe(keyOf(5));
    press('Home');
    expect(focusedRow()).toBe(keyOf(1));
  });

  it.each([
    ['newest', 'End', itemsOf(11, 55), 55],
    ['oldest', 'Home', itemsOf(21, 70), 21],
  ])('stays at the end that is left, where the list lets go of the %s', (_, key, left, seq) => {
    const { rerender } = render(<Rows items={itemsOf(16, 60)} />);
    focusRow(30);
    press(key);
    rerender(<Rows items={left} />);
    expect(focusedRow()).toBe(keyOf(seq));
    press(key);
    expect(focusedRow()).toBe(keyOf(seq));
  });

  it('goes along where the list is led to a message', () => {
    const { rerender } = render(<Rows items={itemsOf(50, 60)} />);
    focusRow(55);
    rerender(<Rows items={itemsOf(1, 10)} />);
    rerender(<Rows items={itemsOf(1, 10)} landing={keyOf(4)} />);
    expect(focusedRow()).toBe(keyOf(4));
  });

  it('that a pointer gave leaves letters to whoever writes, and goes nowhere by itself', () => {
    const { rerender } = render(<Rows items={itemsOf(1, 5)} />);
    const row = document.querySelector(`[data-row="${keyOf(3)}"]`) ?? document.body;
    fireEvent.pointerDown(row);
    focusRow(3);
    fireEvent.pointerUp(row);
    expect(isPointed(row)).toBe(true);
    rerender(<Rows items={itemsOf(50, 60)} />);
    expect(document.activeElement).toBe(document.body);
    focusRow(55);
    expect(isPointed(document.activeElement ?? row)).toBe(false);
  });

  it('comes back from a menu or a dialog to what stands in the place of its row', () => {
    const shown = (isOver: boolean, content: 'article' | 'section') => (
      <>
        <Rows items={itemsOf(1, 5)} as={content} />
        {isOver && <div data-base-ui-portal="" children={<button type="button">Delete</button>} />}
      </>
    );
    const { rerender, getByText } = render(shown(false, 'article'));
    focusRow(3);
    rerender(shown(true, 'article'));
    act(() => getByText('Delete').focus());
    rerender(shown(true, 'section'));
    expect(document.activeElement?.textContent).toBe('Delete');
    rerender(shown(false, 'section'));
    expect(focusedRow()).toBe(keyOf(3));
  });

  it('comes back also where the row is another one before the menu is gone, and nothing is drawn anew after that', async () => {
    const shown = (content: 'article' | 'section') => <Rows items={itemsOf(1, 5)} as={content} />;
    const { rerender } = render(shown('article'));
    focusRow(3);
    const menu = document.body.appendChild(document.createElement('div'));
    menu.dataset['baseUiPortal'] = '';
    const item = menu.appendChild(document.createElement('button'));
    act(() => item.focus());
    rerender(shown('section'));
    menu.remove();
    await waitFor(() => expect(focusedRow()).toBe(keyOf(3)));
  });

  it('begins at what was in view, where the newest is far away', () => {
    const { rerender } = render(<Rows items={itemsOf(1, 50)} fallback={keyOf(20)} />);
    const tabStop = () => document.querySelector('[tabindex="0"]')?.getAttribute('data-row');
    expect(tabStop()).toBe(keyOf(20));
    rerender(<Rows items={itemsOf(1, 50)} />);
    expect(tabStop()).toBe(keyOf(50));
  });

  it('does not come back from there once it has gone on', () => {
    const shown = (isOver: boolean) => (
      <>
        <Rows items={itemsOf(1, 5)} />
        <input />
        {isOver && <div data-base-ui-portal="" children={<button type="button">Reply</button>} />}
      </>
    );
    const { rerender, getByText, getByRole } = render(shown(true));
    focusRow(3);
    act(() => getByText('Reply').focus());
    act(() => getByRole('textbox').focus());
    act(() => getByRole('textbox').blur());
    rerender(shown(false));
    expect(document.activeElement).toBe(document.body);
  });

  it('is not taken from what has it elsewhere', () => {
    const { rerender } = render(<Rows items={itemsOf(50, 60)} />);
    rerender(<Rows items={itemsOf(1, 10)} landing={keyOf(4)} />);
    expect(document.activeElement).toBe(document.body);
    expect(document.querySelector('[tabindex="0"]')?.getAttribute('data-row')).toBe(keyOf(4));
  });
});
