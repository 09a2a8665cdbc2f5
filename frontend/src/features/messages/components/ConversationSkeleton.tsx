import { useTranslation } from '@/i18n';
import { Skeleton, SkeletonGroup } from '@/ui';

const groups = [
  ['w-24', ['w-3/5']],
  ['w-32', ['w-4/5', 'w-2/5']],
  ['w-20', ['w-1/2']],
  ['w-28', ['w-3/4', 'w-2/3', 'w-1/4']],
  ['w-24', ['w-2/5']],
  ['w-32', ['w-1/2', 'w-1/3']],
  ['w-20', ['w-4/5', 'w-3/5']],
] as const;

/** The shape of a conversation. */
export function ConversationSkeleton() {
  const { t } = useTranslation();
  return (
    <SkeletonGroup label={t('conversation.loading')} className="flex min-h-0 flex-1 flex-col justify-end overflow-hidden px-4 pb-2">
      <div className="flex flex-col gap-5">
        {groups.map(([name, lines], index) => (
          <div key={index} className="flex gap-4">
            <Skeleton shape="circle" className="size-10 shrink-0" />
            <div className="flex flex-1 flex-col gap-2.5 pt-1">
              <Skeleton className={name} />
              {lines.map((width) => (
                <Skeleton key={width} className={width} />
              ))}
            </div>
          </div>
        ))}
      </div>
    </SkeletonGroup>
  );
}
