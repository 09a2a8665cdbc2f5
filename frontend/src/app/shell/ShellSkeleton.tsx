import { useTranslation } from '@/i18n';
import { useRoute } from 'wouter';
import { ConversationSkeleton } from '@/features/messages/components';
import { cn } from '@/lib/cn';
import { cssVars } from '@/lib/css-vars';
import { Skeleton, SkeletonGroup } from '@/ui';
import { usePanes } from '../panes-store';

const channels = ['w-24', 'w-32', 'w-20', 'w-36', 'w-28', 'w-24'];
const members = ['w-28', 'w-24', 'w-32', 'w-20', 'w-28', 'w-24'];

/** The true layout before anything in it is known. */
export function ShellSkeleton() {
  const [isChannel] = useRoute('/servers/:serverId/channels/:channelId');
  const { sidebarWidth, showsMembers } = usePanes();
  return (
    <div className="flex h-full" style={cssVars({ '--sidebar-width': `${sidebarWidth}rem` })}>
      <NavSkeleton hiddenOnPhones={isChannel} />
      <div className={cn('flex min-w-0 flex-1 flex-col bg-canvas', !isChannel && 'max-tablet:hidden')}>
        <div className="h-header shrink-0 border-b border-line" />
        <ConversationSkeleton />
        <div className="mx-3 mt-6 mb-3 h-11.5 shrink-0 rounded-dialog border border-line bg-raised tablet:mx-4 tablet:mb-4" />
      </div>
      {showsMembers && <MembersSkeleton />}
    </div>
  );
}

function NavSkeleton({ hiddenOnPhones }: { hiddenOnPhones: boolean }) {
  const { t } = useTranslation();
  return (
    <div className={cn('flex w-full shrink-0 flex-col max-desktop:tablet:hidden desktop:w-auto', hiddenOnPhones && 'max-tablet:hidden')}>
      <div className="flex flex-1">
        <SkeletonGroup label={t('shell.loading')} className="w-rail shrink-0 bg-rail pt-3">
          <div className="flex flex-col items-center gap-2">
            {[1, 2, 3].map((key) => (
              <Skeleton key={key} shape="block" className="size-12" />
            ))}
          </div>
        </SkeletonGroup>
        <SkeletonGroup className="flex-1 bg-sidebar desktop:w-(--sidebar-width) desktop:flex-none">
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
      <div className="flex h-14 shrink-0 items-center gap-2.5 bg-rail px-3.5">
        <Skeleton shape="circle" className="size-8" />
        <Skeleton className="w-28" />
      </div>
    </div>
  );
}

function MembersSkeleton() {
  return (
    <SkeletonGroup className="w-members shrink-0 bg-sidebar px-4 pt-4 max-desktop:hidden">
      <div className="flex flex-col gap-4">
        <Skeleton className="w-20" />
        {members.map((width, index) => (
          <div key={index} className="flex items-center gap-2.5">
            <Skeleton shape="circle" className="size-8" />
            <Skeleton className={width} />
          </div>
        ))}
      </div>
    </SkeletonGroup>
  );
}
