import type { Channel } from '@hearth/contract';
import { CircleHelp } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from '@/i18n';
import { EmptyState, Picker, type PickerItem } from '@/ui';
import { useMemberChoices } from '@/features/moderation/people';
import type { HeldServer } from '@/features/servers';
import { channelGroups } from '../permission-groups';
import { Explanation } from './Explanation';

/** Why somebody can or cannot do something in a channel. */
export default function ExplainerSettings({ server, channel }: { server: HeldServer; channel: Channel }) {
  const { t } = useTranslation();
  const [member, setMember] = useState<PickerItem | null>(null);
  const { query: _query, ...choices } = useMemberChoices(server.id);
  return (
    <div className="flex flex-col gap-6">
      <p className="text-ui text-fg-muted">{t('explainer.intro')}</p>
      <Picker
        label={t('explainer.member')}
        placeholder={t('explainer.memberPlaceholder')}
        {...choices}
        value={member}
        onValueChange={setMember}
      />
      {member ? (
        <Explanation serverId={server.id} userId={member.value} channelId={channel.id} groups={channelGroups(channel.type)} />
      ) : (
        <EmptyState icon={CircleHelp} title={t('explainer.nobody')}>
          {t('explainer.nobodyText')}
        </EmptyState>
      )}
    </div>
  );
}
