import type { Channel } from '@hearth/contract';
import { ArrowLeft, Images, Maximize2, MessagesSquare, X } from 'lucide-react';
import { Suspense, useEffect, useRef, type ReactNode, type RefObject } from 'react';
import { useTranslation } from '@/i18n';
import { useLocation } from 'wouter';
import { useChannel } from '@/features/channels';
import { ConversationSkeleton, PinsButton } from '@/features/messages/components';
import { useCan, type HeldServer } from '@/features/servers';
import { ThreadView } from '@/features/threads/components';
import { paths } from '@/lib/paths';
import { useBreakpoint } from '@/lib/use-media-query';
import { Button, EmptyState, IconButton } from '@/ui';
import { openDialog } from '../dialogs-store';
import type { ThreadOverlay } from '../use-thread-overlay';
import { MembersButton } from './ChannelHeader';
import { threadExtras } from './message-extras';
import { WayBack } from './WayBack';
import { useWriting } from './writing';

const linkOf = ({ serverId, id }: Channel) => new URL(paths.channel(serverId, id), location.origin).href;

interface OpenThreadProps {
  server: HeldServer;
  thread: Channel;
  isPanel: boolean;
  leading?: ReactNode;
  trailing?: ReactNode;
}

function OpenThread({ server, thread, ...parts }: OpenThreadProps) {
  const { refusal, slowmode } = useWriting(server, thread);
  return (
    <Suspense fallback={<ConversationSkeleton />}>
      <ThreadView {...{ server, thread, refusal, slowmode, linkOf }} {...parts} extras={threadExtras} />
    </Suspense>
  );
}

/** A thread in the place of a channel. */
export function ThreadPane({ server, thread }: { server: HeldServer; thread: Channel }) {
  return (
    <OpenThread
      server={server}
      thread={thread}
      isPanel={false}
      trailing={
        <>
          <ThreadPins thread={thread} />
          <ThreadMedia thread={thread} />
          <MembersButton />
        </>
      }
      leading={
        <>
          <WayBack channel={thread} />
          <ToChannel thread={thread} />
        </>
      }
    />
  );
}

function ThreadPins({ thread }: { thread: Channel }) {
  const canPin = useCan(thread.serverId ?? '', 'MANAGE_MESSAGES', thread.id);
  return <PinsButton channel={thread} canPin={canPin} />;
}

function ThreadMedia({ thread }: { thread: Channel }) {
  const { t } = useTranslation();
  const open = () => openDialog({ kind: 'media', channelId: thread.id });
  return <IconButton icon={Images} label={t('channels.media')} tooltipSide="bottom" onClick={open} />;
}

function ToChannel({ thread }: { thread: Channel }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const tablet = useBreakpoint('tablet');
  const parent = useChannel(thread.parentId ?? '');
  // On phones the way back leads to the list.
  if (!parent || !tablet) return null;
  return (
    <IconButton
      icon={ArrowLeft}
      mirrored
      label={t('threads.toChannel', { channel: parent.name })}
      tooltipSide="bottom"
      onClick={() => navigate(paths.channel(parent.serverId, parent.id))}
    />
  );
}

/** Has the focus while it is open, so that what is typed goes there, and gives it back. */
function useFocusWhileOpen(threadId: string | null): RefObject<HTMLDivElement | null> {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    panel.current?.focus();
    return () => {
      if (document.activeElement === document.body && before instanceof HTMLElement) before.focus();
    };
  }, [threadId]);
  return panel;
}

/** A thread beside its channel, or over it where there is no room. */
export function ThreadPanel({ server, overlay }: { server: HeldServer; overlay: ThreadOverlay }) {
  const panel = useFocusWhileOpen(overlay.threadId);
  return (
    <div ref={panel} data-conversation tabIndex={-1} className="flex min-h-0 flex-1 flex-col outline-none">
      <PanelContent server={server} overlay={overlay} />
    </div>
  );
}

function PanelContent({ server, overlay }: { server: HeldServer; overlay: ThreadOverlay }) {
  const { t } = useTranslation();
  const wide = useBreakpoint('desktop');
  const [, navigate] = useLocation();
  const { thread, close } = overlay;
  if (thread === undefined) return <ConversationSkeleton />;
  if (thread === null) return <NoThread onClose={close} />;
  const closeButton = (
    <IconButton
      icon={wide ? X : ArrowLeft}
      mirrored={!wide}
      label={t(wide ? 'common.close' : 'threads.back')}
      tooltipSide="bottom"
      onClick={close}
    />
  );
  return (
    <OpenThread
      key={thread.id}
      server={server}
      thread={thread}
      isPanel
      leading={wide ? undefined : closeButton}
      trailing={
        <>
          <ThreadPins thread={thread} />
          {wide && (
            <>
              <IconButton
                icon={Maximize2}
                label={t('threads.openFull')}
                tooltipSide="bottom"
                onClick={() => navigate(paths.channel(thread.serverId, thread.id))}
              />
              {closeButton}
            </>
          )}
        </>
      }
    />
  );
}

function NoThread({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-1 items-center">
      <EmptyState icon={MessagesSquare} title={t('threads.gone')} action={<Button onClick={onClose}>{t('common.close')}</Button>} />
    </div>
  );
}
