import { Suspense, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import { FullScreenBody } from './lazy-overlays';

export interface FullScreenProps {
  open: boolean;
  onClose: () => void;
  /** What it is called; stands at its start. */
  title: ReactNode;
  /** Buttons beside the one that closes it. */
  actions?: ReactNode;
  onKeyDown: (event: KeyboardEvent) => void;
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
export const onDark = 'text-on-stage! not-data-disabled:hover:bg-stage-hover! data-disabled:opacity-40';
