import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from '@/lib/cn';
import { buttonBase, buttonSizes, buttonVariants, type ButtonSize, type ButtonVariant } from './button-styles';
import { Icon } from './Icon';
import { NativeButton, type NativeButtonProps } from './NativeButton';
import { Spinner } from './Spinner';

export interface ButtonProps extends NativeButtonProps {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: LucideIcon;
  mirrored?: boolean;
  /** Icon after the text, for one that points onward. */
  iconEnd?: LucideIcon;
  /** Shows a spinner in place of the text, at the same width, and takes no clicks; focus stays where it is. */
  loading?: boolean;
  fullWidth?: boolean;
  children: ReactNode;
}

export function Button(props: ButtonProps) {
  const {
    variant = 'secondary',
    size = 'medium',
    icon,
    mirrored,
    iconEnd,
    loading = false,
    fullWidth = false,
    className,
    children,
    ...rest
  } = props;
  return (
    <NativeButton
      {...rest}
      disabled={rest.disabled || loading}
      focusableWhenDisabled={loading || rest.focusableWhenDisabled}
      aria-busy={loading || undefined}
      className={cn(buttonBase, buttonVariants[variant], buttonSizes[size], fullWidth && 'w-full', className)}
    >
      <span className={cn('inline-flex items-center gap-2', loading && 'opacity-0')}>
        {icon && <Icon icon={icon} mirrored={mirrored} />}
        {children}
        {iconEnd && <Icon icon={iconEnd} mirrored />}
      </span>
      {loading && (
        <span className="absolute inset-0 grid place-items-center">
          <Spinner />
        </span>
      )}
    </NativeButton>
  );
}
