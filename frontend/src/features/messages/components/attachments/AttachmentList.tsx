import type { Attachment } from '@hearth/contract';
import { useTranslation } from '@/i18n';
import { arranged } from './arrange';
import { FileCard } from './FileCard';
import { Gallery } from './Gallery';

/** Pictures in a gallery, the other files below it. */
export default function AttachmentList({ attachments, isActive }: { attachments: readonly Attachment[]; isActive: boolean }) {
  const { t } = useTranslation();
  const { pictures, files } = arranged(attachments);
  // Tab leads from the row that has the focus to its own.
  const tabIndex = isActive ? 0 : -1;
  return (
    <div
      role="group"
      aria-label={t('attachments.title', { count: attachments.length })}
      className="flex flex-col items-start gap-1 pt-1 pb-0.5"
    >
      {pictures.length > 0 && <Gallery {...{ pictures, tabIndex }} />}
      {files.map((file) => (
        <FileCard key={file.id} {...{ file, tabIndex }} />
      ))}
    </div>
  );
}
