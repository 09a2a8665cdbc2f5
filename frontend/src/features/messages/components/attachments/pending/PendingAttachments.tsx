import type { Attachment } from '@hearth/contract';
import { harmfulFiles, type PendingMessage } from '@/features/messages';
import { useUploadsOf, type Upload } from '@/features/uploads';
import { useTranslation } from '@/i18n';
import { arranged } from '../arrange';
import { PicturePlaces } from '../Gallery';
import { FilmPlace } from '../player/FilmBox';
import { expected } from './expected';
import { PendingCard } from './PendingCard';
import { PendingLook } from './PendingLook';

/** The files of a message that is on its way, as they look on this device and where they will stand once it is sent. */
export default function PendingAttachments({ pending }: { pending: PendingMessage }) {
  const { t } = useTranslation();
  const uploads = useUploadsOf(pending.nonce).map(asRefused(pending));
  const { pictures, films, files } = arranged(expected(pending, uploads));
  const refused = new Set(harmfulFiles(pending).map(({ key }) => key));
  const uploadOf = ({ id }: Attachment): Upload | undefined => uploads.find(({ key }) => key === id);
  return (
    <div role="group" aria-label={t('uploads.tray')} className="flex flex-col items-start gap-1 pt-1 pb-1.5">
      {pictures.length > 0 && (
        <PicturePlaces
          pictures={pictures}
          tile={(file) => <PendingLook name={file.name} upload={uploadOf(file)} isRefused={refused.has(file.id)} />}
        />
      )}
      {films.map((file) => (
        <FilmPlace key={file.id} file={file}>
          <PendingLook name={file.name} upload={uploadOf(file)} isRefused={refused.has(file.id)} />
        </FilmPlace>
      ))}
      {files.map((file) => (
        <PendingCard key={file.id} {...{ pending, file }} upload={uploadOf(file)} isRefused={refused.has(file.id)} />
      ))}
    </div>
  );
}

/** What was found in a file on the server stands with that file. */
function asRefused(pending: PendingMessage): (upload: Upload) => Upload {
  const harmful = new Set(harmfulFiles(pending).map(({ key }) => key));
  return (upload) => (harmful.has(upload.key) ? { ...upload, state: 'failed', fault: pending.problem } : upload);
}
