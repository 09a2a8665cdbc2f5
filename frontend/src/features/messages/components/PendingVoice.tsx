import { voiceText, type PendingMessage } from '@/features/messages';
import { AudioPlayer } from '@/features/player/components';
import { useUploadsOf, type RecordedSound } from '@/features/uploads';
import { UploadStatus } from '@/features/uploads/status';
import { useObjectUrl } from '@/lib/use-object-url';

/** What somebody said just now: they can hear it while it is on its way. */
export default function PendingVoice({ pending, voice }: { pending: PendingMessage; voice: RecordedSound }) {
  const [upload] = useUploadsOf(pending.nonce);
  const url = useObjectUrl(upload?.original ?? null);
  const sound = {
    ...{ key: pending.nonce, name: voiceText(voice.duration), duration: voice.duration, waveform: voice.waveform },
    sources: url === null || !upload ? [] : [{ src: url, type: upload.original.type }],
  };
  return (
    <div className="mt-1 min-h-20 w-80 max-w-full rounded-card border border-line bg-sidebar px-3 py-2">
      <AudioPlayer sound={sound} isWaiting={url === null}>
        {upload && <UploadStatus upload={upload} />}
      </AudioPlayer>
    </div>
  );
}
