import { ArrowUp, X } from 'lucide-react';
import { useFormat, useTranslation } from '@/i18n';
import { Icon, IconButton } from '@/ui';
import { useChannel } from '@/features/channels';

export interface UnreadBarProps {
  channelId: string;
  firstUnreadSeq: number | null;
  onJump: (seq: number) => Promise<void>;
  onDismiss: () => void;
}

/** Says that there is something new further up, and leads there. */
export default function UnreadBar({ channelId, firstUnreadSeq, onJump, onDismiss }: UnreadBarProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const channel = useChannel(channelId);
  const count = channel && firstUnreadSeq !== null ? channel.lastSeq - firstUnreadSeq + 1 : 0;
  if (count <= 0 || firstUnreadSeq === null) return null;
  const jump = async () => {
    await onJump(firstUnreadSeq);
    onDismiss();
  };
  return (
    <div className="absolute inset-x-4 top-[calc(0.5rem+var(--now-playing,0rem))] flex items-center rounded-card bg-accent text-on-accent shadow-float">
      <button
        type="button"
        onClick={() => void jump()}
        className="flex min-h-8 min-w-0 flex-1 items-center gap-2 rounded-card px-3 text-start text-ui font-medium pointer-coarse:min-h-touch"
      >
        <Icon icon={ArrowUp} />
        <span className="truncate">{t('conversation.unread', { count, number: format.number(count) })}</span>
      </button>
      <IconButton icon={X} size="small" label={t('common.dismiss')} className="text-inherit!" onClick={onDismiss} />
    </div>
  );
}
