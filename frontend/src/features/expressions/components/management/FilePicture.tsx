import { ImageOff } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { cn } from '@/lib/cn';
import { Icon } from '@/ui';

/** Pixels: twice what it is shown in, for dense screens. */
const SIDE = 80;

/** What a file looks like, its first frame alone: nothing moves that nobody asked for. */
export function FilePicture({ file }: { file: File }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [isUnreadable, setIsUnreadable] = useState(false);
  useEffect(() => {
    let isGone = false;
    createImageBitmap(file).then(
      (bitmap) => {
        if (!isGone && canvas.current) draw(bitmap, canvas.current);
        bitmap.close();
      },
      () => !isGone && setIsUnreadable(true),
    );
    return () => {
      isGone = true;
    };
  }, [file]);
  return (
    <span aria-hidden className="grid size-10 shrink-0 place-items-center overflow-hidden rounded-chip text-fg-subtle">
      {isUnreadable && <Icon icon={ImageOff} size="bar" />}
      <canvas ref={canvas} width={SIDE} height={SIDE} className={cn('size-10', isUnreadable && 'hidden')} />
    </span>
  );
}

/** Whole, in the middle. */
function draw(bitmap: ImageBitmap, canvas: HTMLCanvasElement): void {
  const scale = Math.min(1, SIDE / Math.max(bitmap.width, bitmap.height));
  const [width, height] = [bitmap.width * scale, bitmap.height * scale];
  canvas.getContext('2d')?.drawImage(bitmap, (SIDE - width) / 2, (SIDE - height) / 2, width, height);
}
