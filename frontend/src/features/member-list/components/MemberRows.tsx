import { useMemo, useRef } from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import { ScrollArea } from '@/ui';
import { nameColor, useServer } from '@/features/servers';
import { useMe } from '@/features/users';
import { layoutOf } from '../layout';
import { rowAt, type MemberPart } from '../part';
import { MemberHeading } from './MemberHeading';
import { RowSkeleton } from './MemberListSkeleton';
import { EntryCount, List, ListEntry } from './list-parts';
import { MemberRow, type OpenProfile } from './MemberRow';
import { useRowFocus } from './use-row-focus';
import { useSight, type SeeBlocks } from './use-sight';

export interface MemberRowsProps {
  part: MemberPart;
  onSee: SeeBlocks;
  onOpenProfile: OpenProfile | undefined;
}

export function MemberRows({ part, onSee, onOpenProfile }: MemberRowsProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<VirtualizerHandle>(null);
  const layout = useMemo(() => layoutOf(part.groups), [part.groups]);
  const focus = useRowFocus({ scroller, list, part, layout });
  const look = useSight({ list, part, layout, onSee });
  const meId = useMe().id;
  const server = useServer(part.serverId);
  // What the virtualizer counts; what stands where, the layout says.
  const items = useMemo(() => new Uint8Array(layout.count), [layout.count]);

  const renderItem = (_: number, index: number) => {
    const item = layout.at(index);
    if (item?.kind === 'heading') return <MemberHeading key={item.group.id} group={item.group} roles={server?.roles ?? []} />;
    const place = item?.row ?? 0;
    const row = rowAt(part, place);
    if (!row) return <RowSkeleton key={index} row={place} />;
    const { id } = row.member.user;
    const is = { own: id === meId, owner: id === server?.ownerId, active: place === focus.activeRow };
    const color = nameColor(server?.roles ?? [], row.member.roleIds);
    return <MemberRow key={`user ${id}`} row={row} color={color} index={place} {...is} onOpen={onOpenProfile} />;
  };
  return (
    <ScrollArea ref={scroller} className="flex-1 px-2 pb-2 [overflow-anchor:none]" onFocus={focus.onFocus} onKeyDown={focus.onKeyDown}>
      <EntryCount value={layout.count}>
        <Virtualizer
          ref={list}
          as={List}
          item={ListEntry}
          data={items}
          keepMounted={[layout.itemOf(focus.activeRow)].filter((item) => item < layout.count)}
          onScroll={look}
          onResize={look}
        >
          {renderItem}
        </Virtualizer>
      </EntryCount>
    </ScrollArea>
  );
}
