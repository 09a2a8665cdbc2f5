import { ImageOff } from 'lucide-react';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useConnection } from '@/features/connection';
import { useTranslation } from '@/i18n';
import { Icon } from '@/ui';

/** In the place of a picture that did not come. @param onBack the server is there again: it may come now */
export function Unavailable({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation();
  const { state } = useConnection();
  const before = useRef(state);
  const again = useEffectEvent(onBack);
  useEffect(() => {
    if (before.current !== 'connected' && state === 'connected') again();
    before.current = state;
  }, [state]);
  useEffect(() => {
    // The socket may not have noticed that there was no network.
    const onOnline = () => again();
    window.addEventListener('online', onOnline);
    return () => window.removeEventListener('online', onOnline);
  }, []);
  return (
    <span
      role="img"
      aria-label={t('attachments.unavailable')}
      className="flex size-full items-center justify-center bg-active text-fg-subtle"
    >
      <Icon icon={ImageOff} />
    </span>
  );
}
