import { useFormat, useTranslation } from '@/i18n';
import { Badge } from '@/ui';
import { useReports } from '@/features/moderation';

/** How many reports wait for a decision; of more than one page, only that they wait. */
export function OpenReports({ serverId }: { serverId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { items, hasMore } = useReports(serverId, 'OPEN');
  const count = items.length;
  if (count === 0) return null;
  if (hasMore) return <Badge label={t('reports.manyOpen')} />;
  return <Badge count={count} label={t('reports.open', { count, number: format.number(count) })} />;
}
