import { Skeleton, SkeletonGroup } from '@/ui';

/** As the lists of what was put off will be. */
export function LaterSkeleton() {
  return (
    <SkeletonGroup className="flex flex-col gap-4 py-2">
      {['w-48', 'w-64', 'w-40'].map((width) => (
        <div key={width} className="flex flex-col gap-2">
          <Skeleton className="w-32" />
          <Skeleton className={width} />
        </div>
      ))}
    </SkeletonGroup>
  );
}
