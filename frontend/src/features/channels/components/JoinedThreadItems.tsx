import type { Channel } from '@hearth/contract';
import { CheckCheck, LogOut } from 'lucide-react';
import { useErrorToast, useTranslation } from '@/i18n';
import { MenuItem } from '@/ui';
import { useLeaveThread, useMarkRead } from '@/features/channels';

/** What can be done with a thread that the user is in. */
export default function JoinedThreadItems({ thread, unread }: { thread: Channel; unread: number }) {
  const { t } = useTranslation();
  const toast = useErrorToast();
  const markRead = useMarkRead(thread.id);
  const leave = useLeaveThread();
  return (
    <>
      <MenuItem icon={CheckCheck} disabled={unread === 0} onSelect={() => markRead(thread.lastSeq, true)}>
        {t('channels.markRead')}
      </MenuItem>
      <MenuItem
        icon={LogOut}
        mirrored
        onSelect={() => leave.mutate({ channelId: thread.id }, { onError: (error) => toast(t('threads.notLeft'), error) })}
      >
        {t('threads.leave')}
      </MenuItem>
    </>
  );
}
