import { Pause, Play, RotateCw } from 'lucide-react';
import { useTranslation } from '@/i18n';
import { cn } from '@/lib/cn';
import { Icon, NativeButton, Spinner } from '@/ui';
import type { AudioState } from '../audio';

export interface PlayButtonProps {
  name: string;
  state: AudioState;
  onToggle: () => void;
  /** It is being made ready. */
  disabled?: boolean;
  tabIndex?: number;
  /** On one line with others. */
  isSmall?: boolean;
}

/** Round, and the first thing in every player. */
export function PlayButton({ name, state, onToggle, disabled = false, tabIndex, isSmall = false }: PlayButtonProps) {
  const { t } = useTranslation();
  const isOn = state === 'playing' || state === 'loading';
  const label = isOn ? t('player.pause', { name }) : state === 'failed' ? t('player.again', { name }) : t('player.play', { name });
  return (
    <NativeButton
      {...{ disabled, tabIndex }}
      aria-label={label}
      onClick={onToggle}
      className={cn(
        'grid shrink-0 place-items-center rounded-full bg-accent text-on-accent transition-colors duration-fast',
        'enabled:hover:bg-accent-hover data-disabled:bg-active data-disabled:text-fg-subtle',
        isSmall ? 'size-8 pointer-coarse:size-9' : 'size-10 pointer-coarse:size-11',
      )}
    >
      {state === 'loading' || disabled ? (
        <Spinner />
      ) : (
        <Icon
          icon={state === 'failed' ? RotateCw : isOn ? Pause : Play}
          size="bar"
          className={cn(!isOn && state !== 'failed' && 'ps-0.5')}
        />
      )}
    </NativeButton>
  );
}
