import type { Channel, Message } from '@hearth/contract';
import { Suspense, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { managementScreen, useErrorToast } from '@/i18n';
import { useToast } from '@/ui';
import { replyTo, setHidden, setPinned, setStarred } from '@/features/messages';
import { useMe } from '@/features/users';
import type { KeepingActions } from '../conversation-actions';
import { focusComposer } from '../focus-composer';
import type { MessageExtras } from '../message-extras';

const HistoryDialog = managementScreen(() => import('./HistoryDialog'));

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
const isSaid = ({ type }: Message): boolean => type === 'DEFAULT' || type === 'REPLY' || type === 'FORWARD';

/** Answering messages, handing them on, and keeping them at hand. */
export function useKeepingActions({ channel, canSend, canModerate, extras }: Place): KeepingParts {
  const meId = useMe().id;
  const attempt = useAttempt();
  const hide = useHide();
  const [past, setPast] = useState<Message | null>(null);
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
      pin: (message) => attempt('notPinned', setPinned(message, message.pinnedAt === null)),
      star: (message) => attempt('notStarred', setStarred(message, message.starred !== true)),
      hide,
      show: (message) => attempt('notShown', setHidden(message, false)),
      canSeeHistory: ({ author }) => isDirect || canModerate || author.id === meId,
      showHistory: setPast,
    }),
    [canSend, canModerate, isDirect, forward, attempt, hide, meId],
  );
  return { actions, overlay: past && <Suspense>{<HistoryDialog key={past.id} message={past} onClose={() => setPast(null)} />}</Suspense> };
}

type Fault = 'notPinned' | 'notStarred' | 'notHidden' | 'notShown';

function useAttempt() {
  const { t } = useTranslation();
  const toast = useErrorToast();
  return useMemo(
    () => (fault: Fault, act: Promise<void>) => void act.catch((error: unknown) => toast(t(`kept.${fault}`), error)),
    [t, toast],
  );
}

/** For oneself alone, and with a way back. */
function useHide() {
  const { t } = useTranslation();
  const toast = useToast();
  const attempt = useAttempt();
  return useMemo(
    () => (message: Message) =>
      attempt(
        'notHidden',
        setHidden(message, true).then(() => {
          const undo = () => attempt('notShown', setHidden({ ...message, hidden: true }, false));
          toast.show({ title: t('kept.hiddenToast'), action: { label: t('kept.undo'), onClick: undo } });
        }),
      ),
    [t, toast, attempt],
  );
}
