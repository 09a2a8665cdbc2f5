import { useTranslation } from '@/i18n';
import { Button, DialogClose } from '@/ui';
import type { Beginning } from './use-beginning';

/** How far the files are that it waits for, and the buttons. */
export function BeginningFooter({ beginning, formId, label }: { beginning: Beginning; formId: string; label: string }) {
  const { t } = useTranslation();
  const { create, files, isWaiting } = beginning;
  const { done, total } = files;
  return (
    <>
      {isWaiting && total > 0 && (
        <p aria-hidden className="me-auto self-center text-ui text-fg-muted tabular-nums">
          {t('uploads.progress', { done, total })}
        </p>
      )}
      <DialogClose render={<Button variant="ghost">{t('common.cancel')}</Button>} />
      <Button type="submit" form={formId} variant="primary" loading={isWaiting || create.isPending}>
        {label}
      </Button>
    </>
  );
}
