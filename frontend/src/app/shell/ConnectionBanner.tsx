import { useEffect, useState } from 'react';
import { useTranslation } from '@/i18n';
import { useConnection, type Connection } from '@/features/connection';
import { useStalled } from '@/features/messages/components';
import { useDelayedFlag } from '@/lib/use-delayed-flag';
import { useOnline } from '@/lib/use-online';
import { Banner, Button } from '@/ui';

/** A break that ends by itself this soon is not worth a word. */
const BREAK_MS = 1_500;
const FIRST_CONNECT_MS = 4_000;
const BACK_MS = 2_500;

/** How the connection is, when it is not as it should be. */
export default function ConnectionBanner() {
  const { t } = useTranslation();
  const { retryNow } = useConnection();
  const shown = useShown(useFeltState());
  switch (shown) {
    case 'offline':
      return <Banner tone="offline">{t('connection.offline')}</Banner>;
    case 'reconnecting':
      return (
        <Banner
          tone="offline"
          action={
            <Button size="small" onClick={retryNow}>
              {t('connection.tryNow')}
            </Button>
          }
        >
          {t('connection.reconnecting')}
        </Banner>
      );
    case 'connecting':
      return <Banner tone="info">{t('connection.connecting')}</Banner>;
    case 'back':
      return <Banner tone="info">{t('connection.back')}</Banner>;
    case null:
      return null;
  }
}

/** A socket may seem to stand for half a minute after the network has gone: what does not get through says otherwise. */
function useFeltState(): Connection['state'] {
  const { state } = useConnection();
  const stalled = useStalled();
  const online = useOnline();
  return state === 'connected' && stalled && !online ? 'offline' : state;
}

type Shown = Exclude<Connection['state'], 'connected'> | 'back' | null;

function useShown(state: Connection['state']): Shown {
  const broken = useDelayedFlag(state === 'reconnecting' || state === 'offline', BREAK_MS);
  const slow = useDelayedFlag(state === 'connecting', FIRST_CONNECT_MS);
  const isBack = useJustBack(broken, state === 'connected');
  if (state === 'offline' || (state === 'reconnecting' && broken)) return state;
  if (state === 'connecting' && slow) return state;
  return isBack ? 'back' : null;
}

/** For a moment after a break that was told of. */
function useJustBack(broken: boolean, connected: boolean): boolean {
  const [wasBroken, setWasBroken] = useState(false);
  if (broken && !wasBroken) setWasBroken(true);
  const isBack = wasBroken && connected;
  useEffect(() => {
    if (!isBack) return;
    const timer = setTimeout(() => setWasBroken(false), BACK_MS);
    return () => clearTimeout(timer);
  }, [isBack]);
  return isBack;
}
