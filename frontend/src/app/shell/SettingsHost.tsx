import { HardDrive, KeyRound, LogOut, MonitorSmartphone, Palette, Languages, Server, ShieldCheck, User } from 'lucide-react';
import { Suspense, useEffect } from 'react';
import { AccountSettings, SessionsSettings } from '@/features/auth/components';
import { useChannel } from '@/features/channels';
import type { HeldServer } from '@/features/servers';
import { mayLeaveSettings } from '@/features/settings';
import { AppearanceSettings, LanguageSettings, SettingsPages } from '@/features/settings/components';
import { PrivacySettings, ProfileSettings } from '@/features/profiles/components';
import { OwnStorageSettings } from '@/features/storage/components';
import { useMe } from '@/features/users';
import { managementScreen, useTranslation } from '@/i18n';
import { Divider, Icon, ListItem } from '@/ui';
import { openDialog } from '../dialogs-store';
import { useChannelSettings } from '../use-channel-settings';
import { useOverlay, type Overlay } from '../use-overlay';
import { SettingsCover } from './SettingsCover';
import { useTurn } from './use-turn';

const AdminConsole = managementScreen(() => import('./AdminConsole'));
const ChannelSettings = managementScreen(() => import('./ChannelSettings'));
const ServerSettings = managementScreen(() => import('./ServerSettings'));

/** Whichever settings the address asks for. */
export default function SettingsHost({ server }: { server: HeldServer | undefined }) {
  const settings = useOverlay('settings');
  const serverSettings = useOverlay('server-settings');
  const channelSettings = useChannelSettings();
  const admin = useOverlay('admin');
  const { isAdmin } = useMe();
  if (admin.value !== null)
    return isAdmin ? (
      <Suspense fallback={<SettingsCover />}>
        <AdminConsole overlay={admin} />
      </Suspense>
    ) : (
      <Closed overlay={admin} />
    );
  if (settings.value !== null) return <UserSettings overlay={settings} page={settings.value} />;
  if (serverSettings.value !== null && server)
    return (
      <Suspense fallback={<SettingsCover />}>
        <ServerSettings overlay={serverSettings} server={server} />
      </Suspense>
    );
  if (channelSettings.channelId !== null && server)
    return (
      <Suspense fallback={<SettingsCover />}>
        <SettingsOfChannel overlay={channelSettings.overlay} channelId={channelSettings.channelId} server={server} />
      </Suspense>
    );
  return null;
}

/** What an address asks for that is not for the reader. */
function Closed({ overlay: { close } }: { overlay: Overlay }) {
  useEffect(() => close(), [close]);
  return null;
}

function SettingsOfChannel({ overlay, channelId, server }: { overlay: Overlay; channelId: string; server: HeldServer }) {
  const channel = useChannel(channelId);
  const isGone = channel?.serverId !== server.id;
  const { close } = overlay;
  useEffect(() => {
    if (isGone) close();
  }, [isGone, close]);
  return isGone ? null : <ChannelSettings overlay={overlay} server={server} channel={channel} />;
}

function UserSettings({ overlay, page }: { overlay: Overlay; page: string }) {
  const { t } = useTranslation();
  const turn = useTurn(overlay);
  const admin = useOverlay('admin');
  const { isAdmin } = useMe();
  return (
    <SettingsPages
      title={t('settings.title')}
      page={page}
      onPage={turn}
      onClose={overlay.close}
      pages={[
        { id: 'profile', label: t('profile.title'), icon: User, content: <ProfileSettings /> },
        { id: 'account', label: t('settings.account'), icon: KeyRound, content: <AccountSettings /> },
        { id: 'privacy', label: t('privacy.title'), icon: ShieldCheck, content: <PrivacySettings /> },
        { id: 'appearance', label: t('appearance.title'), icon: Palette, content: <AppearanceSettings /> },
        { id: 'language', label: t('language.title'), icon: Languages, content: <LanguageSettings /> },
        { id: 'storage', label: t('settings.storage'), icon: HardDrive, content: <OwnStorageSettings /> },
        { id: 'sessions', label: t('sessions.title'), icon: MonitorSmartphone, content: <SessionsSettings /> },
      ]}
      ending={
        <>
          <Divider className="mx-2 my-2" />
          {isAdmin && (
            <ListItem leading={<Icon icon={Server} />} onClick={() => mayLeaveSettings() && admin.open('')}>
              {t('settings.admin')}
            </ListItem>
          )}
          <ListItem leading={<Icon icon={LogOut} mirrored />} onClick={() => openDialog({ kind: 'logOut' })}>
            {t('auth.logOut')}
          </ListItem>
        </>
      }
    />
  );
}
