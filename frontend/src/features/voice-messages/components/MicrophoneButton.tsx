import { ChevronUp, Lock, Mic } from 'lucide-react';
import { useRef, type PointerEvent } from 'react';
import { useTranslation } from '@/i18n';
import { cn } from '@/lib/cn';
import { Icon, IconButton } from '@/ui';
import { slideMeans } from '../machine';
import { recorder } from '../recorder';

interface MicrophoneButtonProps {
  channelId: string;
  /** Somebody holds it down. */
  isHeld: boolean;
  disabled: boolean;
  descriptionId: string;
  /** Pixels that the finger is to the right of where it began. */
  onSlide: (x: number) => void;
}

const isRightToLeft = (): boolean => document.documentElement.dir === 'rtl';

/** Held, it records until it is let go of; pressed once, it records with free hands. */
export function MicrophoneButton({ channelId, isHeld, disabled, descriptionId, onSlide }: MicrophoneButtonProps) {
  const { t } = useTranslation();
  const from = useRef({ x: 0, y: 0 });
  const press = (event: PointerEvent<HTMLButtonElement>) => {
    if (event.button !== 0 || !event.isPrimary) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    from.current = { x: event.clientX, y: event.clientY };
    onSlide(0);
    void recorder.press(channelId, true);
  };
  const slide = (event: PointerEvent<HTMLButtonElement>) => {
    if (!isHeld || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const [x, y] = [event.clientX - from.current.x, event.clientY - from.current.y];
    const meaning = slideMeans(x, y, isRightToLeft());
    onSlide(x);
    if (meaning === 'cancel') recorder.discard();
    if (meaning === 'lock') recorder.lock();
  };
  return (
    <>
      {isHeld && (
        <span
          aria-hidden
          title={t('voice.lock')}
          className="pointer-events-none absolute inset-e-1 bottom-full mb-3 flex flex-col items-center gap-1 rounded-full border border-line bg-popover px-2 py-3 text-fg-muted shadow-float"
        >
          <Icon icon={Lock} />
          <Icon icon={ChevronUp} className="animate-bounce less-motion:animate-none" />
        </span>
      )}
      <IconButton
        icon={Mic}
        label={t('voice.record')}
        // It would lie over where the finger is to go.
        {...(isHeld && { 'data-tooltip': undefined })}
        aria-describedby={descriptionId}
        disabled={disabled}
        focusableWhenDisabled
        onPointerDown={press}
        onPointerMove={slide}
        onPointerUp={() => recorder.release()}
        onPointerCancel={() => recorder.lock()}
        onContextMenu={(event) => event.preventDefault()}
        // Keys and screen readers alone: what a pointer does is told above.
        onClick={({ detail }) => detail === 0 && void recorder.press(channelId, false)}
        className={cn(
          'my-1 touch-none select-none pointer-coarse:my-0.5',
          isHeld && 'z-2 scale-125 rounded-full bg-accent! text-on-accent! transition-transform duration-fast',
        )}
      />
    </>
  );
}
