import { useTranslation } from 'react-i18next';
import { ConversationSkeleton } from '@/features/messages/components';
import { Skeleton, SkeletonGroup } from '@/ui';

const channels = ['w-24', 'w-32', 'w-20', 'w-36', 'w-28', 'w-24'];

/** The true layout before anything in it is known. */
export function ShellSkeleton() {
  const { t } = useTranslation();
  return (
    <div className="flex h-full">
      <div className="flex w-full shrink-0 tablet:max-desktop:hidden desktop:w-auto">
        <SkeletonGroup label={t('shell.loading')} className="w-rail shrink-0 bg-rail pt-3">
          <div className="flex flex-col items-center gap-2">
            {[1, 2, 3].map((key) => (
              <Skeleton key={key} shape="block" className="size-12" />
            ))}
          </div>
        </SkeletonGroup>
        <SkeletonGroup className="flex-1 bg-sidebar desktop:w-sidebar">
          <div className="flex h-header items-center px-4">
            <Skeleton className="w-32" />
          </div>
          <div className="flex flex-col gap-5 px-4 pt-4">
            {channels.map((width, index) => (
              <Skeleton key={index} className={width} />
            ))}
          </div>
        </SkeletonGroup>
      </div>
      <div className="flex min-w-0 flex-1 flex-col bg-canvas max-tablet:hidden">
        <div className="h-header shrink-0 border-b border-line" />
        <ConversationSkeleton />
        <div className="h-20 shrink-0" />
      </div>
    </div>
  );
}
