import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useErrorText, useTranslation } from '@/i18n';
import { ErrorState, Skeleton, SkeletonGroup } from '@/ui';

/** What a page shows once it is there; what is held stays on screen while it is asked for anew. */
export function Loaded<T>({ query, children }: { query: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  if (query.data !== undefined) return children(query.data);
  if (query.isError)
    return (
      <ErrorState title={t('admin.failed')} onRetry={() => void query.refetch()}>
        {errorText(query.error)}
      </ErrorState>
    );
  return (
    <SkeletonGroup>
      <div className="flex flex-col gap-4">
        <Skeleton className="w-40" />
        <Skeleton shape="block" className="h-24" />
        <Skeleton className="w-32" />
        <Skeleton shape="block" className="h-40" />
      </div>
    </SkeletonGroup>
  );
}
