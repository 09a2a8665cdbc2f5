import { useFormat, useTranslation } from '@/i18n';

/** Times of what plays, in whole seconds that have passed. */
export function useMediaTime() {
  const { t } = useTranslation();
  const { countdown } = useFormat();
  const clock = (seconds: number): string => countdown(Math.floor(seconds));
  return {
    clock,
    /** Where it is, for whoever does not see it. */
    place: (at: number, duration: number): string => t('player.place', { at: clock(at), duration: clock(duration) }),
  };
}
