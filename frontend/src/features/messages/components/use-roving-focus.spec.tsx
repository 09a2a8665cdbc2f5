import { afterEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, fireEvent, render } from '@testing-library/react';
import { useRef } from 'react';
import type { VirtualizerHandle } from 'virtua';
import { ben, buildMessages } from '../fixtures';
import { buildRows } from '../rows';
import { buildItems, type Item } from './items';
import { useRovingFocus } from './use-roving-focus';

afterEach(cleanup);

const itemsOf = (from: number, to: number): Item[] =>
  buildItems(buildRows(buildMessages(from, to), [], { meId: ben.id, firstUnreadSeq: null, hasOlder: true }), true);

const keyOf = (seq: number) => String(1_000 + seq);

/** Rows as a list shows them, every one at once. */
function Rows({ items, landing = null }: { items: readonly Item[]; landing?: string | null }) {
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<VirtualizerHandle>(null);
  const roving = useRovingFocus({ scroller, list, items, landing });
  return (
    <div ref={scroller} onFocus={roving.onFocus} onBlur={roving.onBlur} onKeyDown={roving.onKeyDown}>
      {items.map(({ key }) => (
        <article key={key} data-row={key} tabIndex={key === roving.activeKey ? 0 : -1}>
          <button type="button">{key}</button>
        </article>
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

  it('is not taken from what has it elsewhere', () => {
    const { rerender } = render(<Rows items={itemsOf(50, 60)} />);
    rerender(<Rows items={itemsOf(1, 10)} landing={keyOf(4)} />);
    expect(document.activeElement).toBe(document.body);
    expect(document.querySelector('[tabindex="0"]')?.getAttribute('data-row')).toBe(keyOf(4));
  });
});
