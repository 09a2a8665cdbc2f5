import type { Channel } from '@hearth/contract';
import { MessagesSquare } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useTranslation } from '@/i18n';
import { useCan } from '@/features/servers';
import { ThreadList } from '@/features/threads/components';
import { IconButton, Popover, Skeleton, SkeletonGroup } from '@/ui';
import { openDialog } from '../dialogs-store';
import { useThreadOverlay } from '../use-thread-overlay';

/** The threads of a channel, behind a button in its head. */
export default function ThreadsButton({ channel }: { channel: Channel }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const overlay = useThreadOverlay(channel);
  const canBegin = useCan(channel.serverId ?? '', 'CREATE_THREADS', channel.id);
  const canWrite = useCan(channel.serverId ?? '', 'SEND_MESSAGES_IN_THREADS', channel.id);
  const begin = () => {
    setOpen(false);
    openDialog({ kind: 'createThread', channelId: channel.id, messageId: null, suggestion: '' });
  };
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      align="end"
      title={t('threads.title')}
      trigger={<IconButton icon={MessagesSquare} label={t('threads.title')} tooltipSide="bottom" />}
    >
      <Suspense fallback={<Loading />}>
        <ThreadList
          channel={channel}
          onBegin={canBegin && canWrite ? begin : undefined}
          onOpen={(threadId) => {
            setOpen(false);
            overlay.open(threadId);
          }}
        />
      </Suspense>
    </Popover>
  );
}

function Loading() {
  return (
    <SkeletonGroup className="flex w-80 max-w-full flex-col gap-4">
      <Skeleton shape="block" className="h-9" />
      <Skeleton className="w-40" />
      <Skeleton className="w-52" />
    </SkeletonGroup>
  );
}
