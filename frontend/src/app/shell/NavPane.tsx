import { Suspense } from 'react';
import { useTranslation } from '@/i18n';
import { ChannelList } from '@/features/channels/components';
import { useConnection } from '@/features/connection';
import { beginAct } from '@/features/moderation';
import { UserPanel } from '@/features/presence/components';
import { useRequestCount } from '@/features/relationships';
import { useCan, type HeldServer } from '@/features/servers';
import { ServerMenu, ServerRail } from '@/features/servers/components';
import { cssVars } from '@/lib/css-vars';
import { EmptyState, ScrollArea } from '@/ui';
import { Hash } from 'lucide-react';
import { useChannels } from '@/features/channels';
import { latePart, lazyPart } from '@/lib/lazy-part';
import { openDialog } from '../dialogs-store';
import { usePanes } from '../panes-store';
import type { Place } from '../use-place';
import { LaterItems } from './later-parts';
import { useChannelRights } from './use-channel-rights';
import { useSyncOffer } from './use-sync-offer';
import { useChannelSettings } from '../use-channel-settings';
import { useOverlay } from '../use-overlay';

// In a server it can come later.
const HomeSidebar = lazyPart(() => import('./HomeSidebar'));
const ResizeHandle = latePart(() => import('./ResizeHandle'));

export interface NavPaneProps {
  place: Place;
  resizable: boolean;
}

/** Where one can go: servers, the channels of this one, and oneself below. */
export function NavPane({ place, resizable }: NavPaneProps) {
  const { server, channel } = place;
  const width = usePanes((state) => state.sidebarWidth);
  const { state } = useConnection();
  const settings = useOverlay('settings');
  const requests = useRequestCount();
  return (
    <div
      className="relative flex min-h-0 min-w-0 flex-1 flex-col desktop:w-[calc(var(--spacing-rail)+var(--sidebar-width))] desktop:flex-none"
      style={cssVars({ '--sidebar-width': `${width}rem` })}
    >
      <div className="flex min-h-0 flex-1">
        <ServerRail
          activeServerId={server?.id ?? null}
          isHome={place.home !== null}
          requests={requests}
          onCreate={() => openDialog({ kind: 'createServer' })}
          onJoin={() => openDialog({ kind: 'joinServer' })}
        />
        {place.home && (
          <Suspense fallback={<div className="flex-1 bg-sidebar" />}>
            <HomeSidebar page={place.home} activeChannelId={channel?.id ?? null} resizable={resizable} />
          </Suspense>
        )}
        {server && <Sidebar key={server.id} server={server} activeChannelId={channel?.id ?? null} resizable={resizable} />}
      </div>
      <UserPanel connected={state === 'connected'} onOpenSettings={() => settings.open('')} more={<LaterItems />} />
    </div>
  );
}

interface SidebarProps {
  server: HeldServer;
  activeChannelId: string | null;
  resizable: boolean;
}

function Sidebar({ server, activeChannelId, resizable }: SidebarProps) {
  const { t } = useTranslation();
  const serverSettings = useOverlay('server-settings');
  const channelSettings = useChannelSettings();
  const thread = useOverlay('thread');
  const may = useChannelRights(server.id);
  const offerSync = useSyncOffer(server.id);
  const canInvite = useCan(server.id, 'CREATE_INVITE');
  const isEmpty = useChannels(server.id).length === 0;
  const serverId = server.id;
  return (
    <nav aria-label={t('channels.label', { server: server.name })} className="flex min-w-0 flex-1 flex-col bg-sidebar">
      <ServerMenu
        server={server}
        onInvite={() => openDialog({ kind: 'invite', serverId, channelId: activeChannelId })}
        onCreateChannel={() => openDialog({ kind: 'createChannel', serverId, parentId: null })}
        onCreateCategory={() => openDialog({ kind: 'createCategory', serverId })}
        onSettings={() => serverSettings.open('')}
        onNickname={() => beginAct({ kind: 'nickname', serverId, user: server.me.user })}
        onLeave={() => openDialog({ kind: 'leaveServer', serverId })}
      />
      <ScrollArea className="flex-1 px-2 pt-2">
        {isEmpty && <EmptyState icon={Hash} title={t('channels.none')} className="p-2" />}
        <ChannelList
          serverId={serverId}
          activeChannelId={activeChannelId}
          activeThreadId={thread.value}
          may={may}
          onInvite={canInvite ? (channelId) => openDialog({ kind: 'invite', serverId, channelId }) : undefined}
          onCreateIn={(parentId) => openDialog({ kind: 'createChannel', serverId, parentId })}
          onExplain={(channelId) => openDialog({ kind: 'ownPermissions', channelId })}
          onSetUp={channelSettings.open}
          onDelete={(channelId) => openDialog({ kind: 'deleteChannel', channelId })}
          onEntered={offerSync}
        />
      </ScrollArea>
      <Suspense>{resizable && <ResizeHandle />}</Suspense>
    </nav>
  );
}
