import type { Channel, Message } from '@hearth/contract';
import { Suspense, useMemo, useState, type ReactNode } from 'react';
import { managementScreen, useErrorToast, useTranslation } from '@/i18n';
import { useToast } from '@/ui';
import { replyTo } from '@/features/messages';
import { persistently } from '@/lib/lazy-part';
import { useMe } from '@/features/users';
import type { KeepingActions } from '../conversation-actions';
import { focusComposer } from '../focus-composer';
import type { MessageExtras } from '../message-extras';

const HistoryDialog = managementScreen(() => import('./HistoryDialog'));
const ReadersDialog = managementScreen(() => import('./ReadersDialog'));

interface Place {
  channel: Channel;
  canSend: boolean;
  canModerate: boolean;
  extras?: MessageExtras;
}

export interface KeepingParts {
  actions: KeepingActions;
  overlay: ReactNode;
}

/** Notices, which nobody said, are neither answered nor handed on. */
const isSaid = ({ type }: Message): boolean => type === 'DEFAULT' || type === 'REPLY' || type === 'FORWARD' || type === 'VOICE';

/** Answering messages, handing them on, and keeping them at hand. */
export function useKeepingActions({ channel, canSend, canModerate, extras }: Place): KeepingParts {
  const meId = useMe().id;
  const act = useAct();
  const [asked, setAsked] = useState<{ about: 'history' | 'readers'; message: Message } | null>(null);
  const isDirect = channel.serverId === null;
  const forward = extras?.forward;
  const actions = useMemo<KeepingActions>(
    () => ({
      canReply: (message) => canSend && (isSaid(message) || message.type === 'POLL'),
      reply: (message) => {
        replyTo(message);
        focusComposer();
      },
      canForward: (message) => forward !== undefined && isSaid(message),
      forward: (message) => forward?.(message),
      canPin: () => (isDirect ? canSend : canModerate),
      pin: (message) => act('pin', message),
      star: (message) => act('star', message),
      hide: (message) => act('hide', message),
      show: (message) => act('show', message),
      canSeeHistory: ({ author }) => isDirect || canModerate || author.id === meId,
      showHistory: (message) => setAsked({ about: 'history', message }),
      canSeeReaders: (message) => message.author.id === meId && (isSaid(message) || message.type === 'POLL') && !message.origin,
      showReaders: (message) => setAsked({ about: 'readers', message }),
    }),
    [canSend, canModerate, isDirect, forward, act, meId],
  );
  const Asked = asked?.about === 'readers' ? ReadersDialog : HistoryDialog;
  return {
    actions,
    overlay: asked && (
      <Suspense>
        <Asked key={asked.message.id} message={asked.message} onClose={() => setAsked(null)} />
      </Suspense>
    ),
  };
}

/** Comes when it is first asked for. */
const loadActs = () => import('./acts');

function useAct() {
  const { t } = useTranslation();
  const toast = useToast();
  const sayFault = useErrorToast();
  return useMemo(
    () => (act: 'pin' | 'star' | 'hide' | 'show', message: Message) =>
      void persistently(loadActs).then((acts) => acts[act](message, { t, toast, sayFault })),
    [t, toast, sayFault],
  );
}
