import { Archive, ArchiveRestore, Bell, BellOff, CheckCheck, LogOut, Pencil, Pin, PinOff, UserPlus } from 'lucide-react';
import { useMarkRead, useUnreadCount } from '@/features/channels';
import { useErrorToast, useTranslation } from '@/i18n';
import { MenuItem, MenuSeparator, useToast } from '@/ui';
import { isMutedNow, useUpdateConversation, type ListedConversation } from '@/features/conversations';

/** What a dialog is needed for. */
export interface ConversationDialogs {
  onEditGroup: (channelId: string) => void;
  onAddPeople: (channelId: string) => void;
  onLeave: (channelId: string) => void;
}

/** Until it is taken back. */
const FOREVER = '9999-12-31T00:00:00.000Z';

/** What may be done with a DM or group as a whole. */
export function ConversationMenuItems({ conversation, dialogs }: { conversation: ListedConversation; dialogs: ConversationDialogs }) {
  const { t } = useTranslation();
  const { channel } = conversation;
  const isGroup = channel.type === 'GROUP_DM';
  return (
    <>
      <KeepItems conversation={conversation} />
      {isGroup && (
        <>
          <MenuSeparator />
          <MenuItem icon={UserPlus} onSelect={() => dialogs.onAddPeople(channel.id)}>
            {t('conversations.addPeople')}
          </MenuItem>
          <MenuItem icon={Pencil} onSelect={() => dialogs.onEditGroup(channel.id)}>
            {t('conversations.editGroup')}
          </MenuItem>
          <MenuSeparator />
          <MenuItem icon={LogOut} mirrored danger onSelect={() => dialogs.onLeave(channel.id)}>
            {t('conversations.leave')}
          </MenuItem>
        </>
      )}
    </>
  );
}

function KeepItems({ conversation }: { conversation: ListedConversation }) {
  const { t } = useTranslation();
  const { channel, pinnedAt, archivedAt } = conversation;
  const unread = useUnreadCount(channel.id);
  const markRead = useMarkRead(channel.id);
  const update = useUpdateConversation();
  const errorToast = useErrorToast();
  const toast = useToast();
  const muted = isMutedNow(conversation);
  const change = (input: { pinned?: boolean; archived?: boolean; mutedUntil?: string | null }) =>
    update.mutate({ channelId: channel.id, ...input }, { onError: (error) => errorToast(t('conversations.changeFailed'), error) });
  const archive = () => {
    change({ archived: true });
    toast.show({ title: t('conversations.archived'), action: { label: t('common.undo'), onClick: () => change({ archived: false }) } });
  };
  return (
    <>
      <MenuItem icon={CheckCheck} disabled={unread === 0} onSelect={() => markRead(channel.lastSeq, true)}>
        {t('channels.markRead')}
      </MenuItem>
      <MenuItem icon={pinnedAt ? PinOff : Pin} onSelect={() => change({ pinned: !pinnedAt })}>
        {t(pinnedAt ? 'conversations.unpin' : 'conversations.pin')}
      </MenuItem>
      <MenuItem icon={muted ? Bell : BellOff} onSelect={() => change({ mutedUntil: muted ? null : FOREVER })}>
        {t(muted ? 'conversations.unmute' : 'conversations.mute')}
      </MenuItem>
      <MenuItem icon={archivedAt ? ArchiveRestore : Archive} onSelect={() => (archivedAt ? change({ archived: false }) : archive())}>
        {t(archivedAt ? 'conversations.unarchive' : 'conversations.archive')}
      </MenuItem>
    </>
  );
}
