import type { CSSProperties } from 'react';

/** A style of CSS variables, which React's own type leaves out. */
export function cssVars(vars: Record<`--${string}`, string | number>): CSSProperties {
  return vars;
}
