import type { Me } from '@hearth/contract';
import { Settings } from 'lucide-react';
import { Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from '@/i18n';
import { Avatar, IconButton, Menu } from '@/ui';
import { useStatusText } from '@/features/presence';
import { useMe } from '@/features/users';
import { StatusTextDialog } from '@/features/users/components';
import { lazyPart } from '@/lib/lazy-part';
import { looksLike } from './looks-like';

const Items = lazyPart(() => import('./StatusMenuItems'));

export interface UserPanelProps {
  /** While there is no connection nobody sees this person online. */
  connected: boolean;
  onOpenSettings: () => void;
  /** Further entries of the own menu. */
  more?: ReactNode;
}

/** Who one is here: name, status, and the way to the settings. */
export function UserPanel({ connected, onOpenSettings, more }: UserPanelProps) {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <section
      aria-label={t('userPanel.label')}
      className="flex shrink-0 items-center gap-1 bg-rail px-2 pt-1.5 pb-[max(0.375rem,env(safe-area-inset-bottom))] [--avatar-ring:var(--color-rail)]"
    >
      <StatusMenu me={me} connected={connected} more={more} />
      <IconButton icon={Settings} label={t('settings.title')} shortcut="mod+," onClick={onOpenSettings} />
    </section>
  );
}

function StatusMenu({ me, connected, more }: { me: Me; connected: boolean; more: ReactNode }) {
  const { t } = useTranslation();
  const [writes, setWrites] = useState(false);
  const text = useStatusText({ text: me.statusText, textExpiresAt: me.statusExpiresAt });
  const status = t(`status.${connected ? me.status : 'offline'}`);
  const shown = (connected && text) || status;
  return (
    <>
      <Menu
        side="top"
        trigger={
          <button
            type="button"
            aria-label={t('userPanel.status', { name: me.displayName, status: shown === status ? status : `${shown}, ${status}` })}
            className="flex min-h-touch min-w-0 flex-1 items-center gap-2.5 rounded-card px-1.5 text-start transition-colors duration-fast hover:bg-hover data-popup-open:bg-active"
          >
            <Avatar
              id={me.id}
              name={me.displayName}
              picture={me.avatar}
              size={32}
              presence={connected ? looksLike(me.status) : 'offline'}
              own
            />
            <span className="flex min-w-0 flex-col">
              <span dir="auto" className="truncate text-match-parent text-ui font-semibold">
                {me.displayName}
              </span>{' '}
              <span dir="auto" className="truncate text-match-parent text-meta text-fg-subtle">
                {shown}
              </span>
            </span>
          </button>
        }
      >
        <Items chosen={me.status} hasText={text !== ''} onWrite={() => setWrites(true)} />
        {more}
      </Menu>
      {writes && (
        <Suspense>
          <StatusTextDialog open me={{ ...me, statusText: text }} onOpenChange={setWrites} />
        </Suspense>
      )}
    </>
  );
}
