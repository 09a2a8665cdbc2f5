import type { Channel } from '@hearth/contract';
import { Suspense, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { FollowDialog, PublishDialog } from '@/features/announcements/components';
import { useChannel } from '@/features/channels';
import { DeleteChannelDialog } from '@/features/channels/components';
import { AddPeopleDialog, EditGroupDialog, LeaveGroupDialog, NewConversationDialog } from '@/features/conversations/dialogs';
import { RemindDialog, RemindersDialog, ScheduledDialog, ScheduleDialog } from '@/features/later/components';
import { ForwardDialog } from '@/features/forwarding/components';
import { MediaDialog } from '@/features/gallery/components';
import { OwnInvites } from '@/features/members/components';
import { CreateCategoryDialog, CreateChannelDialog, OwnPermissionsDialog, SyncDialog } from '@/features/roles/components';
import { useServer, type HeldServer } from '@/features/servers';
import { CreateServerDialog, InviteDialog, JoinServerDialog, LeaveServerDialog } from '@/features/servers/components';
import { CreateThreadDialog } from '@/features/threads/components';
import { managementScreen } from '@/i18n';
import { paths } from '@/lib/paths';
import { lazyPart } from '@/lib/lazy-part';
import { closeDialog, type DialogRequest } from '../dialogs-store';

const LogOutDialog = lazyPart(() => import('./LogOutDialog'));
const ShortcutsDialog = lazyPart(() => import('./ShortcutsDialog'));
const QuickSwitcher = managementScreen(async () => ({ default: (await import('@/features/search/components')).QuickSwitcher }));
const JumpToDateDialog = managementScreen(async () => ({ default: (await import('@/features/search/components')).JumpToDateDialog }));
const TopicDialog = lazyPart(() => import('./TopicDialog'));

/** The dialog that was asked for. */
export default function RequestedDialog({ request, open }: { request: DialogRequest; open: boolean }) {
  const [, navigate] = useLocation();
  const common = { open, onOpenChange: (next: boolean) => !next && closeDialog() };
  const goTo = (path: string) => {
    closeDialog();
    navigate(path);
  };
  switch (request.kind) {
    case 'createServer':
      return <CreateServerDialog {...common} onDone={({ id }) => goTo(paths.enterServer(id))} />;
    case 'joinServer':
      return <JoinServerDialog {...common} onCode={(code) => goTo(paths.invite(code))} />;
    case 'createChannel':
      return (
        <WithServer id={request.serverId}>
          {(server) => (
            <CreateChannelDialog
              {...common}
              server={server}
              parentId={request.parentId}
              onCreated={({ id, serverId }) => goTo(paths.channel(serverId, id))}
            />
          )}
        </WithServer>
      );
    case 'createCategory':
      return <WithServer id={request.serverId}>{(server) => <CreateCategoryDialog {...common} server={server} />}</WithServer>;
    case 'deleteChannel':
      return <WithChannel id={request.channelId}>{(channel) => <DeleteChannelDialog {...common} channel={channel} />}</WithChannel>;
    case 'ownPermissions':
      return (
        <WithChannel id={request.channelId}>
          {(channel) => (
            <WithServer id={channel.serverId ?? ''}>
              {(server) => <OwnPermissionsDialog {...common} server={server} channel={channel} />}
            </WithServer>
          )}
        </WithChannel>
      );
    case 'syncChannel':
      return (
        <WithChannel id={request.channelId}>
          {(channel) => (
            <WithChannel id={channel.parentId ?? ''}>
              {(category) => <SyncDialog {...common} channel={channel} category={category} />}
            </WithChannel>
          )}
        </WithChannel>
      );
    case 'topic':
      return <WithChannel id={request.channelId}>{(channel) => <TopicDialog {...common} channel={channel} />}</WithChannel>;
    case 'leaveServer':
      return <WithServer id={request.serverId}>{(server) => <LeaveServerDialog {...common} server={server} />}</WithServer>;
    case 'invite':
      return (
        <WithServer id={request.serverId}>{(server) => <Invite {...common} server={server} channelId={request.channelId} />}</WithServer>
      );
    case 'createThread':
      return (
        <WithChannel id={request.channelId}>
          {(channel) => (
            <CreateThreadDialog
              {...common}
              channel={channel}
              messageId={request.messageId}
              suggestion={request.suggestion}
              onCreated={({ id }) => goTo(paths.thread(channel.serverId, channel.id, id))}
            />
          )}
        </WithChannel>
      );
    case 'publish':
      return <PublishDialog {...common} messageId={request.messageId} />;
    case 'forward':
      return <ForwardDialog {...common} message={request.message} onGo={goTo} />;
    case 'follow':
      return <WithChannel id={request.channelId}>{(channel) => <FollowDialog {...common} channel={channel} />}</WithChannel>;
    case 'newConversation':
      return <NewConversationDialog {...common} onOpened={({ channel }) => goTo(paths.channel(null, channel.id))} />;
    case 'addPeople':
      return <WithChannel id={request.channelId}>{(channel) => <AddPeopleDialog {...common} channel={channel} />}</WithChannel>;
    case 'editGroup':
      return <WithChannel id={request.channelId}>{(channel) => <EditGroupDialog {...common} channel={channel} />}</WithChannel>;
    case 'leaveGroup':
      return <WithChannel id={request.channelId}>{(channel) => <LeaveGroupDialog {...common} channel={channel} />}</WithChannel>;
    case 'schedule':
      return <ScheduleDialog {...common} channelId={request.channelId} content={request.content} replyToId={request.replyToId} />;
    case 'scheduled':
      return <ScheduledDialog {...common} />;
    case 'remind':
      return <RemindDialog {...common} messageId={request.messageId} />;
    case 'reminders':
      return <RemindersDialog {...common} onOpenPath={goTo} />;
    case 'logOut':
      return <LogOutDialog {...common} />;
    case 'switcher':
      return <QuickSwitcher {...common} />;
    case 'jumpToDate':
      return <WithChannel id={request.channelId}>{(channel) => <JumpToDateDialog {...common} channel={channel} />}</WithChannel>;
    case 'media':
      return (
        <WithChannel id={request.channelId}>
          {(channel) => (
            <MediaDialog {...common} channel={channel} onGo={(seq) => goTo(paths.message(channel.serverId, channel.id, seq))} />
          )}
        </WithChannel>
      );
    case 'shortcuts':
      return <ShortcutsDialog {...common} />;
  }
}

/** Gone with the channel that it is about, whoever deleted it. */
function WithChannel({ id, children }: { id: string; children: (channel: Channel) => ReactNode }) {
  const channel = useChannel(id);
  return channel ? children(channel) : null;
}

function WithServer({ id, children }: { id: string; children: (server: HeldServer) => ReactNode }) {
  const server = useServer(id);
  return server ? children(server) : null;
}

interface InviteProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  server: HeldServer;
  channelId: string | null;
}

function Invite({ channelId, ...dialog }: InviteProps) {
  const channel = useChannel(channelId ?? '');
  return (
    <InviteDialog {...dialog} channel={channel ?? null}>
      <Suspense>
        <OwnInvites serverId={dialog.server.id} />
      </Suspense>
    </InviteDialog>
  );
}
