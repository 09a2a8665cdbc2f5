import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from '@/i18n';
import { useMediaQuery } from '@/lib/use-media-query';
import { ErrorState } from '@/ui';
import { loadCatalogue, type Catalogue, type Emoji } from '../catalogue';
import { currentOf, useCustomEmoji, writtenEmoji, type CustomEmojis } from '../custom';
import { allRows, foundRows, type PickerContent } from '../picker-rows';
import { findEmoji } from '../search';
import { withTone } from '../tones';
import { frequentEmoji, noteUse, usageOf, useEmojiUsage } from '../usage-store';
import { EmojiRow } from './EmojiRow';
import { GroupBar } from './GroupBar';
import { PickerFooter } from './PickerFooter';
import { PickerList } from './PickerList';
import { PickerSkeleton } from './PickerSkeleton';

export interface EmojiPickerProps {
  /** Where it is for: offers what servers have that may be used there. Left out: emoji of Unicode alone. */
  channelId?: string;
  /**
   * @param char with its tone; of a server's own `name:id`
   * @param more with Shift held, since another one is to follow
   * @param written what stands for it in a text
   */
  onPick: (char: string, more: boolean, written: string) => void;
}

const COLUMNS = { fine: 9, coarse: 7 } as const;
const FREQUENT = { fine: 18, coarse: 14 } as const;

/** Every emoji, to be found by groups, words and arrow keys. Its width is that of its columns. */
export default function EmojiPicker({ channelId, onPick }: EmojiPickerProps) {
  const { t, i18n } = useTranslation();
  const custom = useCustomEmoji(channelId ?? '');
  const { data, isError, refetch } = useQuery({
    queryKey: ['emoji', i18n.language],
    queryFn: () => loadCatalogue(),
    staleTime: Number.POSITIVE_INFINITY,
    // What is asked for lies in this browser, or is a file beside the app.
    networkMode: 'always',
  });
  return (
    <div className="flex h-100 max-h-[70dvh] w-87 max-w-full flex-col">
      {isError && (
        <ErrorState title={t('emoji.failed')} onRetry={() => void refetch()}>
          {t('emoji.failedHint')}
        </ErrorState>
      )}
      {!isError &&
        (data ? (
          <Picker catalogue={data} custom={channelId === undefined ? NOTHING : custom} onPick={onPick} />
        ) : (
          <PickerSkeleton label={t('emoji.list')} />
        ))}
    </div>
  );
}

const NOTHING: CustomEmojis = { groups: [], all: [] };

interface PickerProps extends Pick<EmojiPickerProps, 'onPick'> {
  catalogue: Catalogue;
  custom: CustomEmojis;
}

function Picker({ catalogue, custom, onPick }: PickerProps) {
  const { t } = useTranslation();
  const tone = useEmojiUsage((usage) => usage.tone);
  const [query, setQuery] = useState('');
  const content = useContent(catalogue, custom, query);
  const pick = (emoji: Emoji, more: boolean) => {
    const char = withTone(emoji.char, tone);
    noteUse(char);
    onPick(char, more, writtenEmoji({ ...emoji, char }));
  };
  return (
    <PickerList
      label={t('emoji.list')}
      searchLabel={t('emoji.search')}
      {...{ query, content }}
      onQuery={setQuery}
      onPick={pick}
      bar={query.trim() === '' && <GroupBar content={content} servers={custom.groups} />}
      row={(row, cells) => <EmojiRow row={row} tone={tone} {...cells} />}
      empty={<p className="p-6 text-center text-ui text-fg-subtle">{t('emoji.none')}</p>}
      footer={(active) => <PickerFooter active={active} />}
    />
  );
}

/** What is shown: all, or what a query finds. What is used often stays in its place while the picker is open. */
function useContent(catalogue: Catalogue, { all, groups }: CustomEmojis, query: string): PickerContent {
  const pointer = useMediaQuery('(pointer: coarse)') ? 'coarse' : 'fine';
  const [used] = useState(() => useEmojiUsage.getState().used);
  return useMemo(() => {
    const columns = COLUMNS[pointer];
    if (query.trim() !== '') return foundRows(findEmoji(catalogue, query, usageOf, all), columns);
    return allRows(catalogue, frequentEmoji(used, FREQUENT[pointer], currentOf(all)), columns, groups);
  }, [catalogue, all, groups, query, used, pointer]);
}
