import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { VisuallyHidden } from '@/ui';
import { readableText, type Row } from '@/features/messages';
import { useConcealed } from '@/features/relationships';

export interface AnnouncerProps {
  rows: readonly Row[];
  meId: string;
}

interface Heard {
  seq: number;
  text: string;
}

/** Reads new messages of others to a screen reader, when it has nothing more urgent to say. */
export function Announcer({ rows, meId }: AnnouncerProps) {
  const { t } = useTranslation();
  const concealed = useConcealed();
  const newest = rows.findLast((row) => row.kind === 'message');
  const message = newest?.kind === 'message' ? newest.message : null;
  const [heard, setHeard] = useState<Heard>({ seq: message?.seq ?? 0, text: '' });
  if (message && message.seq > heard.seq) {
    const isSilent = message.author.id === meId || concealed.has(message.author.id);
    setHeard({
      seq: message.seq,
      text: isSilent ? '' : t('messages.announcement', { name: message.author.displayName, text: readableText(message) }),
    });
  }
  return (
    <VisuallyHidden role="log" aria-live="polite">
      {heard.text}
    </VisuallyHidden>
  );
}
