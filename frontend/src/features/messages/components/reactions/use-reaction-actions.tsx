import { CONVERSATION_PERMISSIONS, hasPermission, type Channel, type Message } from '@hearth/contract';
import { Suspense, useCallback, useMemo, useState, type ReactNode } from 'react';
import { useErrorToast, useTranslation } from '@/i18n';
import { lazyPart, persistently } from '@/lib/lazy-part';
import { useIsRestricted, usePermissions, useServerOfChannel } from '@/features/servers';
import type { ConversationActions } from '../conversation-actions';

const ReactionPicker = lazyPart(() => import('./ReactionPicker'));
const ReactionsDialog = lazyPart(() => import('./ReactionsDialog'));

type Overlay = { kind: 'pick'; message: Message; anchor: HTMLElement } | { kind: 'who'; message: Message; emoji: string };

export interface ReactionParts {
  actions: Pick<ConversationActions, 'react' | 'reactions'>;
  /** What is open over the conversation; it belongs inside the actions' context. */
  overlay: ReactNode;
}

interface ReactionPlace {
  channel: Channel;
  canSend: boolean;
  canModerate: boolean;
}

/** Reacting to the messages of a conversation. */
export function useReactionActions({ channel, canSend, canModerate }: ReactionPlace): ReactionParts {
  const { mayAdd, mayJoin } = useReactionRights(channel, canSend);
  const [overlay, setOverlay] = useState<Overlay | null>(null);
  const want = useWant();
  const actions = useMemo(
    () => ({
      react: (message: Message, emoji?: string) => void want(message, emoji, undefined),
      reactions: {
        mayAdd,
        mayJoin,
        add: (message: Message, emoji: string) => void want(message, emoji, true),
        pick: (message: Message, anchor: HTMLElement) => setOverlay({ kind: 'pick', message, anchor }),
        showWho: (message: Message, emoji: string) => setOverlay({ kind: 'who', message, emoji }),
      },
    }),
    [mayAdd, mayJoin, want],
  );
  const close = useCallback((open: boolean) => !open && setOverlay(null), []);
  return { actions, overlay: overlay && <Suspense>{shown(overlay, canModerate, close)}</Suspense> };
}

const shown = (overlay: Overlay, canModerate: boolean, onOpenChange: (open: boolean) => void): ReactNode =>
  overlay.kind === 'pick' ? (
    <ReactionPicker open message={overlay.message} anchor={overlay.anchor} onOpenChange={onOpenChange} />
  ) : (
    <ReactionsDialog open message={overlay.message} emoji={overlay.emoji} {...{ canModerate, onOpenChange }} />
  );

/** Whoever may read joins in, unless something holds them back. */
function useReactionRights({ id, serverId }: Channel, canSend: boolean): { mayAdd: boolean; mayJoin: boolean } {
  const inServer = usePermissions(serverId ?? '', id);
  const isRestricted = useIsRestricted(useServerOfChannel(id));
  const permissions = serverId === null ? (canSend ? CONVERSATION_PERMISSIONS : 0n) : inServer;
  const mayJoin = hasPermission(permissions, 'READ_MESSAGE_HISTORY') && !isRestricted;
  return { mayAdd: mayJoin && hasPermission(permissions, 'ADD_REACTIONS'), mayJoin };
}

type Want = (message: Message, emoji: string | undefined, want: boolean | undefined) => Promise<void>;

/** Undefined: what is used most; the other way round than it is. */
function useWant(): Want {
  const { t } = useTranslation();
  const toast = useErrorToast();
  return useCallback(
    async (message, emoji, want) => {
      try {
        const { react } = await persistently(() => import('../../reactions/client'));
        await react(message, emoji, want);
      } catch (error) {
        toast(t('reactions.failed'), error);
      }
    },
    [toast, t],
  );
}
