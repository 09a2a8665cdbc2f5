import { Suspense, type ReactNode, type RefObject } from 'react';
import { FullScreenBody } from './lazy-overlays';

export interface FullScreenProps {
  open: boolean;
  onClose: () => void;
  /** What it is called; stands at its start. */
  title: ReactNode;
  /** Buttons beside the one that closes it. */
  actions?: ReactNode;
  initialFocus: RefObject<HTMLElement | null>;
  /** What gets the focus afterwards, if it is still there. */
  returnTo: HTMLElement | null;
  children: ReactNode;
}

/** Something to be looked at on the whole screen, in the dark whatever the theme. */
export const FullScreen = (props: FullScreenProps) => (
  <Suspense>
    <FullScreenBody {...props} />
  </Suspense>
);

/** How buttons look there. */
export const onDark = 'text-white! not-data-disabled:hover:bg-white/15! data-disabled:opacity-40';
