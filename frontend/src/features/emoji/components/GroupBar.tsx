import { Apple, Clock, Flag, Hash, Leaf, Lightbulb, Plane, Smile, Users, Volleyball, type LucideIcon } from 'lucide-react';
import { use } from 'react';
import { useTranslation } from '@/i18n';
import { Avatar, IconButton, NativeButton, Tooltip } from '@/ui';
import { GROUPS, type Emoji } from '../catalogue';
import type { OfServer } from '../custom';
import type { PickerContent, PickerRow, Section } from '../picker-rows';
import { GoToRow } from './PickerList';

const icons: Record<Section, LucideIcon> = {
  frequent: Clock,
  smileys: Smile,
  people: Users,
  nature: Leaf,
  food: Apple,
  travel: Plane,
  activities: Volleyball,
  objects: Lightbulb,
  symbols: Hash,
  flags: Flag,
};

export interface GroupBarProps {
  content: PickerContent;
  servers: readonly OfServer<Emoji>[];
}

/** Leads to a group; in the list the arrow keys do. */
export function GroupBar({ content, servers }: GroupBarProps) {
  const { t } = useTranslation();
  const go = use(GoToRow);
  const goTo = (isIt: (row: PickerRow) => boolean) => go(content.rows.findIndex(isIt));
  const section = (group: Section) => (
    <IconButton
      key={group}
      icon={icons[group]}
      size="small"
      label={t(`emoji.groups.${group}`)}
      onClick={() => goTo((row) => row.kind === 'heading' && row.section === group)}
      className="min-w-7!"
    />
  );
  return (
    <div
      role="toolbar"
      aria-label={t('emoji.groups.label')}
      className="mb-1 flex shrink-0 justify-between gap-0.5 overflow-x-auto border-b border-line pb-1 scrollbar-quiet"
    >
      {section('frequent')}
      {servers.map(({ id, name, icon }) => (
        <Tooltip key={id} content={name}>
          <NativeButton
            aria-label={name}
            onClick={() => goTo((row) => row.kind === 'server' && row.id === id)}
            className="touch-area grid size-7 shrink-0 place-items-center rounded-card hover:bg-hover"
          >
            <Avatar id={id} name={name} picture={icon} size={20} shape="square" />
          </NativeButton>
        </Tooltip>
      ))}
      {GROUPS.map(section)}
    </div>
  );
}
