import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from '@/i18n';
import { realtime } from '@/realtime';
import { useToast } from '@/ui';
import { keepApp } from './updates';

/** Says that a newer version of the app is there, until somebody takes it or does not care. What they wrote is kept either way. */
export default function UpdateOffer() {
  const { t } = useTranslation();
  const toast = useToast();
  const offer = useEffectEvent((take: () => void) => {
    toast.show({ title: t('update.title'), description: t('update.text'), action: { label: t('update.take'), onClick: take }, timeout: 0 });
  });
  useEffect(() => {
    // Only over HTTPS or on this machine; while developing it would hide what changes.
    if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
    const ports = {
      container: navigator.serviceWorker,
      offer: (take: () => void) => offer(take),
      reload: () => location.reload(),
      onConnected: (run: () => void) => void realtime.onState((state) => state === 'ready' && run()),
      random: Math.random,
      now: () => Date.now(),
    };
    // A browser that refuses goes on without.
    keepApp(ports).catch(() => undefined);
  }, []);
  return null;
}
