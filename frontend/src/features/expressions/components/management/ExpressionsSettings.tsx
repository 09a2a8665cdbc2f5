import { limits, type Expression, type ExpressionType } from '@hearth/contract';
import { Smile, Sticker } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from '@/i18n';
import { DataList, EmptyState, SearchField, type LoadedList } from '@/ui';
import { useExpressions } from '@/features/expressions';
import type { HeldServer } from '@/features/servers';
import { useMe } from '@/features/users';
import { addFiles, uploadQueue, useUploads } from '../../uploads/queues';
import { DropHere } from './DropHere';
import { ExpressionRow } from './ExpressionRow';
import { UploadButton } from './UploadButton';
import { Uploads } from './Uploads';
import { useFileTarget } from '@/lib/use-file-target';
import { useUploadWords } from './use-upload-words';

/** From so many on, looking for one by eye takes too long. */
const SEARCH_FROM = 12;

const MOST = { EMOJI: limits.emojisPerServer, STICKER: limits.stickersPerServer } as const;
const icons = { EMOJI: Smile, STICKER: Sticker } as const;

export interface ExpressionsSettingsProps {
  server: HeldServer;
  type: ExpressionType;
}

/** The custom emoji or the stickers of a server, and the way to add more. */
export default function ExpressionsSettings({ server, type }: ExpressionsSettingsProps) {
  const { t } = useTranslation();
  const words = useUploadWords(type);
  const { list, names } = useOwn(server.id, type);
  const queue = uploadQueue(useMe().id, server.id, type);
  const { uploads } = useUploads(queue);
  const button = useRef<HTMLButtonElement>(null);
  const add = async (files: File[]) => {
    await addFiles(queue, type, files, names);
    // The button of the empty page is gone by then.
    requestAnimationFrame(() => document.activeElement === document.body && button.current?.focus());
  };
  const take = (files: File[]) => void add(files);
  const isOver = useFileTarget(take);
  const upload = (
    <UploadButton ref={button} disabled={names.length >= MOST[type]} onFiles={take}>
      {t(`expressions.${type}.upload`)}
    </UploadButton>
  );
  const isEmpty = list.status === 'ready' && names.length === 0;
  const isBare = isEmpty && uploads.length === 0;
  return (
    <div className="flex flex-col gap-5">
      <p className="text-ui text-fg-muted">{t(`expressions.${type}.intro`)}</p>
      {!isBare && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          {upload}
          {list.status === 'ready' && (
            <span className="text-ui text-fg-muted tabular-nums">{t('expressions.count', { used: names.length, max: MOST[type] })}</span>
          )}
        </div>
      )}
      <p className="text-meta text-fg-subtle">
        {names.length >= MOST[type] ? t(`expressions.${type}.full`) : words.files}{' '}
        <span className="pointer-coarse:hidden">{t('expressions.dropHint')}</span>
      </p>
      <Uploads queue={queue} type={type} taken={names} />
      {!(isEmpty && uploads.length > 0) && <List type={type} list={list} upload={upload} />}
      {isOver && <DropHere>{t(`expressions.${type}.drop`)}</DropHere>}
    </div>
  );
}

/** Those of one server, the newest first. */
function useOwn(serverId: string, type: ExpressionType): { list: LoadedList<Expression>; names: readonly string[] } {
  const { data, isError, refetch } = useExpressions();
  const items = useMemo(
    () => (data ?? []).filter((expression) => expression.serverId === serverId && expression.type === type).toReversed(),
    [data, serverId, type],
  );
  const names = useMemo(() => items.map(({ name }) => name), [items]);
  const status = data ? 'ready' : isError ? 'error' : 'loading';
  const list = { items, status, hasMore: false, isLoadingMore: false, loadMore: () => undefined, retry: () => void refetch() } as const;
  return { list, names };
}

interface ListProps {
  type: ExpressionType;
  list: LoadedList<Expression>;
  upload: React.ReactNode;
}

function List({ type, list, upload }: ListProps) {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const wanted = query.trim().toLowerCase();
  const found = list.items.filter(({ name }) => name.toLowerCase().includes(wanted));
  return (
    <DataList
      label={t(`expressions.${type}.title`)}
      list={{ ...list, items: found }}
      keyOf={({ id }) => id}
      filters={
        (list.items.length >= SEARCH_FROM || query !== '') && (
          <SearchField label={t(`expressions.${type}.search`)} value={query} onValueChange={setQuery} className="flex-1" />
        )
      }
      empty={
        list.items.length === 0 ? (
          <EmptyState icon={icons[type]} title={t(`expressions.${type}.none`)} action={upload}>
            {t(`expressions.${type}.noneText`)}
          </EmptyState>
        ) : (
          <EmptyState icon={icons[type]} title={t(`expressions.${type}.noneFound`)} />
        )
      }
      errorTitle={t(`expressions.${type}.failed`)}
    >
      {(expression) => <ExpressionRow expression={expression} names={list.items.map(({ name }) => name)} />}
    </DataList>
  );
}
