/** What every text-like control looks like: inputs, text areas, selects. */
export const controlBox =
  'w-full rounded-card border border-line-strong bg-raised text-ui text-fg transition-colors duration-fast ' +
  'pointer-coarse:min-h-touch pointer-coarse:text-heading ' +
  'hover:not-data-disabled:border-fg-subtle data-disabled:cursor-default data-disabled:opacity-50 data-invalid:border-danger';

export const fieldLabel = 'text-ui font-medium text-fg';
export const fieldHint = 'text-meta text-fg-subtle';
export const fieldError = 'flex items-start gap-1 text-meta text-danger-text';
