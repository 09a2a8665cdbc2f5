import { useState } from 'react';

export interface OpenProps {
  /** Leave out to let it keep its own state. */
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
}

export interface OpenState {
  open: boolean;
  setOpen: (open: boolean) => void;
  /** It was open at least once: from then on its body stays, so that it can leave with a transition. */
  needed: boolean;
}

export function useOpenState({ open: controlled, onOpenChange }: OpenProps): OpenState {
  const [own, setOwn] = useState(false);
  const open = controlled ?? own;
  const [needed, setNeeded] = useState(open);
  if (open && !needed) setNeeded(true);
  const setOpen = (next: boolean) => {
    setOwn(next);
    onOpenChange?.(next);
  };
  return { open, setOpen, needed };
}
