import { usePollDialog } from '../../polls/draft';
import PollDialog from './PollDialog';

/** The dialog for a poll, while one is being made in this channel. */
export default function PollOverlay({ channelId }: { channelId: string }) {
  const isOpen = usePollDialog((dialog) => dialog.channelId === channelId);
  return isOpen && <PollDialog channelId={channelId} />;
}
