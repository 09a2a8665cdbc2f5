import type { Expression } from '@hearth/contract';
import { Sticker } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useErrorText, useTranslation } from '@/i18n';
import { useMediaQuery } from '@/lib/use-media-query';
import { EmptyState, ErrorState } from '@/ui';
import { useExpressions, useUsable } from '@/features/expressions';
import { useServers } from '@/features/servers';
import { byServer, type OfServer } from '../custom';
import { foundRows, serverRows, type PickerContent, type PickerRow } from '../picker-rows';
import { plainText } from '../search';
import { GroupHeading } from './GroupHeading';
import { PickerCell, type PickerCellsProps } from './PickerCell';
import { PickerList } from './PickerList';
import { PickerSkeleton } from './PickerSkeleton';
import StickerPicture from './StickerPicture';

export interface StickerPickerProps {
  /** Where it is for: offers what servers have that may be used there. */
  channelId: string;
  onPick: (sticker: Expression) => void;
}

const COLUMNS = 3;

/** The stickers of servers, by server or by name. */
export default function StickerPicker({ channelId, onPick }: StickerPickerProps) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const { data, error, refetch } = useExpressions();
  return (
    <div className="flex h-100 max-h-[70dvh] w-87 max-w-full flex-col">
      {data ? (
        <Picker channelId={channelId} onPick={onPick} />
      ) : error ? (
        <ErrorState title={t('stickers.failed')} onRetry={() => void refetch()}>
          {errorText(error)}
        </ErrorState>
      ) : (
        <PickerSkeleton label={t('stickers.list')} />
      )}
    </div>
  );
}

function Picker({ channelId, onPick }: StickerPickerProps) {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const groups = useGroups(channelId);
  const content = useMemo(() => contentOf(groups, query), [groups, query]);
  // Without any there is nothing to search.
  if (groups.length === 0)
    return (
      <EmptyState icon={Sticker} title={t('stickers.empty')}>
        {t('stickers.emptyHint')}
      </EmptyState>
    );
  return (
    <PickerList
      label={t('stickers.list')}
      searchLabel={t('stickers.search')}
      {...{ query, content, onPick }}
      onQuery={setQuery}
      row={(row, cells) => <StickerRow row={row} {...cells} />}
      empty={<p className="p-6 text-center text-ui text-fg-subtle">{t('stickers.none')}</p>}
      footer={(active) => <Footer sticker={active} />}
    />
  );
}

function useGroups(channelId: string): OfServer<Expression>[] {
  const usable = useUsable(channelId, 'STICKER');
  const servers = useServers();
  return useMemo(() => byServer(usable, ({ serverId }) => serverId, servers), [usable, servers]);
}

function contentOf(groups: readonly OfServer<Expression>[], query: string): PickerContent<Expression> {
  const wanted = plainText(query.trim());
  if (wanted === '') return serverRows(groups, COLUMNS);
  const all = groups.flatMap(({ list }) => list);
  return foundRows(
    all.filter(({ name }) => plainText(name).includes(wanted)),
    COLUMNS,
  );
}

function StickerRow({ row, ...cells }: { row: PickerRow<Expression> } & PickerCellsProps<Expression>) {
  const byThumb = useMediaQuery('(pointer: coarse)');
  if (row.kind === 'server') return <GroupHeading>{row.name}</GroupHeading>;
  if (row.kind === 'heading') return null;
  return (
    <div className="grid grid-cols-3">
      {row.items.map((sticker, index) => (
        <PickerCell
          key={sticker.id}
          {...cells}
          active={byThumb ? -1 : cells.active}
          item={sticker}
          place={row.first + index}
          label={sticker.name}
          className="aspect-square p-1.5"
        >
          <span className="block size-full min-h-0">
            <StickerPicture sticker={sticker} silent />
          </span>
        </PickerCell>
      ))}
    </div>
  );
}

/** What is highlighted. */
const Footer = ({ sticker }: { sticker: Expression | undefined }) => (
  <p aria-hidden className="mt-1 flex h-9 shrink-0 items-center border-t border-line pt-1 text-ui font-medium pointer-coarse:hidden">
    <bdi className="truncate">{sticker?.name}</bdi>
  </p>
);
