import type { ChosenStatus } from '@hearth/contract';
import { MessageCircle, MessageCircleOff } from 'lucide-react';
import { useErrorToast, useTranslation } from '@/i18n';
import { MenuItem, MenuRadioGroup, MenuSeparator, PresenceDot } from '@/ui';
import { useSetStatus } from '@/features/presence';
import { useUpdateMe } from '@/features/users';
import { looksLike } from './looks-like';

const statuses: readonly ChosenStatus[] = ['online', 'idle', 'dnd', 'invisible'];

interface StatusMenuItemsProps {
  chosen: ChosenStatus;
  hasText: boolean;
  onWrite: () => void;
}

/** How one looks to others, and what one says of oneself. */
export default function StatusMenuItems({ chosen, hasText, onWrite }: StatusMenuItemsProps) {
  const { t } = useTranslation();
  const setStatus = useSetStatus();
  const toast = useErrorToast();
  const choose = (status: ChosenStatus) => setStatus.mutate(status, { onError: (error) => toast(t('userPanel.statusFailed'), error) });
  return (
    <>
      <MenuRadioGroup
        label={t('userPanel.setStatus')}
        value={chosen}
        onValueChange={choose}
        options={statuses.map((status) => ({ value: status, label: <StatusLabel status={status} /> }))}
      />
      <MenuSeparator />
      <StatusTextItems hasText={hasText} onWrite={onWrite} />
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
