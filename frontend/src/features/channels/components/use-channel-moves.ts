import type { Channel } from '@hearth/contract';
import { useCallback, useMemo, useState } from 'react';
import { useErrorToast, useTranslation } from '@/i18n';
import { useOrderChannels, type ChannelGroup } from '@/features/channels';
import { categoryPlaces, categoryStep, endOf, mayEnter, mayMove, placesAfterMove, stepTarget, type Places, type Target } from './places';

/** What the menus offer. */
export interface Moves {
  mayStep: (id: string, step: -1 | 1) => boolean;
  step: (id: string, step: -1 | 1) => void;
}

export interface ChannelMoves extends Moves {
  mayMove: (channelId: string, target: Target) => boolean;
  move: (channelId: string, target: Target) => void;
  /** Whether the menus can take a channel to the end of a category, or out of all for null. */
  mayEnter: (channel: Channel, category: Channel | null) => boolean;
  enter: (channelId: string, parentId: string | null) => void;
}

export interface CategoryMoves extends Moves {
  move: (categoryId: string, target: Target) => void;
}

interface Input {
  serverId: string;
  groups: readonly ChannelGroup[];
  mayManage: (channel: Channel) => boolean;
  /** A channel has come into a category. */
  onEntered: (channelId: string) => void;
}

/** How channels and categories are put elsewhere, and what of that will be allowed. */
export function useChannelMoves({ serverId, groups, mayManage, onEntered }: Input) {
  const { order, announcement } = useOrder(serverId, onEntered);
  const channels = useMemo((): ChannelMoves => {
    const move = (id: string, target: Target) => order(placesAfterMove(groups, id, target), id);
    const targetOf = (id: string, by: -1 | 1) => stepTarget(groups, id, by, mayManage);
    return {
      mayEnter: (channel, category) => mayEnter(channel, category, mayManage),
      move,
      mayMove: (id, target) => mayMove(groups, id, target, mayManage),
      enter: (id, parentId) => move(id, endOf(groups, parentId)),
      mayStep: (id, by) => targetOf(id, by) !== null,
      step: (id, by) => {
        const target = targetOf(id, by);
        if (target) move(id, target);
      },
    };
  }, [groups, mayManage, order]);
  const categories = useMemo(
    (): CategoryMoves => ({
      move: (id, { index }) => order(categoryPlaces(groups, id, index), id),
      mayStep: (id, by) => categoryStep(groups, id, by).length > 0,
      step: (id, by) => order(categoryStep(groups, id, by), id),
    }),
    [groups, order],
  );
  return { channels, categories, announcement };
}

/** Stores an order and says in words where the channel stands now. */
function useOrder(serverId: string, onEntered: (channelId: string) => void) {
  const { t } = useTranslation();
  const toast = useErrorToast();
  const { mutateAsync } = useOrderChannels(serverId);
  const [announcement, setAnnouncement] = useState('');
  const order = useCallback(
    (places: Places, movedId: string) => {
      if (places.length === 0) return;
      const entered = places.some(({ parentId }) => parentId);
      mutateAsync(places).then(
        () => entered && onEntered(movedId),
        (error: unknown) => toast(t('channels.notMoved'), error),
      );
      const position = places.findIndex(({ id }) => id === movedId) + 1;
      setAnnouncement(t('channels.moved', { position, count: places.length }));
    },
    [mutateAsync, onEntered, toast, t],
  );
  return { order, announcement };
}
