import { hasPermission } from '@hearth/contract';
import { useTranslation } from '@/i18n';
import { Checkbox, MultiPicker } from '@/ui';
import { usePermissions, type HeldServer } from '@/features/servers';
import type { Privacy } from '../new-channel';
import { itemOf, targetOf, useNamedTargets, useTargetChoices } from './use-targets';

interface NewChannelPrivacyProps {
  server: HeldServer;
  /** The category, whose rules decide who may say it. */
  parentId: string | null;
  label: string;
  privacy: Privacy;
  onChange: (privacy: Privacy) => void;
}

/** Only for those who may say who sees what. */
export function NewChannelPrivacy({ server, parentId, label, privacy, onChange }: NewChannelPrivacyProps) {
  const { t } = useTranslation();
  const mayDecide = hasPermission(usePermissions(server.id, parentId ?? undefined), 'MANAGE_ROLES');
  if (!mayDecide) return null;
  return (
    <>
      <Checkbox
        label={label}
        hint={t('channelPermissions.privateHint')}
        checked={privacy.isPrivate}
        onCheckedChange={(isPrivate) => onChange({ ...privacy, isPrivate })}
      />
      {privacy.isPrivate && <Viewers server={server} privacy={privacy} onChange={onChange} />}
    </>
  );
}

function Viewers({ server, privacy, onChange }: Omit<NewChannelPrivacyProps, 'label' | 'parentId'>) {
  const { t } = useTranslation();
  const named = useNamedTargets(server, privacy.viewers);
  const { query: _query, ...choices } = useTargetChoices(server, privacy.viewers);
  return (
    <MultiPicker
      label={t('channelPermissions.viewers')}
      hint={t('channelPermissions.viewersHint')}
      placeholder={t('channelPermissions.addPlaceholder')}
      {...choices}
      value={named.map(itemOf)}
      onValueChange={(items) => onChange({ ...privacy, viewers: items.map(targetOf) })}
    />
  );
}
