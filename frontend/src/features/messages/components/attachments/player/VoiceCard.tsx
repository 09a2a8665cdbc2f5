import type { Attachment } from '@hearth/contract';
import { useMemo, type ReactNode } from 'react';
import { voiceText } from '@/features/messages';
import { AudioPlayer } from '@/features/player/components';
import { fileAddress } from '../file-address';
import { soundOf, type Sender } from './media-of';

/** What somebody said. */
export function VoiceCard({ file, by, tabIndex }: { file: Attachment; by: Sender; tabIndex: number }) {
  const sound = useMemo(() => soundOf(file, by, voiceText(file.duration ?? 0)), [file, by]);
  return (
    <VoiceFrame>
      <AudioPlayer {...{ sound, tabIndex }} isWaiting={file.state === 'processing'} download={fileAddress(file.id)} />
    </VoiceFrame>
  );
}

/** What stands around it, wherever that is. */
export const VoiceFrame = ({ children }: { children: ReactNode }) => (
  <div className="min-h-20 w-80 max-w-full rounded-card border border-line bg-sidebar px-3 py-2">{children}</div>
);
