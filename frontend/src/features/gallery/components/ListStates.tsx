import type { LucideIcon } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { useErrorText, useTranslation } from '@/i18n';
import type { PagedList } from '@/features/servers';
import { Button, EmptyState, ErrorState } from '@/ui';

interface ListStatesProps<Item> {
  list: PagedList<Item> & { error: Error | null };
  /** Of the shape of what is coming. */
  skeleton: ReactNode;
  icon: LucideIcon;
  empty: string;
  children: ReactNode;
}

/** A list in each of its states; what follows is loaded when its end comes into view. */
export function ListStates<Item>({ list, skeleton, icon, empty, children }: ListStatesProps<Item>) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const { items, status, hasMore, isLoadingMore, loadMore, retry, error } = list;
  // A page may have nothing that is shown, and not be the last.
  const isEmptyPage = status === 'ready' && items.length === 0 && hasMore;
  useEffect(() => {
    if (isEmptyPage) loadMore();
  }, [isEmptyPage, loadMore]);
  if (status === 'loading' || isEmptyPage) return skeleton;
  if (status === 'error')
    return (
      <ErrorState title={t('media.failed')} onRetry={retry}>
        {errorText(error)}
      </ErrorState>
    );
  if (items.length === 0)
    return (
      <EmptyState icon={icon} title={empty}>
        {t('media.emptyHint')}
      </EmptyState>
    );
  return (
    <>
      {children}
      {hasMore && <More onShow={loadMore} loading={isLoadingMore} />}
    </>
  );
}

function More({ onShow, loading }: { onShow: () => void; loading: boolean }) {
  const { t } = useTranslation();
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && onShow(), { rootMargin: '400px' });
    if (end.current) observer.observe(end.current);
    return () => observer.disconnect();
  }, [onShow]);
  return (
    <div ref={end} className="flex justify-center py-3">
      <Button loading={loading} onClick={onShow}>
        {t('keptMore.showMore')}
      </Button>
    </div>
  );
}
