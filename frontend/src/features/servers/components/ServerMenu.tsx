import { ChevronDown } from 'lucide-react';
import { type ComponentProps, useState } from 'react';
import { cn } from '@/lib/cn';
import { Icon, Menu, MovingPicture } from '@/ui';
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
function ServerName({ name, banner, ...trigger }: { name: string; banner: string | null } & ComponentProps<'button'>) {
  const [lost, setLost] = useState<string | null>(null);
  const picture = banner === lost ? null : banner;
  return (
    <h2 className={cn('flex shrink-0', picture === null ? 'h-header' : 'relative aspect-5/2')}>
      <button
        type="button"
        {...trigger}
        className={cn(
          'flex min-w-0 flex-1 gap-2 px-4 text-start transition-colors duration-fast focus-visible:-outline-offset-2',
          picture === null ? 'items-center hover:bg-hover data-popup-open:bg-active' : 'items-start pt-3 text-on-stage',
        )}
      >
        {picture !== null && (
          <>
            <MovingPicture picture={picture} onError={() => setLost(picture)} />
            {/* Whatever is in the picture, the name can be read. */}
            <span aria-hidden className="absolute inset-x-0 top-0 h-16 bg-linear-to-b from-stage/80 to-transparent" />
          </>
        )}
        <bdi className="relative min-w-0 flex-1 truncate text-heading font-semibold">{name}</bdi>
        <Icon icon={ChevronDown} className={cn('relative', picture === null ? 'text-fg-subtle' : 'mt-1')} />
      </button>
    </h2>
  );
}

/** The name of the server, and what may be done with it. */
export function ServerMenu(props: ServerMenuProps) {
  return (
    <Menu trigger={<ServerName name={props.server.name} banner={props.server.banner} />}>
      <Items {...props} />
    </Menu>
  );
}
