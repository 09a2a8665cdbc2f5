import type { Message } from '@hearth/contract';
import { useTranslation } from '@/i18n';
import { NativeButton } from '@/ui';
import { useJumpTo } from '../jump-context';

/** Under a notice about another message: leads there. */
export default function NoticeJump({ message: { details, seq } }: { message: Message }) {
  const { t } = useTranslation();
  const jumpTo = useJumpTo();
  if (!details || !('messageSeq' in details)) return null;
  const { messageSeq } = details;
  return (
    <NativeButton tabIndex={-1} className="rounded-chip text-accent-text hover:underline" onClick={() => jumpTo(messageSeq, seq)}>
      {t('kept.seeMessage')}
    </NativeButton>
  );
}
