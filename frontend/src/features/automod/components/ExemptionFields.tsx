import { ShieldQuestion } from 'lucide-react';
import { useTranslation } from '@/i18n';
import { ColorDot, Icon, MultiPicker, type PickerItem } from '@/ui';
import type { HeldServer } from '@/features/servers';
import type { PartProps } from './fields';
import { useChannelItems } from './use-channel-items';

/** Whom and what the rule does not look at. */
export function ExemptionFields({ server, draft, change }: PartProps & { server: HeldServer }) {
  const { t } = useTranslation();
  const roles = useRoleItems(server);
  const channels = useChannelItems(server.id, { holdsMessages: false });
  return (
    <fieldset className="flex flex-col gap-5">
      <legend className="mb-4 text-body font-semibold">{t('autoMod.except')}</legend>
      <MultiPicker
        label={t('autoMod.exemptRoles')}
        hint={t('autoMod.exemptRolesHint')}
        placeholder={t('autoMod.exemptRolesPlaceholder')}
        items={roles.items}
        value={draft.exemptRoleIds.map(roles.itemOf)}
        onValueChange={(items) => change({ exemptRoleIds: items.map(({ value }) => value) })}
      />
      <MultiPicker
        label={t('autoMod.exemptChannels')}
        hint={t('autoMod.exemptChannelsHint')}
        placeholder={t('autoMod.exemptChannelsPlaceholder')}
        items={channels.items}
        value={draft.exemptChannelIds.map(channels.itemOf)}
        onValueChange={(items) => change({ exemptChannelIds: items.map(({ value }) => value) })}
      />
    </fieldset>
  );
}

/** From the highest; of everyone there is no exempting. */
function useRoleItems({ id: serverId, roles }: HeldServer) {
  const { t } = useTranslation();
  const items = roles
    .filter(({ id }) => id !== serverId)
    .toSorted((one, other) => other.position - one.position)
    .map((role): PickerItem => ({ value: role.id, label: role.name, leading: <ColorDot color={role.color} /> }));
  const gone = (value: string): PickerItem => ({ value, label: t('autoMod.unknownRole'), leading: <Icon icon={ShieldQuestion} /> });
  return { items, itemOf: (roleId: string) => items.find(({ value }) => value === roleId) ?? gone(roleId) };
}
