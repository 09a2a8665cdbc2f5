import { useEffect, useEffectEvent, useState } from 'react';
import { nameOf, useFormat, useTranslation } from '@/i18n';
import { VisuallyHidden } from '@/ui';
import type { Row } from '@/features/messages';
import { useConcealed } from '@/features/relationships';
import { newsIn, spokenText } from './announcement';

/** What comes within so long, in milliseconds, is told together: by name when it is one, else as a number. */
const GATHERED = 1_000;

export interface AnnouncerProps {
  rows: readonly Row[];
  /** Of the channel, held or not. */
  lastSeq: number;
  holdsEnd: boolean;
  meId: string;
}

/** Tells a screen reader of new messages of others, when it has nothing more urgent to say. */
export function Announcer({ rows, lastSeq, holdsEnd, meId }: AnnouncerProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const concealed = useConcealed();
  const [heard, setHeard] = useState({ after: lastSeq, text: '' });
  const tell = useEffectEvent(() => {
    const { count, only } = newsIn(rows, {
      ...{ after: heard.after, lastSeq, holdsEnd },
      isSilent: ({ author, hidden }) => author.id === meId || concealed.has(author.id) || hidden === true,
    });
    const several = count > 0 ? t('conversation.newMessages', { count, number: format.number(count) }) : '';
    const text = only ? t('messages.announcement', { name: nameOf(only.author), text: spokenText(only) }) : several;
    setHeard({ after: lastSeq, text });
  });
  const isNew = lastSeq > heard.after;
  useEffect(() => {
    if (!isNew) return;
    const timer = setTimeout(() => tell(), GATHERED);
    return () => clearTimeout(timer);
  }, [isNew]);
  return (
    <VisuallyHidden role="log" aria-live="polite">
      {/* The same words once more are news as well. */}
      <span key={heard.after}>{heard.text}</span>
    </VisuallyHidden>
  );
}
