import type { Message } from '@hearth/contract';
import { nameOf, useTranslation } from '@/i18n';
import { deliveryState, readableText, useReceipts } from '@/features/messages';
import { concealedText, DeliveryMark, noticeText } from '@/features/messages/components';
import { useConcealed } from '@/features/relationships';
import { useMe } from '@/features/users';

/** What was said last in a conversation, unless the reader does not want to see it. */
export function Preview({ message, isGroup }: { message: Message; isGroup: boolean }) {
  const { t } = useTranslation();
  const me = useMe();
  const why = useConcealed().get(message.author.id);
  const isOwn = message.author.id === me.id;
  if (message.deletedAt !== null) return t('messages.deleted');
  const notice = noticeText(t, message);
  if (notice) return notice;
  if (why) return concealedText(t, message.author, why);
  const text = readableText(message).replaceAll(/\s+/g, ' ').slice(0, 120);
  if (isOwn) {
    return (
      <span className="flex items-center gap-1">
        <OwnTicks message={message} />
        <span dir="auto" className="truncate">
          {text}
        </span>
      </span>
    );
  }
  return isGroup ? t('conversations.says', { name: nameOf(message.author), text }) : text;
}

function OwnTicks({ message }: { message: Message }) {
  const me = useMe();
  const receipts = useReceipts(message.channelId);
  return <DeliveryMark state={deliveryState(message, receipts, me.id)} className="h-4! shrink-0" />;
}
