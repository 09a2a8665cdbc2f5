import { useEffect, type RefObject } from 'react';
import { isPressed } from '@/lib/keys';
import { currentComposer } from './focus-composer';
import { composerKeys } from './keys';
import { isPageCovered } from './page-covered';

let wish: HTMLElement | null = null;

/** Whether emoji were asked for here before they were there; once. */
export function takeEmojiWish(field: HTMLElement | null): boolean {
  const isHere = wish !== null && wish === field;
  if (isHere) wish = null;
  return isHere;
}

/** In the place of the button of emoji until that has come: the key is not pressed in vain. */
export function EmojiWish({ field }: { field: RefObject<HTMLTextAreaElement | null> }) {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !isPressed(composerKeys.emoji.keys, event)) return;
      if (isPageCovered() || field.current !== currentComposer()) return;
      event.preventDefault();
      wish = field.current;
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [field]);
  return <span className="w-9" />;
}
