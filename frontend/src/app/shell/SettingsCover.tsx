import { Skeleton, SkeletonGroup } from '@/ui';

/** Where settings will be, while they are on their way. */
export function SettingsCover() {
  return (
    <div className="fixed inset-0 flex bg-canvas">
      <SkeletonGroup className="w-full bg-sidebar p-4 tablet:w-sidebar">
        <div className="flex flex-col gap-6 pt-1">
          {['w-32', 'w-20', 'w-24', 'w-20', 'w-28'].map((width, index) => (
            <Skeleton key={index} className={width} />
          ))}
        </div>
      </SkeletonGroup>
    </div>
  );
}
