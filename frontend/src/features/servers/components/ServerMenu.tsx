import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { Icon, Menu } from '@/ui';
import type { HeldServer } from '@/features/servers';
import { lazyPart } from '@/lib/lazy-part';

const Items = lazyPart(() => import('./ServerMenuItems'));

export interface ServerMenuProps {
  server: HeldServer;
  onInvite: () => void;
  onCreateChannel: () => void;
  onCreateCategory: () => void;
  onSettings: () => void;
  onNickname: () => void;
  onLeave: () => void;
}

/** Takes what a menu gives its trigger. */
function ServerName({ name, ...trigger }: { name: string } & ComponentProps<'button'>) {
  return (
    <h2 className="flex h-header shrink-0">
      <button
        type="button"
        {...trigger}
        className="flex min-w-0 flex-1 items-center gap-2 px-4 text-start transition-colors duration-fast hover:bg-hover focus-visible:-outline-offset-2 data-popup-open:bg-active"
      >
        <bdi className="min-w-0 flex-1 truncate text-heading font-semibold">{name}</bdi>
        <Icon icon={ChevronDown} className="text-fg-subtle" />
      </button>
    </h2>
  );
}

/** The name of the server, and what may be done with it. */
export function ServerMenu(props: ServerMenuProps) {
  return (
    <Menu trigger={<ServerName name={props.server.name} />}>
      <Items {...props} />
    </Menu>
  );
}
