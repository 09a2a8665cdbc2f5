import { Skeleton, SkeletonGroup } from '@/ui';

export const PickerSkeleton = ({ label }: { label: string }) => (
  <SkeletonGroup label={label} className="flex flex-col gap-3">
    <Skeleton className="h-9 w-full" />
    {Array.from({ length: 7 }, (_, index) => (
      <Skeleton key={index} className="h-8 w-full" />
    ))}
  </SkeletonGroup>
);
