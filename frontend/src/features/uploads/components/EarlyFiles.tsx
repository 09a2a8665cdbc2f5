import { useEffect, useEffectEvent, type RefObject } from 'react';
import { isPressed } from '@/lib/keys';
import { lazyModule } from '@/lib/lazy-part';
import { noteEarlyFiles } from '../early-files';
import { useMayAttach } from '../use-may-attach';

const loadPick = lazyModule(() => import('../pick-files'));

interface EarlyFilesProps {
  channelId: string;
  /** Where the message is written. */
  field: RefObject<HTMLElement | null>;
  /** Whether what is pressed is meant for this one. */
  isMeant: () => boolean;
  keys: string;
}

/** In the place of what takes files until that has come: the key is not left to the browser, which shows the source of the page for it. */
export function EarlyFiles({ channelId, field, isMeant, keys }: EarlyFilesProps): null {
  const mayAttach = useMayAttach(channelId);
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || !isPressed(keys, event) || !mayAttach || !isMeant()) return;
    event.preventDefault();
    // Browsers open the chooser soon after a key alone: this does not wait for all else that comes late.
    const chosen = loadPick().then(({ pickFiles }) => pickFiles());
    noteEarlyFiles(field.current, chosen);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
  return null;
}
