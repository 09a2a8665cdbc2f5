import { Apple, Clock, Flag, Hash, Leaf, Lightbulb, Plane, Smile, Users, Volleyball, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/ui';
import { GROUPS, type GroupName } from '../catalogue';
import type { PickerContent } from '../picker-rows';

const icons: Record<GroupName | 'frequent', LucideIcon> = {
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

/** Leads to a group; in the list the arrow keys do. */
export function GroupBar({ content, onGo }: { content: PickerContent; onGo: (row: number) => void }) {
  const { t } = useTranslation();
  return (
    <div role="toolbar" aria-label={t('emoji.groups.label')} className="mb-1 flex justify-between border-b border-line pb-1">
      {(['frequent', ...GROUPS] as const).map((group) => (
        <IconButton
          key={group}
          icon={icons[group]}
          size="small"
          label={t(`emoji.groups.${group}`)}
          onClick={() => onGo(content.rows.findIndex((row) => row.kind === 'heading' && row.section === group))}
          className="min-w-0!"
        />
      ))}
    </div>
  );
}
