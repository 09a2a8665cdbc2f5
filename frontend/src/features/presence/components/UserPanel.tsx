import type { ChosenStatus, Me } from '@hearth/contract';
import { MessageCircle, MessageCircleOff, Settings } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorToast } from '@/i18n';
import { Avatar, IconButton, Menu, MenuItem, MenuRadioGroup, MenuSeparator, PresenceDot, type Presence } from '@/ui';
import { useSetStatus, useStatusText } from '@/features/presence';
import { useMe, useUpdateMe } from '@/features/users';
import { StatusTextDialog } from '@/features/users/components';

const statuses: readonly ChosenStatus[] = ['online', 'idle', 'dnd', 'invisible'];

const looksLike = (status: ChosenStatus): Presence => (status === 'invisible' ? 'offline' : status);

export interface UserPanelProps {
  /** While there is no connection nobody sees this person online. */
  connected: boolean;
  onOpenSettings: () => void;
}

/** Who one is here: name, status, and the way to the settings. */
export function UserPanel({ connected, onOpenSettings }: UserPanelProps) {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <section
      aria-label={t('userPanel.label')}
      className="flex shrink-0 items-center gap-1 bg-rail px-2 pt-1.5 pb-[max(0.375rem,env(safe-area-inset-bottom))] [--avatar-ring:var(--color-rail)]"
    >
      <StatusMenu me={me} connected={connected} />
      <IconButton icon={Settings} label={t('settings.title')} shortcut="mod+," onClick={onOpenSettings} />
    </section>
  );
}

function StatusMenu({ me, connected }: { me: Me; connected: boolean }) {
  const { t } = useTranslation();
  const setStatus = useSetStatus();
  const toast = useErrorToast();
  const choose = (status: ChosenStatus) => setStatus.mutate(status, { onError: (error) => toast(t('userPanel.statusFailed'), error) });
  const [writes, setWrites] = useState(false);
  const text = useStatusText({ text: me.statusText, textExpiresAt: me.statusExpiresAt });
  const shown = connected ? text || t(`status.${me.status}`) : t('status.offline');
  return (
    <>
      <Menu
        side="top"
        trigger={
          <button
            type="button"
            aria-label={t('userPanel.status', { name: me.displayName, status: t(`status.${me.status}`) })}
            className="flex min-h-touch min-w-0 flex-1 items-center gap-2.5 rounded-card px-1.5 text-start transition-colors duration-fast hover:bg-hover data-popup-open:bg-active"
          >
            <Avatar
              id={me.id}
              name={me.displayName}
              src={me.avatar}
              size={32}
              presence={connected ? looksLike(me.status) : 'offline'}
              own
            />
            <span className="flex min-w-0 flex-col">
              <span dir="auto" className="truncate text-match-parent text-ui font-semibold">
                {me.displayName}
              </span>
              <span dir="auto" className="truncate text-match-parent text-meta text-fg-subtle">
                {shown}
              </span>
            </span>
          </button>
        }
      >
        <MenuRadioGroup
          label={t('userPanel.setStatus')}
          value={me.status}
          onValueChange={choose}
          options={statuses.map((status) => ({ value: status, label: <StatusLabel status={status} /> }))}
        />
        <MenuSeparator />
        <StatusTextItems hasText={text !== ''} onWrite={() => setWrites(true)} />
      </Menu>
      {writes && (
        <Suspense>
          <StatusTextDialog open me={{ ...me, statusText: text }} onOpenChange={setWrites} />
        </Suspense>
      )}
    </>
  );
}

function StatusTextItems({ hasText, onWrite }: { hasText: boolean; onWrite: () => void }) {
  const { t } = useTranslation();
  const toast = useErrorToast();
  const { mutateAsync: update } = useUpdateMe();
  const clear = () => void update({ statusText: '' }).catch((error: unknown) => toast(t('statusText.failed'), error));
  return (
    <>
      <MenuItem icon={MessageCircle} onSelect={onWrite}>
        {t(hasText ? 'statusText.change' : 'statusText.set')}
      </MenuItem>
      {hasText && (
        <MenuItem icon={MessageCircleOff} onSelect={clear}>
          {t('statusText.clear')}
        </MenuItem>
      )}
    </>
  );
}

function StatusLabel({ status }: { status: ChosenStatus }) {
  const { t } = useTranslation();
  return (
    <span className="flex items-center gap-2.5">
      <span aria-hidden className="flex">
        <PresenceDot presence={looksLike(status)} own className="size-3" />
      </span>
      <span className="flex flex-col">
        {t(`status.${status}`)}
        {status === 'invisible' && <span className="text-meta whitespace-normal text-fg-subtle">{t('status.invisibleHint')}</span>}
      </span>
    </span>
  );
}
