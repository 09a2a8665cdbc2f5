import type { Message } from '@hearth/contract';
import type { TFunction } from 'i18next';
import { nameOf } from '@/i18n';

/** What happened, in words. Empty for what was said. */
export function noticeText(t: TFunction, message: Message): string {
  const { type, author, content, details } = message;
  const name = nameOf(author);
  switch (type) {
    case 'MEMBER_JOIN':
    case 'PIN':
    case 'POLL_RESULT':
    case 'CALL':
      return t(`notices.${type}`, { name });
    case 'NAME_CHANGE':
      return nameText(t, name, details && 'name' in details ? details.name : content);
    default:
      return details ? detailedText(t, message, details) : '';
  }
}

const nameText = (t: TFunction, name: string, content: string): string =>
  content === '' ? t('notices.nameRemoved', { name }) : t('notices.NAME_CHANGE', { name, content });

function detailedText(t: TFunction, { type, author }: Message, details: NonNullable<Message['details']>): string {
  const name = nameOf(author);
  if ('user' in details) return recipientText(t, type, author, details.user);
  if ('icon' in details) {
    return details.icon === null ? t('notices.iconRemoved', { name }) : t('notices.ICON_CHANGE', { name, icon: details.icon });
  }
  return 'threadName' in details ? t('notices.THREAD_CREATED', { name, thread: details.threadName }) : '';
}

function recipientText(t: TFunction, type: Message['type'], author: Message['author'], user: Message['author']): string {
  const names = { name: nameOf(author), user: nameOf(user) };
  if (type === 'RECIPIENT_ADD') return t('notices.RECIPIENT_ADD', names);
  return user.id === author.id ? t('notices.left', names) : t('notices.removed', names);
}
