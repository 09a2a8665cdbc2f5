import type { Message } from '@hearth/contract';
import { useTranslation } from '@/i18n';
import { isVoice } from '../../spoken';
import { arranged, isPlayed } from './arrange';
import { FileCard } from './FileCard';
import { Gallery } from './Gallery';
import { FilmBox } from './player/FilmBox';
import { VoiceCard } from './player/VoiceCard';

/** Pictures in a gallery, films and the other files below it. */
export default function AttachmentList({ message, isActive }: { message: Message; isActive: boolean }) {
  const { t } = useTranslation();
  const { attachments } = message;
  const { pictures, films, files } = arranged(attachments);
  const isSpoken = isVoice(message);
  // Tab leads from the row that has the focus to its own.
  const tabIndex = isActive ? 0 : -1;
  return (
    <div
      role="group"
      aria-label={t('attachments.title', { count: attachments.length })}
      className="flex flex-col items-start gap-1 pt-1 pb-1.5"
    >
      {pictures.length > 0 && <Gallery {...{ pictures, tabIndex }} />}
      {films.map((file) => (
        <FilmBox key={file.id} {...{ file, tabIndex }} />
      ))}
      {files.map((file) =>
        isSpoken && isPlayed(file) ? (
          <VoiceCard key={file.id} {...{ file, tabIndex }} by={message} />
        ) : (
          <FileCard key={file.id} {...{ file, tabIndex }} by={message} />
        ),
      )}
    </div>
  );
}
