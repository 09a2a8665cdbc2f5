import type { ComponentProps, MouseEvent, ReactElement } from 'react';
import { useSlot } from './use-slot';

export interface NativeButtonProps extends ComponentProps<'button'> {
  /** Disabled, it takes no clicks, yet keeps the focus and its place in the tab order. */
  focusableWhenDisabled?: boolean;
  /** What stands in for the button and looks like one: a link. */
  render?: ReactElement;
}

const HELD = ['onKeyDown', 'onKeyUp', 'onPointerDown', 'onMouseDown'] as const;

const refuse = (event: MouseEvent) => event.preventDefault();

/** The element under every button. `data-disabled` is there for styles, however it is disabled. */
export function NativeButton({ disabled = false, focusableWhenDisabled = false, render, ...props }: NativeButtonProps) {
  if (render) return <Slot element={render} props={props} />;
  if (!disabled) return <button type="button" {...props} />;
  if (!focusableWhenDisabled) return <button type="button" {...props} disabled data-disabled="" />;
  const held = Object.fromEntries(HELD.map((name) => [name, undefined]));
  return <button type="button" {...props} {...held} onClick={refuse} aria-disabled data-disabled="" />;
}

const Slot = ({ element, props }: { element: ReactElement; props: ComponentProps<'button'> }) => useSlot(element, { ...props });
