import { limits } from '@hearth/contract';
import { useId, useState } from 'react';
import { useTranslation } from '@/i18n';
import { autoDir } from '@/lib/auto-dir';
import { Button, Dialog, DialogClose, Switch, TextArea } from '@/ui';
import { heldQueue } from '../client';
import type { Upload } from '../upload';

/** What is said of a file to those who do not see it, and whether it is hidden at first. */
export function FileDialog({ upload, onClose }: { upload: Upload; onClose: () => void }) {
  const { t } = useTranslation();
  const formId = useId();
  const [alt, setAlt] = useState(upload.alt);
  const [spoiler, setSpoiler] = useState(upload.spoiler);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="small"
      title={t('uploads.edit', { name: upload.name })}
      footer={
        <>
          <DialogClose render={<Button variant="ghost">{t('common.cancel')}</Button>} />
          <Button type="submit" form={formId} variant="primary">
            {t('common.save')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        onSubmit={(event) => {
          event.preventDefault();
          heldQueue()?.describe(upload.key, { alt: alt.trim(), spoiler });
          onClose();
        }}
        className="flex flex-col gap-5"
      >
        <TextArea
          label={t('uploads.alt')}
          hint={t('uploads.altHint')}
          optional
          minRows={3}
          maxLength={limits.altText}
          dir={autoDir(alt)}
          value={alt}
          onChange={(event) => setAlt(event.target.value)}
        />
        <Switch label={t('uploads.hide')} hint={t('uploads.hideHint')} checked={spoiler} onCheckedChange={setSpoiler} />
      </form>
    </Dialog>
  );
}
