import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { VirtualizerHandle } from 'virtua';
import { useErrorToast, useTranslation } from '@/i18n';
import type { ConversationView } from '@/features/messages';
import { ABOVE_UNREAD } from './use-list-scroll';
import { indexFrom, type Item } from './items';

const HIGHLIGHT_MS = 2_000;

/** Each jump is an object of its own, so that going to the same message twice is two. */
interface Wanted {
  seq: number;
  place: Place;
}

/** In the middle, or at the top with a little of what is before it. */
type Place = 'center' | 'top';

const placements = { center: { align: 'center' }, top: { align: 'start', offset: ABOVE_UNREAD } } as const;

export interface Jump {
  highlightedKey: string | null;
  to: (seq: number, place?: Place) => Promise<void>;
  /** `settle` scrolls once the newest messages are held. */
  toNewest: (settle: () => void) => Promise<void>;
}

/** Leads to a message that may be far from what is held, and shows which one it is. */
export function useJump(list: RefObject<VirtualizerHandle | null>, items: readonly Item[], view: ConversationView): Jump {
  const { t } = useTranslation();
  const toast = useErrorToast();
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const arrived = useRef<Wanted | null>(null);
  const index = wanted === null ? -1 : indexFrom(items, wanted.seq);

  useLayoutEffect(() => {
    if (index < 0 || arrived.current === wanted) return;
    arrived.current = wanted;
    list.current?.scrollToIndex(index, placements[wanted?.place ?? 'center']);
  }, [list, index, wanted]);

  useEffect(() => {
    if (wanted === null) return;
    const timer = setTimeout(() => setWanted(null), HIGHLIGHT_MS);
    return () => clearTimeout(timer);
  }, [wanted]);

  const attempt = async (load: () => Promise<void>, then: () => void) => {
    try {
      await load();
      then();
    } catch (error) {
      toast(t('conversation.notLoaded'), error);
    }
  };

  return {
    highlightedKey: items[index]?.key ?? null,
    to: (seq, place = 'center') =>
      attempt(
        () => view.jumpTo(seq),
        () => setWanted({ seq, place }),
      ),
    toNewest: (settle) => attempt(view.jumpToNewest, settle),
  };
}
