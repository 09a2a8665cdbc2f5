import { ChevronDown } from 'lucide-react';
import { Suspense, type ComponentProps } from 'react';
import { cn } from '@/lib/cn';
import { Icon, Menu } from '@/ui';
import type { HeldServer } from '@/features/servers';
import { lazyPart } from '@/lib/lazy-part';

const Items = lazyPart(() => import('./ServerMenuItems'));
const ServerBanner = lazyPart(() => import('./ServerBanner'));

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
function ServerName({ server: { name, banner }, ...trigger }: { server: HeldServer } & ComponentProps<'button'>) {
  // A node that is older says nothing of it.
  const has = Boolean(banner);
  return (
    <h2 className={cn('flex shrink-0', has ? 'relative aspect-5/2 bg-stage text-on-stage' : 'h-header')}>
      <button
        type="button"
        {...trigger}
        className={cn(
          'flex min-w-0 flex-1 gap-2 px-4 text-start transition-colors duration-fast focus-visible:-outline-offset-2',
          has ? 'items-start pt-3' : 'items-center hover:bg-hover data-popup-open:bg-active',
        )}
      >
        {banner && (
          <Suspense>
            <ServerBanner key={banner} picture={banner} />
          </Suspense>
        )}
        <bdi className="relative min-w-0 flex-1 truncate text-heading font-semibold">{name}</bdi>
        <Icon icon={ChevronDown} className={cn('relative', has ? 'mt-1' : 'text-fg-subtle')} />
      </button>
    </h2>
  );
}

/** The name of the server, and what may be done with it. */
export function ServerMenu(props: ServerMenuProps) {
  return (
    <Menu trigger={<ServerName server={props.server} />}>
      <Items {...props} />
    </Menu>
  );
}
