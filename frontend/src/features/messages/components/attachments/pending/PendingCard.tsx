import type { Attachment } from '@hearth/contract';
import { voiceText, type PendingMessage } from '@/features/messages';
import { AudioPlayer } from '@/features/player/components';
import type { Upload } from '@/features/uploads';
import { UploadActs, UploadBar, UploadStatus } from '@/features/uploads/status';
import { useFormat } from '@/i18n';
import { useObjectUrl } from '@/lib/use-object-url';
import { isPlayed } from '../arrange';
import { FileFrame, FileHead, fileIcons } from '../FileCard';
import { VoiceFrame } from '../player/VoiceCard';
import { RefusableName } from './PendingLook';

interface PendingCardProps {
  pending: PendingMessage;
  file: Attachment;
  /** Left out of what an earlier page sent. */
  upload: Upload | undefined;
  /** Something harmful was found in it. */
  isRefused: boolean;
}

/** A file of this device that is on its way; what can be heard of it can be heard already. */
export function PendingCard({ pending: { voice }, file, upload, isRefused }: PendingCardProps) {
  const format = useFormat();
  const { name, kind, size } = file;
  const detail = isRefused ? <RefusableName {...{ name, isRefused }} /> : format.bytes(size);
  const sound = useSound(file, upload, voice);
  if (voice) {
    return (
      <VoiceFrame>
        <AudioPlayer {...sound}>{upload && <UploadStatus upload={upload} isShort />}</AudioPlayer>
      </VoiceFrame>
    );
  }
  return (
    <FileFrame>
      <FileHead icon={fileIcons[kind]} name={name} detail={upload ? <UploadStatus upload={upload} isShort /> : detail}>
        {upload && <UploadActs upload={upload} />}
      </FileHead>
      {isPlayed(file) && <AudioPlayer {...sound} hasVolume />}
      {upload && <UploadBar upload={upload} className="inset-x-3 bottom-1 rounded-full" />}
    </FileFrame>
  );
}

function useSound({ id, name, kind }: Attachment, upload: Upload | undefined, voice: PendingMessage['voice']) {
  const url = useObjectUrl(kind === 'audio' ? (upload?.original ?? null) : null);
  const sources = url === null || !upload ? [] : [{ src: url, type: upload.original.type }];
  return {
    sound: { key: id, name: voice ? voiceText(voice.duration) : name, duration: voice?.duration, waveform: voice?.waveform, sources },
    isWaiting: url === null,
  };
}
