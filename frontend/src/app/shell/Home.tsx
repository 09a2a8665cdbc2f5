import { Flame, Link as LinkIcon, Plus } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from '@/i18n';
import { useConnection } from '@/features/connection';
import { noteShown } from '@/features/messages';
import { UserPanel } from '@/features/presence/components';
import { useRequestCount } from '@/features/relationships';
import { ServerRail } from '@/features/servers/components';
import { Button, EmptyState } from '@/ui';
import { openDialog } from '../dialogs-store';
import { useOverlay } from '../use-overlay';

/** For somebody who is in no server yet: the two ways into one. */
export default function Home() {
  const { t } = useTranslation();
  const { state } = useConnection();
  useEffect(noteShown, []);
  const settings = useOverlay('settings');
  const requests = useRequestCount();
  const create = () => openDialog({ kind: 'createServer' });
  const join = () => openDialog({ kind: 'joinServer' });
  return (
    <>
      <ServerRail activeServerId={null} isHome={false} requests={requests} onCreate={create} onJoin={join} />
      <div className="flex min-w-0 flex-1 flex-col bg-canvas">
        <main id="conversation" tabIndex={-1} className="flex flex-1 items-center overflow-y-auto outline-none">
          <EmptyState
            icon={Flame}
            level={1}
            title={t('home.title')}
            action={
              <>
                <Button variant="primary" icon={Plus} onClick={create}>
                  {t('servers.create')}
                </Button>
                <Button icon={LinkIcon} onClick={join}>
                  {t('servers.join')}
                </Button>
              </>
            }
          >
            {t('home.text')}
          </EmptyState>
        </main>
        <div className="w-full max-w-80 overflow-hidden rounded-te-dialog">
          <UserPanel connected={state === 'connected'} onOpenSettings={() => settings.open('')} />
        </div>
      </div>
    </>
  );
}
