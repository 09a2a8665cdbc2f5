import { createContext, Suspense, use, useRef, type ReactElement, type ReactNode, type RefObject } from 'react';
import { DialogBody } from './lazy-overlays';
import { OverlayTrigger } from './OverlayTrigger';
import { useOpenState, type OpenProps } from './use-open-state';
import { useSlot } from './use-slot';

export interface DialogProps extends OpenProps {
  /** A button that opens it. */
  trigger?: ReactElement;
  title: string;
  description?: ReactNode;
  size?: 'small' | 'medium' | 'large';
  /** Buttons, the main one last. `DialogClose` closes. */
  footer?: ReactNode;
  /** What gets focus at first, if not the first control. */
  initialFocus?: RefObject<HTMLElement | null>;
  children?: ReactNode;
}

const CloseContext = /* @__PURE__ */ createContext<() => void>(() => undefined);

/** A modal dialog; a sheet over the whole screen on phones. */
export function Dialog({ open: controlled, onOpenChange, trigger, ...content }: DialogProps) {
  const { open, setOpen, needed } = useOpenState({ open: controlled, onOpenChange });
  const triggerRef = useRef<HTMLElement>(null);
  return (
    <>
      {trigger && <OverlayTrigger ref={triggerRef} trigger={trigger} popup="dialog" open={open} onToggle={() => setOpen(!open)} />}
      {needed && (
        <CloseContext value={() => setOpen(false)}>
          <Suspense>
            <DialogBody {...content} open={open} setOpen={setOpen} />
          </Suspense>
        </CloseContext>
      )}
    </>
  );
}

/** Closes the dialog around it: `<DialogClose render={<Button>Cancel</Button>} />`. */
export function DialogClose({ render }: { render: ReactElement }) {
  const close = use(CloseContext);
  return useSlot(render, { onClick: close });
}
