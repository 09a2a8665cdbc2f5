import { LogOut, MonitorSmartphone, Palette, Languages, User } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { SessionsSettings } from '@/features/auth/components';
import type { HeldServer } from '@/features/servers';
import { ServerSettings } from '@/features/servers/components';
import { AppearanceSettings, LanguageSettings, SettingsPages } from '@/features/settings/components';
import { ProfileSettings } from '@/features/users/components';
import { useBreakpoint } from '@/lib/use-media-query';
import { Divider, Icon, ListItem } from '@/ui';
import { openDialog } from '../dialogs-store';
import { useOverlay, type Overlay } from '../use-overlay';

/** Whichever settings the address asks for. */
export default function SettingsHost({ server }: { server: HeldServer | undefined }) {
  const settings = useOverlay('settings');
  const serverSettings = useOverlay('server-settings');
  if (settings.value !== null) return <UserSettings overlay={settings} page={settings.value} />;
  if (serverSettings.value !== null && server)
    return <SettingsOfServer overlay={serverSettings} page={serverSettings.value} server={server} />;
  return null;
}

/** On phones every page is a step of its own on the way back. */
function useTurn(overlay: Overlay) {
  const phone = !useBreakpoint('tablet');
  return (page: string) => overlay.turn(page, phone);
}

function UserSettings({ overlay, page }: { overlay: Overlay; page: string }) {
  const { t } = useTranslation();
  const turn = useTurn(overlay);
  return (
    <SettingsPages
      title={t('settings.title')}
      page={page}
      onPage={turn}
      onClose={overlay.close}
      pages={[
        { id: 'profile', label: t('profile.title'), icon: User, content: <ProfileSettings /> },
        { id: 'appearance', label: t('appearance.title'), icon: Palette, content: <AppearanceSettings /> },
        { id: 'language', label: t('language.title'), icon: Languages, content: <LanguageSettings /> },
        { id: 'sessions', label: t('sessions.title'), icon: MonitorSmartphone, content: <SessionsSettings /> },
      ]}
      ending={
        <>
          <Divider className="mx-2 my-2" />
          <ListItem leading={<Icon icon={LogOut} mirrored />} onClick={() => openDialog({ kind: 'logOut' })}>
            {t('auth.logOut')}
          </ListItem>
        </>
      }
    />
  );
}

function SettingsOfServer({ overlay, page, server }: { overlay: Overlay; page: string; server: HeldServer }) {
  const turn = useTurn(overlay);
  return (
    <ServerSettings
      server={server}
      page={page}
      onPage={turn}
      onClose={overlay.close}
      onInvite={() => openDialog({ kind: 'invite', serverId: server.id, channelId: null })}
      onLeave={() => openDialog({ kind: 'leaveServer', serverId: server.id })}
    />
  );
}
