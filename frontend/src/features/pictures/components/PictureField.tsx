import { Trash2 } from 'lucide-react';
import { useId, useRef, useState, type ReactNode, type RefObject } from 'react';
import { useErrorText, useTranslation } from '@/i18n';
import { Button, ConfirmDialog, IconButton, useToast } from '@/ui';
import type { CutPicture } from '../cut-out';
import type { PictureOf } from '../kinds';
import CropDialog from './CropDialog';

export interface PictureFieldProps {
  of: PictureOf;
  /** There is one already. */
  isSet: boolean;
  /** What it looks like now. */
  children: ReactNode;
  /** Null: it goes. Rejects when that is not taken. */
  onChange: (cut: CutPicture | null) => Promise<unknown>;
}

/** A picture, and the ways to have another one or none. What is done here counts at once. */
export function PictureField({ of, isSet, children, onChange }: PictureFieldProps) {
  const { t } = useTranslation();
  const toast = useToast();
  const labelId = useId();
  const [chooses, setChooses] = useState(0);
  const [isOpen, setIsOpen] = useState(false);
  const [asks, setAsks] = useState(false);
  const change = useRef<HTMLButtonElement>(null);
  const put = async (cut: CutPicture | null) => {
    await onChange(cut);
    toast.show({ title: t(`pictures.${of}.${cut ? 'saved' : 'removed'}`), tone: 'success' });
  };
  const choose = () => {
    setChooses((count) => count + 1);
    setIsOpen(true);
  };
  return (
    <div role="group" aria-labelledby={labelId} className="flex flex-wrap items-center gap-x-5 gap-y-3">
      {children}
      <div className="flex min-w-0 flex-col items-start gap-2">
        <span id={labelId} className="text-ui font-medium text-fg">
          {t(`pictures.${of}.title`)}
        </span>
        <div className="flex flex-wrap gap-2">
          <Button ref={change} size="small" aria-haspopup="dialog" onClick={choose}>
            {t(`pictures.${of}.${isSet ? 'change' : 'choose'}`)}
          </Button>
          {isSet && (
            <IconButton
              size="small"
              icon={Trash2}
              label={t(`pictures.${of}.remove`)}
              aria-haspopup="dialog"
              onClick={() => setAsks(true)}
            />
          )}
        </div>
      </div>
      {chooses > 0 && <CropDialog key={chooses} of={of} open={isOpen} onOpenChange={setIsOpen} onSave={put} />}
      <RemoveDialog of={of} open={asks} onOpenChange={setAsks} onRemove={() => put(null)} returnTo={change} />
    </div>
  );
}

interface RemoveDialogProps {
  of: PictureOf;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onRemove: () => Promise<unknown>;
  /** The button that asked is gone with the picture. */
  returnTo: RefObject<HTMLButtonElement | null>;
}

function RemoveDialog({ of, open, onOpenChange, onRemove, returnTo }: RemoveDialogProps) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const [isBusy, setIsBusy] = useState(false);
  const [fault, setFault] = useState<unknown>();
  const remove = async () => {
    setIsBusy(true);
    setFault(undefined);
    try {
      await onRemove();
      onOpenChange(false);
      requestAnimationFrame(() => returnTo.current?.focus());
    } catch (error) {
      setFault(error);
    }
    setIsBusy(false);
  };
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t(`pictures.${of}.removeTitle`)}
      description={t(`pictures.${of}.removeText`)}
      confirmLabel={t('pictures.removeIt')}
      busy={isBusy}
      error={fault === undefined ? undefined : errorText(fault)}
      onConfirm={() => void remove()}
    />
  );
}
