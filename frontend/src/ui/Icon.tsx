import type { LucideIcon } from 'lucide-react';
import { cn } from '@/lib/cn';

const sizes = { tiny: 'size-3', small: 'size-3.5', inline: 'size-4', bar: 'size-5', large: 'size-8' } as const;

export interface IconProps {
  icon: LucideIcon;
  /** `inline` is 16 px, `bar` 20 px; the smaller ones stand in chips and marks. */
  size?: keyof typeof sizes;
  /** For icons that point somewhere: arrows, chevrons, reply, send. */
  mirrored?: boolean;
  className?: string;
}

/** A decorative icon; whatever contains it carries the name. */
export function Icon({ icon: Glyph, size = 'inline', mirrored = false, className }: IconProps) {
  return <Glyph aria-hidden className={cn(sizes[size], mirrored && 'mirror-rtl', className)} />;
}
