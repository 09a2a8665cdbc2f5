import { useTranslation } from '@/i18n';
import { Skeleton, SkeletonGroup } from '@/ui';

const widths = ['w-28', 'w-24', 'w-32', 'w-20', 'w-28'] as const;

/** Somebody who is on their way. */
export function RowSkeleton({ row }: { row: number }) {
  return (
    <div aria-hidden className="flex h-touch items-center gap-2.5 px-2">
      <Skeleton shape="circle" className="size-8 shrink-0" />
      <Skeleton className={widths[row % widths.length]} />
    </div>
  );
}

export function MemberListSkeleton() {
  const { t } = useTranslation();
  return (
    <SkeletonGroup label={t('members.loading')} className="px-2">
      <div className="px-2 pt-5 pb-1.5">
        <Skeleton className="w-20" />
      </div>
      {widths.map((_, row) => (
        <RowSkeleton key={row} row={row} />
      ))}
    </SkeletonGroup>
  );
}
