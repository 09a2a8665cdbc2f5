import { hasPermission, type Channel } from '@hearth/contract';
import { Archive, ArchiveRestore, Ellipsis, Link2, Lock, LockOpen, LogOut, Pencil, Pin, PinOff, Trash2, Users } from 'lucide-react';
import { useRef, useState } from 'react';
import { useDeleteChannel, useIsJoined, useLeaveThread, useUpdateChannel } from '@/features/channels';
import { usePermissions, type HeldServer } from '@/features/servers';
import { useMe } from '@/features/users';
import { useProfileCard } from '@/features/users/components';
import { useErrorText, useErrorToast, useTranslation } from '@/i18n';
import { copyText } from '@/lib/use-copy';
import { ConfirmDialog, IconButton, Menu, MenuItem, MenuSeparator, useToast } from '@/ui';
import { isArchived } from '../cache';
import { EditThreadDialog } from './EditThreadDialog';
import { ThreadPeopleDialog } from './ThreadPeopleDialog';
import type { ThreadRights } from './thread-rights';

export interface ThreadMenuProps {
  server: HeldServer;
  thread: Channel;
  /** Undefined while it is not held. */
  parent: Channel | undefined;
  link: string;
}

function useThreadRights({ server, thread }: ThreadMenuProps): ThreadRights {
  const permissions = usePermissions(server.id, thread.id);
  const me = useMe();
  const moderate = hasPermission(permissions, 'MANAGE_THREADS');
  const canSend = hasPermission(permissions, 'SEND_MESSAGES');
  return { moderate, edit: moderate || (canSend && thread.thread?.ownerId === me.id), wake: moderate || canSend };
}

export function ThreadMenu(props: ThreadMenuProps) {
  const { server, thread, parent } = props;
  const { t } = useTranslation();
  const rights = useThreadRights(props);
  const [dialog, setDialog] = useState<'people' | 'edit' | 'delete' | null>(null);
  const close = (open: boolean) => !open && setDialog(null);
  const button = useRef<HTMLButtonElement>(null);
  const showCard = useProfileCard(server.id);
  const showPerson = (userId: string) => {
    setDialog(null);
    if (button.current) showCard(userId, button.current);
  };
  return (
    <>
      <Menu
        align="end"
        trigger={<IconButton ref={button} icon={Ellipsis} label={t('threads.actions', { name: thread.name })} tooltipSide="bottom" />}
      >
        <MenuItem icon={Users} onSelect={() => setDialog('people')}>
          {t('threads.people')}
        </MenuItem>
        <MembershipItems thread={thread} link={props.link} />
        {rights.edit && (
          <>
            <MenuSeparator />
            <MenuItem icon={Pencil} onSelect={() => setDialog('edit')}>
              {parent?.type === 'FORUM' ? t('threads.editPost') : t('threads.edit')}
            </MenuItem>
          </>
        )}
        <StateItems {...props} rights={rights} />
        {rights.moderate && (
          <>
            <MenuSeparator />
            <MenuItem icon={Trash2} danger onSelect={() => setDialog('delete')}>
              {parent?.type === 'FORUM' ? t('threads.deletePost') : t('threads.delete')}
            </MenuItem>
          </>
        )}
      </Menu>
      {dialog === 'people' && <ThreadPeopleDialog open onOpenChange={close} thread={thread} onPerson={showPerson} />}
      {dialog === 'edit' && <EditThreadDialog open onOpenChange={close} thread={thread} parent={parent} rights={rights} />}
      <DeleteThread open={dialog === 'delete'} onOpenChange={close} thread={thread} isPost={parent?.type === 'FORUM'} />
    </>
  );
}

function MembershipItems({ thread, link }: { thread: Channel; link: string }) {
  const { t } = useTranslation();
  const toast = useErrorToast();
  const say = useToast();
  const leave = useLeaveThread();
  const isJoined = useIsJoined(thread.id);
  const copy = () =>
    void copyText(link).then((copied) =>
      say.show(copied ? { title: t('common.copied') } : { title: t('common.notCopied'), tone: 'danger' }),
    );
  return (
    <>
      <MenuItem icon={Link2} onSelect={copy}>
        {t('threads.copyLink')}
      </MenuItem>
      {isJoined && (
        <MenuItem
          icon={LogOut}
          mirrored
          onSelect={() => leave.mutate({ channelId: thread.id }, { onError: (error) => toast(t('threads.notLeft'), error) })}
        >
          {t('threads.leave')}
        </MenuItem>
      )}
    </>
  );
}

function StateItems({ thread, parent, rights }: ThreadMenuProps & { rights: ThreadRights }) {
  const { t } = useTranslation();
  const toast = useErrorToast();
  const { mutate } = useUpdateChannel();
  const change = (state: { archived?: boolean; locked?: boolean; pinned?: boolean }) => () =>
    mutate({ channelId: thread.id, ...state }, { onError: (error) => toast(t('threads.notChanged'), error) });
  const archived = isArchived(thread);
  const { locked = false, pinnedAt = null } = thread.thread ?? {};
  const maySwitch = archived ? rights.wake : rights.edit;
  return (
    <>
      {maySwitch && (
        <MenuItem icon={archived ? ArchiveRestore : Archive} onSelect={change({ archived: !archived })}>
          {archived ? t('threads.unarchive') : t('threads.archive')}
        </MenuItem>
      )}
      {rights.moderate && (
        <MenuItem icon={locked ? LockOpen : Lock} onSelect={change({ locked: !locked })}>
          {locked ? t('threads.unlock') : t('threads.lock')}
        </MenuItem>
      )}
      {rights.moderate && parent?.type === 'FORUM' && !archived && (
        <MenuItem icon={pinnedAt ? PinOff : Pin} onSelect={change({ pinned: !pinnedAt })}>
          {pinnedAt ? t('threads.unpin') : t('threads.pin')}
        </MenuItem>
      )}
    </>
  );
}

interface DeleteThreadProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  thread: Channel;
  isPost: boolean;
}

function DeleteThread({ open, onOpenChange, thread, isPost }: DeleteThreadProps) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const remove = useDeleteChannel();
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={isPost ? t('threads.deletePostTitle') : t('threads.deleteTitle')}
      description={t('threads.deleteText', { name: thread.name })}
      confirmLabel={isPost ? t('threads.deletePost') : t('threads.delete')}
      busy={remove.isPending}
      error={remove.error ? errorText(remove.error) : undefined}
      onConfirm={() => remove.mutate({ channelId: thread.id })}
    />
  );
}
