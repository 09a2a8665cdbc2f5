import { cn } from '@/lib/cn';
import { cssColor } from '@/lib/color';
import { cssVars } from '@/lib/css-vars';

export interface NameTextProps {
  name: string;
  /** 24 bits of RGB, shown as light or as dark as text must be there; null for that of the text around it. */
  color: number | null;
  className?: string;
}

/** Somebody's name, whatever its direction, in a colour of other people's choice. */
export function NameText({ name, color, className }: NameTextProps) {
  if (color === null) return <bdi className={className}>{name}</bdi>;
  return (
    <bdi className={cn('name-color', className)} style={cssVars({ '--name': cssColor(color) })}>
      {name}
    </bdi>
  );
}
