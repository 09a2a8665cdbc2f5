import { useEffect, useLayoutEffect, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { VirtualizerHandle } from 'virtua';
import { useErrorToast } from '@/i18n';
import type { ConversationView } from '@/features/messages';
import { indexOfSeq, type Item } from './items';

const HIGHLIGHT_MS = 2_000;

export interface Jump {
  highlightedKey: string | null;
  to: (seq: number) => Promise<void>;
  /** `settle` scrolls once the newest messages are held. */
  toNewest: (settle: () => void) => Promise<void>;
}

/** Leads to a message that may be far from what is held, and shows which one it is. */
export function useJump(list: RefObject<VirtualizerHandle | null>, items: readonly Item[], view: ConversationView): Jump {
  const { t } = useTranslation();
  const toast = useErrorToast();
  const [wanted, setWanted] = useState<number | null>(null);
  const [highlightedKey, setHighlighted] = useState<string | null>(null);

  useLayoutEffect(() => {
    const index = wanted === null ? -1 : indexOfSeq(items, wanted);
    if (index < 0) return;
    list.current?.scrollToIndex(index, { align: 'center' });
    setHighlighted(items[index]?.key ?? null);
    setWanted(null);
  }, [list, items, wanted]);

  useEffect(() => {
    if (highlightedKey === null) return;
    const timer = setTimeout(() => setHighlighted(null), HIGHLIGHT_MS);
    return () => clearTimeout(timer);
  }, [highlightedKey]);

  return {
    highlightedKey,
    to: async (seq) => {
      try {
        await view.jumpTo(seq);
        setWanted(seq);
      } catch (error) {
        toast(t('conversation.notLoaded'), error);
      }
    },
    toNewest: async (settle) => {
      try {
        await view.jumpToNewest();
        settle();
      } catch (error) {
        toast(t('conversation.notLoaded'), error);
      }
    },
  };
}
