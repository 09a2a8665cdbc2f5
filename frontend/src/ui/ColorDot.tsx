import { cn } from '@/lib/cn';
import { cssColor } from '@/lib/color';
import { cssVars } from '@/lib/css-vars';

const sizes = { small: 'size-2.5', medium: 'size-3.5' } as const;

export interface ColorDotProps {
  /** 24 bits of RGB; null for what has no colour of its own. */
  color: number | null;
  size?: keyof typeof sizes;
  className?: string;
}

/** The colour of a thing beside its name. Decorative: the name says what it is. */
export function ColorDot({ color, size = 'medium', className }: ColorDotProps) {
  const fill = color === null ? 'border-2 border-line-strong' : 'border border-line bg-(--dot)';
  return (
    <span
      aria-hidden
      style={color === null ? undefined : cssVars({ '--dot': cssColor(color) })}
      className={cn('inline-block shrink-0 rounded-full', sizes[size], fill, className)}
    />
  );
}
