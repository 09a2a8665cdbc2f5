import { Suspense, type ReactNode } from 'react';
import { ConfirmBody } from './lazy-overlays';
import { useOpenState } from './use-open-state';

export interface ConfirmDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** A question that names the act: "Delete channel?" */
  title: string;
  /** Names the thing and says what is lost. */
  description: ReactNode;
  /** The verb of the title, never "OK". */
  confirmLabel: string;
  cancelLabel?: string;
  onConfirm: () => void;
  /** Not everything that asks destroys. */
  tone?: 'danger' | 'primary';
  busy?: boolean;
  error?: string;
  /** What the person must type first, for what hurts most. */
  confirmText?: string;
  /** Fields of the question, such as a reason. */
  children?: ReactNode;
}

/** Asks before what cannot be undone. Focus starts on the safe button. The caller closes it when the act is done. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { needed } = useOpenState(props);
  return (
    needed && (
      <Suspense>
        <ConfirmBody {...props} />
      </Suspense>
    )
  );
}
