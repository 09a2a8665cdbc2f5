import { ChevronLeft } from 'lucide-react';
import { useTranslation } from '@/i18n';
import { Icon } from '@/ui';
import { slideDone } from '../machine';
import { LiveLevels, Timer } from './parts';

/** While the button is held down. @param slid pixels to the right of where it began */
export function HeldBar({ slid }: { slid: number }) {
  const { t } = useTranslation();
  const isRightToLeft = document.documentElement.dir === 'rtl';
  const done = slideDone(slid, isRightToLeft);
  const offset = (isRightToLeft ? 1 : -1) * done * 24;
  return (
    <>
      <Timer />
      <LiveLevels className="max-w-40" />
      <span
        className="ms-auto flex items-center gap-1 pe-12 text-ui whitespace-nowrap text-fg-muted"
        style={{ transform: `translateX(${offset}px)`, opacity: 1 - done * 0.6 }}
      >
        <Icon icon={ChevronLeft} mirrored />
        {t('voice.slide')}
      </span>
    </>
  );
}
