import { File as FileIcon, FileArchive, FileText, Film, Image, Music, type LucideIcon } from 'lucide-react';
import { useCallback, useState } from 'react';
import { cn } from '@/lib/cn';
import { Icon } from '@/ui';
import type { Upload } from '../upload';

const icons: readonly (readonly [RegExp, LucideIcon])[] = [
  [/^image\//, Image],
  [/^video\//, Film],
  [/^audio\//, Music],
  [/zip|compressed|tar/, FileArchive],
  [/^text\/|pdf|document/, FileText],
];

const iconOf = (type: string): LucideIcon => icons.find(([pattern]) => pattern.test(type))?.[1] ?? FileIcon;

/** What every browser shows. */
const SHOWN = /^image\/(?:png|jpeg|gif|webp|avif)$/;

/** What a file on this device looks like; blurred where it will be hidden. */
export function FilePreview({ upload: { original, spoiler, alt } }: { upload: Pick<Upload, 'original' | 'spoiler' | 'alt'> }) {
  const [isBroken, setBroken] = useState(false);
  const show = useCallback(
    (image: HTMLImageElement) => {
      const url = URL.createObjectURL(original);
      image.src = url;
      return () => URL.revokeObjectURL(url);
    },
    [original],
  );
  if (isBroken || original.size === 0 || !SHOWN.test(original.type))
    return <Icon icon={iconOf(original.type)} size="large" className="text-fg-subtle" />;
  return (
    <img
      ref={show}
      alt={alt}
      draggable={false}
      onError={() => setBroken(true)}
      className={cn('size-full object-cover', spoiler && 'blur-xl')}
    />
  );
}
