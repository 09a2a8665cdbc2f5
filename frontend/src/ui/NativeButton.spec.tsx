/** @jest-environment jsdom */
import { afterEach, expect, it, jest } from '@jest/globals';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { createRef } from 'react';
import { NativeButton } from './NativeButton';
import { OverlayTrigger } from './OverlayTrigger';

afterEach(cleanup);

it('takes no clicks while it is disabled, and keeps the focus where it may', () => {
  const act = jest.fn();
  const submit = jest.fn();
  const form = (held: boolean) => (
    <form onSubmit={submit}>
      <NativeButton type="submit" disabled={held} focusableWhenDisabled onClick={act}>
        Send
      </NativeButton>
    </form>
  );
  const { rerender } = render(form(false));
  screen.getByRole('button').focus();
  rerender(form(true));
  const button = screen.getByRole('button');
  expect(document.activeElement).toBe(button);
  expect(button.getAttribute('aria-disabled')).toBe('true');
  fireEvent.click(button);
  expect(act).not.toHaveBeenCalled();
  expect(submit).not.toHaveBeenCalled();
});

it('gives its looks and its children to a link that stands in for it', () => {
  render(
    <NativeButton className="button" render={<a href="/friends" className="link" />}>
      Friends
    </NativeButton>,
  );
  const link = screen.getByRole('link', { name: 'Friends' });
  expect(link.className.split(' ').toSorted()).toEqual(['button', 'link']);
});

it('runs what the button does itself before what it opens, and gives its element to both', () => {
  const order: string[] = [];
  const [own, outer] = [createRef<HTMLButtonElement>(), createRef<HTMLElement>()];
  const trigger = (
    <NativeButton ref={own} onClick={() => order.push('own')}>
      Open
    </NativeButton>
  );
  render(<OverlayTrigger ref={outer} trigger={trigger} popup="dialog" open={false} onToggle={() => order.push('toggle')} />);
  fireEvent.click(screen.getByRole('button', { name: 'Open' }));
  expect(order).toEqual(['own', 'toggle']);
  expect(own.current).toBe(screen.getByRole('button'));
  expect(outer.current).toBe(own.current);
});
