import { memo, Suspense } from 'react';
import { useFormat, useTranslation } from '@/i18n';
import { DayDivider, UnreadDivider } from '@/ui';
import { deliveryState } from '@/features/messages';
import type { Concealment } from '@/features/relationships';
import type { Message, Receipt } from '@hearth/contract';
import { lazyPart } from '@/lib/lazy-part';
import type { RowItem } from './items';
import { useExtras } from './message-extras';
import { ConcealedRow } from './ConcealedRow';
import { MessageRow } from './MessageRow';
import { DeletedRow, PendingRow, SystemRow } from './OtherRows';

// Moderators alone ever see one.
const AlertRow = lazyPart(async () => ({ default: (await import('./AlertRow')).AlertRow }));

const HiddenRow = lazyPart(() => import('./keeping/HiddenRow'));

export interface RowState {
  activeKey: string | null;
  highlightedKey: string | null;
  editingId: string | null;
  receipts: readonly Receipt[] | null;
  meId: string;
  /** Whose messages are not shown until asked for. */
  concealed: ReadonlyMap<string, Concealment>;
}

/** One entry with what stands above it. Its spaces are paddings: the list measures what is inside. */
export const ConversationItem = memo(function ConversationItem({ item, state }: { item: RowItem; state: RowState }) {
  return (
    <>
      {item.day !== null && <Day at={item.day} channelId={channelIdOf(item)} />}
      {item.isFirstUnread && <Unread />}
      <div className={item.startsGroup && item.row.kind !== 'deleted' ? 'pt-3.5' : undefined}>
        <ItemRow item={item} state={state} />
      </div>
    </>
  );
});

function ItemRow({ item, state }: { item: RowItem; state: RowState }) {
  const { row, key: rowKey } = item;
  const isActive = state.activeKey === rowKey;
  switch (row.kind) {
    case 'pending':
      return <PendingRow {...{ rowKey, isActive }} pending={row.pending} startsGroup={item.startsGroup} />;
    case 'deleted':
      return <DeletedRow {...{ rowKey, isActive }} message={row.message} />;
    case 'system':
      if (row.message.type === 'AUTOMOD_ALERT')
        return (
          <Suspense fallback={<SystemRow {...{ rowKey, isActive }} message={row.message} />}>
            <AlertRow {...{ rowKey, isActive }} message={row.message} />
          </Suspense>
        );
      return <SystemRow {...{ rowKey, isActive }} message={row.message} />;
    case 'message':
      return <SpokenRow item={item} message={row.message} state={state} />;
  }
}

/** What somebody wrote, unless the reader does not want to hear them. */
function SpokenRow({ item, message, state }: { item: RowItem; message: Message; state: RowState }) {
  const { key: rowKey } = item;
  const isActive = state.activeKey === rowKey;
  const why = state.concealed.get(message.author.id);
  const row = (
    <MessageRow
      {...{ rowKey, isActive, message }}
      startsGroup={item.startsGroup || why !== undefined || message.hidden === true}
      endsGroup={item.endsGroup}
      isHighlighted={state.highlightedKey === rowKey}
      isEditing={state.editingId === message.id}
      delivery={message.author.id === state.meId && !message.origin ? deliveryState(message, state.receipts, state.meId) : null}
    />
  );
  if (message.hidden)
    return (
      <Suspense fallback={<div className="h-7" />}>
        <HiddenRow {...{ rowKey, isActive, message }}>{row}</HiddenRow>
      </Suspense>
    );
  return why ? (
    <ConcealedRow {...{ rowKey, isActive, why }} author={message.author}>
      {row}
    </ConcealedRow>
  ) : (
    row
  );
}

const channelIdOf = ({ row }: RowItem): string => ('message' in row ? row.message : row.pending).channelId;

function Day({ at, channelId }: { at: string; channelId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { pickDay } = useExtras();
  return (
    <div className="px-4 pt-5 pb-1">
      <DayDivider label={format.day(at)} hint={t('channels.jumpToDate')} onSelect={pickDay && (() => pickDay(channelId))} />
    </div>
  );
}

function Unread() {
  const { t } = useTranslation();
  return (
    <div className="px-4 pt-3">
      <UnreadDivider label={t('conversation.new')} />
    </div>
  );
}
