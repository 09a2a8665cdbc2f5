import type { TextRange, UserSummary } from '@hearth/contract';
import { Suspense } from 'react';
import { nameOf, useTranslation } from '@/i18n';
import { findChannel } from '@/features/channels';
import { CustomEmoji } from '@/features/emoji/components';
import { useServerOfChannel } from '@/features/servers';
import { cn } from '@/lib/cn';
import { type ShownPart, shownText } from './shown-text';

interface WrittenTextProps {
  channelId: string;
  content: string;
  /** Whom it may name. */
  mentions?: readonly UserSummary[] | undefined;
  highlights?: readonly TextRange[];
  markClassName?: string;
}

export function WrittenText({ highlights = [], markClassName, ...written }: WrittenTextProps) {
  const names = useNames(written);
  return shownText(written.content, highlights, names).map((part, index) =>
    part.isMatch ? (
      <mark key={index} className={cn('rounded-chip', markClassName)}>
        <Part part={part} />
      </mark>
    ) : (
      <Part key={index} part={part} />
    ),
  );
}

function Part({ part: { text, emoji } }: { part: ShownPart }) {
  if (emoji === undefined) return text;
  return (
    <Suspense fallback={`:${text}:`}>
      <CustomEmoji id={emoji} name={text} />
    </Suspense>
  );
}

function useNames({ channelId, mentions = [] }: WrittenTextProps) {
  const { t } = useTranslation();
  const roles = useServerOfChannel(channelId)?.roles ?? [];
  const unknown = t('messages.unknownMention');
  return {
    user: (id: string) => mentions.filter((user) => user.id === id).map(nameOf)[0] ?? unknown,
    role: (id: string) => roles.find((role) => role.id === id)?.name ?? unknown,
    channel: (id: string) => findChannel(id)?.name ?? unknown,
  };
}
