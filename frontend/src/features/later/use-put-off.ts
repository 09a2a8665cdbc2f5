import { draftOf, setDraft } from '@/features/drafts';
import { setReply } from '@/features/messages';
import { fileIdOf, heldQueue, trayOf } from '@/features/uploads';
import { useTrayProgress } from '@/features/uploads/attaching';
import { useSchedule, type Later } from './mutations';

/** Sends later what is written in a channel, with the files beside it: those have to be on the server. */
export function usePutOff(channelId: string) {
  const files = useTrayProgress(channelId);
  const schedule = useSchedule();
  const putOff = async (later: Pick<Later, 'content' | 'replyToId' | 'at'>): Promise<void> => {
    const tray = trayOf(channelId);
    await schedule.mutateAsync({ channelId, ...later, ...(tray.length > 0 && { attachmentIds: tray.map(fileIdOf) }) });
    heldQueue()?.letGo(tray.map(({ key }) => key));
    takeDraft(channelId, later.content);
  };
  return { files, putOff, isPending: schedule.isPending, error: schedule.error };
}

/** The place to write is free again, unless something else stands there by now. */
function takeDraft(channelId: string, content: string): void {
  if (draftOf(channelId).trim() !== content) return;
  setDraft(channelId, '');
  setReply(channelId, null);
}
