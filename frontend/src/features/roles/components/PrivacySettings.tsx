import { hasPermission, type Channel } from '@hearth/contract';
import { useTranslation } from '@/i18n';
import { Banner, Checkbox, MultiPicker } from '@/ui';
import { usePermissions, wouldLose, type HeldServer } from '@/features/servers';
import { isPrivate, viewersOf, withPrivacy } from '../overwrites';
import type { DraftProps } from './TargetList';
import { itemOf, targetOf, useNamedTargets, useTargetChoices } from './use-targets';

interface PrivacySettingsProps extends DraftProps {
  server: HeldServer;
  channel: Channel;
}

/** The one rule that most channels need: everybody sees it, or only some. */
export function PrivacySettings({ server, channel, overwrites, change }: PrivacySettingsProps) {
  const { t } = useTranslation();
  const isClosed = isPrivate(overwrites, server.id);
  const mayDecide = hasPermission(usePermissions(server.id, channel.id), 'VIEW_CHANNEL');
  const isCategory = channel.type === 'CATEGORY';
  return (
    <div className="flex flex-col gap-4">
      <Checkbox
        label={isCategory ? t('channelPermissions.privateCategory') : t('channelPermissions.private')}
        hint={t('channelPermissions.privateHint')}
        disabled={!mayDecide}
        checked={isClosed}
        onCheckedChange={(closed) => change(withPrivacy(overwrites, server.id, closed ? viewersOf(overwrites, server.id) : null))}
      />
      {isClosed && <Viewers {...{ server, overwrites, change }} />}
      {wouldLose(server, channel, overwrites, 'VIEW_CHANNEL') && (
        <Banner tone="warning" className="rounded-card">
          {t('channelPermissions.lockedOut')}
        </Banner>
      )}
    </div>
  );
}

function Viewers({ server, overwrites, change }: Omit<PrivacySettingsProps, 'channel'>) {
  const { t } = useTranslation();
  const viewers = viewersOf(overwrites, server.id);
  const named = useNamedTargets(server, viewers);
  const { query: _query, ...choices } = useTargetChoices(server, viewers);
  return (
    <MultiPicker
      label={t('channelPermissions.viewers')}
      hint={t('channelPermissions.viewersHint')}
      placeholder={t('channelPermissions.addPlaceholder')}
      {...choices}
      value={named.map(itemOf)}
      onValueChange={(items) => change(withPrivacy(overwrites, server.id, items.map(targetOf)))}
    />
  );
}
