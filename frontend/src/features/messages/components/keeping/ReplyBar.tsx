import { AtSign, Reply as ReplyIcon, X } from 'lucide-react';
import { useTranslation } from '@/i18n';
import { Icon, IconButton, NameText, NativeButton } from '@/ui';
import { cn } from '@/lib/cn';
import { setReply, type Reply } from '@/features/messages';
import { useMe } from '@/features/users';
import { focusComposer } from '../focus-composer';
import { useAuthor } from '../use-author';
import { useQuoteText } from './use-quote-text';

/** Above where one writes: what that answers. */
export default function ReplyBar({ channelId, reply }: { channelId: string; reply: Reply }) {
  const { t } = useTranslation();
  const shown = useAuthor(reply.to.author);
  const text = useQuoteText(reply.to, channelId);
  const isOwn = reply.to.author.id === useMe().id;
  const cancel = () => {
    setReply(channelId, null);
    focusComposer();
  };
  return (
    <div
      role="group"
      aria-label={t('kept.replyingTo', { name: shown.name })}
      className="mx-2 flex min-w-0 items-center gap-2 rounded-t-card border border-b-0 border-line bg-sidebar ps-3 pe-1 text-ui text-fg-muted"
    >
      <Icon icon={ReplyIcon} size="small" mirrored className="shrink-0 text-fg-subtle" />
      <NameText {...shown} className="max-w-48 shrink-0 truncate font-semibold text-fg" />
      <span dir="auto" className="min-w-0 flex-1 truncate">
        {text}
      </span>
      {!isOwn && <MentionSwitch channelId={channelId} reply={reply} />}
      <IconButton icon={X} size="small" label={t('kept.cancelReply')} onClick={cancel} />
    </div>
  );
}

/** Whether who is answered hears of it. */
function MentionSwitch({ channelId, reply }: { channelId: string; reply: Reply }) {
  const { t } = useTranslation();
  return (
    <NativeButton
      role="switch"
      aria-checked={reply.mention}
      aria-label={t('kept.mention')}
      onClick={() => setReply(channelId, { ...reply, mention: !reply.mention })}
      className={cn(
        'flex shrink-0 items-center gap-1 rounded-chip px-1.5 py-1 text-meta font-semibold hover:bg-hover',
        reply.mention ? 'text-accent-text' : 'text-fg-subtle',
      )}
    >
      <Icon icon={AtSign} size="small" />
      {t(reply.mention ? 'kept.mentionOn' : 'kept.mentionOff')}
    </NativeButton>
  );
}
