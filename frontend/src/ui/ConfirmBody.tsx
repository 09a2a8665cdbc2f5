import { AlertDialog } from '@base-ui/react/alert-dialog';
import { useRef, useState, type RefObject } from 'react';
import { cn } from '@/lib/cn';
import { Button } from './Button';
import type { ConfirmDialogProps } from './ConfirmDialog';
import { FormError } from './FormError';
import { useUiLabels } from './labels';
import { TextField } from './TextField';
import { backdrop, dialogSurface } from './dialog-styles';
import { useClosedByTouch } from './use-closed-by-touch';

export function ConfirmBody(props: ConfirmDialogProps) {
  const cancelRef = useRef<HTMLButtonElement>(null);
  useClosedByTouch(props.open, () => props.onOpenChange(false));
  return (
    <AlertDialog.Root open={props.open} onOpenChange={(next) => props.onOpenChange(next)}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={backdrop} />
        <AlertDialog.Viewport className="fixed inset-0 flex items-center justify-center p-4">
          <AlertDialog.Popup
            initialFocus={cancelRef}
            className={cn(
              dialogSurface,
              'max-h-full w-full max-w-dialog-small overflow-y-auto rounded-dialog p-6 data-starting-style:scale-97',
            )}
          >
            <AlertDialog.Title className="text-title font-semibold wrap-anywhere">{props.title}</AlertDialog.Title>
            <AlertDialog.Description className="mt-2 text-body text-fg-muted wrap-anywhere" render={<div />}>
              {props.description}
            </AlertDialog.Description>
            <ConfirmForm {...props} cancelRef={cancelRef} />
          </AlertDialog.Popup>
        </AlertDialog.Viewport>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}

function ConfirmForm(props: ConfirmDialogProps & { cancelRef: RefObject<HTMLButtonElement | null> }) {
  const { confirmLabel, cancelLabel, onConfirm, tone = 'danger', busy, error, confirmText, cancelRef, children } = props;
  const labels = useUiLabels();
  const [typed, setTyped] = useState('');
  const allowed = !confirmText || typed.trim() === confirmText;
  return (
    <form
      className="mt-5 flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (allowed && !busy) onConfirm();
      }}
    >
      {children}
      {confirmText && (
        <TextField
          label={labels.typeToConfirm(confirmText)}
          value={typed}
          onValueChange={setTyped}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
        />
      )}
      <FormError>{error}</FormError>
      <div className="flex flex-wrap justify-end gap-2">
        <AlertDialog.Close ref={cancelRef} render={<Button>{cancelLabel ?? labels.cancel}</Button>} />
        <Button type="submit" variant={tone} loading={busy} disabled={!allowed}>
          {confirmLabel}
        </Button>
      </div>
    </form>
  );
}
