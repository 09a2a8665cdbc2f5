import { MessagesSquare, Plus } from 'lucide-react';
import { memo } from 'react';
import { Link } from 'wouter';
import { useFormat, useTranslation } from '@/i18n';
import { cn } from '@/lib/cn';
import { lazyPart } from '@/lib/lazy-part';
import { paths } from '@/lib/paths';
import { Avatar, Badge, Icon, IconButton, Menu, Tooltip, VisuallyHidden } from '@/ui';
import { useCountedChannels, useServerUnread, useUnreadConversations } from '@/features/channels';
import { useMentionTotal } from '@/features/mentions';
import { useServers, type HeldServer } from '@/features/servers';

const AddServerItems = lazyPart(() => import('./AddServerItems'));

export interface ServerRailProps {
  activeServerId: string | null;
  /** Conversations or friends are open. */
  isHome: boolean;
  /** Friend requests that wait for an answer. */
  requests: number;
  onCreate: () => void;
  onJoin: () => void;
}

/** The communities one is in, each a picture. */
export function ServerRail({ activeServerId, isHome, requests, onCreate, onJoin }: ServerRailProps) {
  const { t } = useTranslation();
  const servers = useServers();
  return (
    <nav aria-label={t('servers.label')} className="flex min-h-0 w-rail shrink-0 flex-col bg-rail">
      <ul className="flex min-h-0 flex-1 flex-col items-center gap-2 overflow-y-auto overscroll-contain py-3 [scrollbar-width:none]">
        <li className="group/server relative flex w-full justify-center">
          <HomeLink active={isHome} requests={requests} />
        </li>
        <li aria-hidden className="h-px w-8 shrink-0 bg-line" />
        {servers.map((server) => (
          <RailServer key={server.id} server={server} active={server.id === activeServerId} />
        ))}
        <li>
          <AddServer onCreate={onCreate} onJoin={onJoin} />
        </li>
      </ul>
    </nav>
  );
}

const RailServer = memo(function RailServer({ server, active }: { server: HeldServer; active: boolean }) {
  const { t } = useTranslation();
  const unread = useServerUnread(server.id);
  const mentions = useMentionTotal(useCountedChannels(server.id).map(({ id }) => id));
  return (
    <li className="group/server relative flex w-full justify-center">
      <Pill active={active} unread={unread} />
      <Tooltip content={server.name} side="inline-end">
        <Link
          href={paths.server(server.id)}
          aria-label={mentions > 0 ? `${server.name}, ${t('channels.mentions', { count: mentions })}` : server.name}
          aria-current={active ? 'true' : undefined}
          className="relative rounded-card transition-[border-radius] duration-fast"
        >
          <Avatar id={server.id} name={server.name} picture={server.icon} size={48} shape="square" />
          {mentions > 0 && (
            <Badge count={mentions} label={t('channels.mentions', { count: mentions })} className="absolute -inset-e-1 -bottom-1" />
          )}
        </Link>
      </Tooltip>
      {unread && <VisuallyHidden>{t('servers.hasUnread')}</VisuallyHidden>}
    </li>
  );
});

/** To the DMs and groups, and how many of them and of friend requests wait. */
function HomeLink({ active, requests }: { active: boolean; requests: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const unread = useUnreadConversations();
  const waiting = [
    unread > 0 && t('conversations.unread', { count: unread }),
    requests > 0 && t('friends.requestsFor', { count: requests }),
  ].filter((text) => text !== false);
  return (
    <>
      <Pill active={active} unread={waiting.length > 0} />
      <Tooltip content={t('conversations.home')} side="inline-end">
        <Link
          href={paths.conversations}
          aria-label={format.list([t('conversations.home'), ...waiting])}
          aria-current={active ? 'true' : undefined}
          className={cn(
            'relative grid size-12 place-items-center rounded-card transition-colors duration-fast',
            active ? 'bg-selected text-fg' : 'bg-raised text-fg-muted hover:bg-hover hover:text-fg',
          )}
        >
          <Icon icon={MessagesSquare} size="bar" />
          {waiting.length > 0 && <Badge count={unread + requests} label={format.list(waiting)} className="absolute -inset-e-1 -bottom-1" />}
        </Link>
      </Tooltip>
    </>
  );
}

/** Short: something new. Tall: open. */
function Pill({ active, unread }: { active: boolean; unread: boolean }) {
  return (
    <span
      aria-hidden
      className={cn(
        'absolute inset-y-0 start-0 my-auto w-1 rounded-e-full transition-[height,background-color] duration-pane ease-out',
        active ? 'h-9 bg-fg' : unread ? 'h-2 bg-accent group-hover/server:h-5' : 'h-0 bg-fg group-hover/server:h-5',
      )}
    />
  );
}

function AddServer({ onCreate, onJoin }: Pick<ServerRailProps, 'onCreate' | 'onJoin'>) {
  const { t } = useTranslation();
  return (
    <Menu
      side="inline-end"
      trigger={<IconButton icon={Plus} label={t('servers.add')} variant="secondary" tooltipSide="inline-end" className="size-12!" />}
    >
      <AddServerItems onCreate={onCreate} onJoin={onJoin} />
    </Menu>
  );
}
