/** Grows from its anchor, fades out. */
export const popupMotion =
  'origin-(--transform-origin) transition-[opacity,scale] duration-fast ease-out data-ending-style:opacity-0 data-instant:transition-none ' +
  'data-starting-style:scale-97 data-starting-style:opacity-0';

/** The box of menus and of the list of a select. */
export const popupSurface = `overflow-y-auto scrollbar-quiet rounded-card bg-popover p-1 text-fg shadow-float outline-none ${popupMotion}`;

/** One row of a menu or select. Focus follows the highlight here, so the ring stands inside the row. */
export const popupItem =
  'relative flex min-h-8 w-full cursor-default items-center gap-2.5 rounded-chip px-2 py-1.5 text-ui select-none ' +
  'data-highlighted:bg-active data-disabled:opacity-50 focus-visible:-outline-offset-2 pointer-coarse:min-h-touch';

export const menuSurface = `${popupSurface} max-h-(--available-height) max-w-menu min-w-48 sheet`;
