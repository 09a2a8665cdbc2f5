import type { Message } from '@hearth/contract';
import { MessagesSquare } from 'lucide-react';
import { use } from 'react';
import { useTranslation } from '@/i18n';
import { MenuItem } from '@/ui';
import { ThreadsContext } from './threads-context';

/** Begins the thread of a message, or opens it. */
export default function ThreadMenuItem({ message }: { message: Message }) {
  const { t } = useTranslation();
  const place = use(ThreadsContext);
  if (!place) return null;
  const { threads, open, begin } = place;
  const thread = threads.get(message.id);
  if (!thread && !begin) return null;
  return (
    <MenuItem icon={MessagesSquare} onSelect={() => (thread ? open(thread.id) : begin?.(message))}>
      {thread ? t('threads.open') : t('threads.begin')}
    </MenuItem>
  );
}
