import type { Settings } from '@hearth/contract';
import { Link } from 'wouter';
import { useConcealed } from '@/features/relationships';
import { useSettings, useUpdateSettings } from '@/features/settings';
import { useErrorToast, useTranslation } from '@/i18n';
import { paths } from '@/lib/paths';
import { Button, RadioGroup, Switch } from '@/ui';

/** Who may come near; takes effect at once. */
export default function PrivacySettings() {
  const { t } = useTranslation();
  const settings = useSettings();
  const change = useChangeSettings();
  return (
    <div className="flex flex-col gap-8">
      <RadioGroup
        label={t('privacy.directMessages')}
        value={settings.directMessages}
        onValueChange={(directMessages) => change({ directMessages })}
        options={[
          { value: 'everyone', label: t('privacy.everyone') },
          { value: 'servers', label: t('privacy.serversAndFriends') },
          { value: 'friends', label: t('privacy.friends'), hint: t('privacy.directMessagesHint') },
        ]}
      />
      <RadioGroup
        label={t('privacy.requests')}
        value={settings.friendRequests}
        onValueChange={(friendRequests) => change({ friendRequests })}
        options={[
          { value: 'everyone', label: t('privacy.everyone') },
          { value: 'servers', label: t('privacy.servers') },
          { value: 'nobody', label: t('privacy.nobody') },
        ]}
      />
      <Switch
        label={t('privacy.readReceipts')}
        hint={t('privacy.readReceiptsHint')}
        checked={settings.readReceipts}
        onCheckedChange={(readReceipts) => change({ readReceipts })}
      />
      <HiddenPeople />
    </div>
  );
}

/** The way to the list of them. */
function HiddenPeople() {
  const { t } = useTranslation();
  const { size } = useConcealed();
  return (
    <section className="flex flex-wrap items-center justify-between gap-4">
      <div className="flex min-w-60 flex-1 flex-col gap-0.5">
        <h3 className="text-ui font-medium">{t('privacy.blocked')}</h3>
        <p className="text-ui text-fg-muted">{t('privacy.blockedHint', { count: size })}</p>
      </div>
      {size > 0 && <Button render={<Link href={`${paths.friends}?tab=hidden`} />}>{t('privacy.manage')}</Button>}
    </section>
  );
}

function useChangeSettings() {
  const { t } = useTranslation();
  const toast = useErrorToast();
  const update = useUpdateSettings();
  return (changed: Partial<Settings>) => update.mutate(changed, { onError: (error) => toast(t('settings.notSaved'), error) });
}
