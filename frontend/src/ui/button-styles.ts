export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger';
export type ButtonSize = 'small' | 'medium' | 'large';

export const buttonBase =
  'relative inline-flex shrink-0 items-center justify-center gap-2 rounded-card font-medium whitespace-nowrap select-none ' +
  'transition-colors duration-fast data-disabled:cursor-default data-disabled:not-aria-busy:opacity-50 pointer-coarse:min-h-touch';

export const buttonVariants: Record<ButtonVariant, string> = {
  primary: 'bg-accent text-on-accent not-data-disabled:hover:bg-accent-hover not-data-disabled:active:bg-accent-active',
  secondary:
    'border border-line bg-hover text-fg not-data-disabled:hover:bg-active not-data-disabled:active:bg-selected high-contrast:border-line-strong',
  ghost: 'text-fg-muted not-data-disabled:hover:bg-hover not-data-disabled:hover:text-fg not-data-disabled:active:bg-active',
  danger: 'bg-danger text-on-danger not-data-disabled:hover:bg-danger-hover not-data-disabled:active:bg-danger-active',
};

export const buttonSizes: Record<ButtonSize, string> = {
  small: 'h-8 px-3 text-ui',
  medium: 'h-9 px-4 text-ui',
  large: 'h-11 px-5 text-body',
};
