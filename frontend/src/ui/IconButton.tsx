import type { LucideIcon } from 'lucide-react';
import { cn } from '@/lib/cn';
import { buttonBase, buttonVariants, type ButtonVariant } from './button-styles';
import { Icon } from './Icon';
import { ariaKeys } from './Kbd';
import { NativeButton, type NativeButtonProps } from './NativeButton';
import { Spinner } from './Spinner';
import { tooltipAttributes, type TooltipSide } from './active-tooltip';

const sizes = { small: 'size-7', medium: 'size-9' } as const;

export interface IconButtonProps extends Omit<NativeButtonProps, 'children'> {
  icon: LucideIcon;
  /** Its name for screen readers and in the tooltip. */
  label: string;
  variant?: ButtonVariant;
  /** `small` holds a 16 px icon in 28 px, `medium` a 20 px icon in 36 px. */
  size?: keyof typeof sizes;
  /** For a button that switches something: sets `aria-pressed`. */
  pressed?: boolean;
  loading?: boolean;
  mirrored?: boolean;
  shortcut?: string;
  tooltipSide?: TooltipSide;
}

export function IconButton(props: IconButtonProps) {
  const {
    icon,
    label,
    variant = 'ghost',
    size = 'medium',
    pressed,
    loading = false,
    mirrored,
    shortcut,
    tooltipSide,
    className,
    ...rest
  } = props;
  return (
    <NativeButton
      {...tooltipAttributes(label, shortcut, tooltipSide)}
      {...rest}
      disabled={rest.disabled || loading}
      focusableWhenDisabled={loading || rest.focusableWhenDisabled}
      aria-label={label}
      aria-pressed={pressed}
      aria-busy={loading || undefined}
      aria-keyshortcuts={shortcut && ariaKeys(shortcut)}
      className={cn(
        buttonBase,
        'pointer-coarse:min-w-touch aria-pressed:bg-selected aria-pressed:text-fg',
        buttonVariants[variant],
        sizes[size],
        className,
      )}
    >
      {loading ? <Spinner /> : <Icon icon={icon} size={size === 'small' ? 'inline' : 'bar'} mirrored={mirrored} />}
    </NativeButton>
  );
}
