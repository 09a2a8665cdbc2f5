import { limits } from '@hearth/contract';
import { useState } from 'react';
import { fieldErrors, hasCode } from '@/api';
import { useErrorText, useFormat, useTranslation } from '@/i18n';
import { cn } from '@/lib/cn';
import { useFileTarget } from '@/lib/use-file-target';
import { Button, Dialog, DialogClose, FormError } from '@/ui';
import { beginning, boxOf, turned, turnedSize, type Placing, type View } from '../crop';
import { cutOut, type CutPicture } from '../cut-out';
import { ratioOf, shapes, type PictureOf } from '../kinds';
import { RefusedPicture, type OpenedPicture } from '../picture-file';
import { useOpenedPicture } from '../use-opened-picture';
import { DropPlace, FileButton } from './ChooseFile';
import { CropArea } from './CropArea';
import { CropTools, Previews } from './CropTools';

export interface CropDialogProps {
  of: PictureOf;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Rejects when it is not taken. */
  onSave: (cut: CutPicture) => Promise<unknown>;
}

interface Laid {
  placing: Placing;
  turns: number;
}

const START: Laid = { placing: { x: 0, y: 0, zoom: 1 }, turns: 0 };

/** Asks for a picture, and which part of it is shown. */
export default function CropDialog({ of, open, onOpenChange, onSave }: CropDialogProps) {
  const { t } = useTranslation();
  const [{ placing, turns }, setLaid] = useState(START);
  const faultText = useFaultText();
  const saving = useSaving(of, onSave, () => onOpenChange(false));
  const viewOf = (picture: OpenedPicture, after: number): View => ({ size: turnedSize(picture, after), ratio: ratioOf(of) });
  const {
    picture,
    fault,
    isOpening,
    open: read,
  } = useOpenedPicture((opened) => {
    saving.forget();
    setLaid({ placing: beginning(viewOf(opened, 0)), turns: 0 });
  });
  const take = (file: File) => void read(file);
  const isOver = useFileTarget(([file]) => file && !saving.isBusy && take(file));
  const onPlace = (change: (held: Placing) => Placing) => setLaid((held) => ({ ...held, placing: change(held.placing) }));
  const turn = (of: OpenedPicture) =>
    setLaid((held) => ({ placing: turned(viewOf(of, held.turns), held.placing), turns: (held.turns + 1) % 4 }));
  const view = picture && viewOf(picture, turns);
  const failure = fault ? t(`pictures.refused.${fault}`) : saving.fault === undefined ? undefined : faultText(saving.fault);
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t(`pictures.${of}.title`)}
      footer={
        <>
          {picture && (
            <FileButton variant="ghost" loading={isOpening} disabled={saving.isBusy} onFile={take} className="me-auto">
              {t('pictures.another')}
            </FileButton>
          )}
          <DialogClose render={<Button variant={picture ? 'secondary' : 'ghost'}>{t('common.cancel')}</Button>} />
          {picture && view && (
            <Button variant="primary" loading={saving.isBusy} onClick={() => saving.save(picture, view, { placing, turns })}>
              {t('common.save')}
            </Button>
          )}
        </>
      }
    >
      <div className={cn('flex flex-col gap-4 rounded-card', picture && isOver && 'ring-2 ring-accent')}>
        <FormError>{failure}</FormError>
        {picture && view ? (
          <>
            <CropArea {...{ of, picture, turns, view, placing, onPlace }} />
            <StandsStill picture={picture} />
            <CropTools {...{ view, placing, onPlace }} onTurn={picture.moves ? undefined : () => turn(picture)} />
            <Previews of={of} picture={picture} box={boxOf(view, placing)} turns={turns} />
          </>
        ) : (
          <DropPlace isOver={isOver}>
            <FileButton variant="primary" loading={isOpening} onFile={take}>
              {t('pictures.choose')}
            </FileButton>
          </DropPlace>
        )}
      </div>
    </Dialog>
  );
}

/** What becomes of one that has too many bytes. */
function StandsStill({ picture }: { picture: OpenedPicture }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!picture.isTooLargeToMove) return null;
  return (
    <p className="rounded-card bg-info-subtle px-3 py-2 text-ui text-info-text">
      {t('pictures.standsStill', { size: format.bytes(limits.pictureBytes) })}
    </p>
  );
}

function useSaving(of: PictureOf, onSave: CropDialogProps['onSave'], onSaved: () => void) {
  const [state, setState] = useState<{ isBusy: boolean; fault?: unknown }>({ isBusy: false });
  const save = async (picture: OpenedPicture, view: View, { placing, turns }: Laid) => {
    setState({ isBusy: true });
    try {
      await onSave(await cutOut(picture, boxOf(view, placing), turns, shapes[of].size));
      setState({ isBusy: false });
      onSaved();
    } catch (fault) {
      setState({ isBusy: false, fault });
    }
  };
  return {
    ...state,
    save: (...given: Parameters<typeof save>) => void save(...given),
    forget: () => setState({ isBusy: false }),
  };
}

function useFaultText(): (fault: unknown) => string {
  const { t } = useTranslation();
  const errorText = useErrorText();
  return (fault) => {
    if (fault instanceof RefusedPicture) return t(`pictures.refused.${fault.reason}`);
    const isUnreadable = hasCode(fault, 'VALIDATION') && 'image' in fieldErrors(fault);
    return isUnreadable ? t('pictures.refused.unreadable') : errorText(fault);
  };
}
