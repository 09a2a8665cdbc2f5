export const backdrop = 'fixed inset-0 bg-scrim transition-opacity duration-pane data-ending-style:opacity-0 data-starting-style:opacity-0';

export const dialogSurface =
  'flex flex-col bg-popover text-fg shadow-dialog outline-none transition-[opacity,scale,translate] duration-pane ease-out ' +
  'data-ending-style:opacity-0 data-starting-style:opacity-0';
