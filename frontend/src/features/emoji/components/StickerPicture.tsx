import type { MessageSticker } from '@hearth/contract';
import { Sticker } from 'lucide-react';
import { usePicture } from '@/features/expressions';
import { Icon, Tooltip } from '@/ui';

export interface StickerPictureProps {
  sticker: MessageSticker;
  /** On a control that is called so. */
  silent?: boolean;
}

/** As large as the box around it. What is there no more says what it was called. */
export default function StickerPicture({ sticker: { id, name, animated }, silent = false }: StickerPictureProps) {
  const { src, onError } = usePicture(id, animated);
  if (src === undefined)
    return (
      <span className="flex size-full flex-col items-center justify-center gap-2 rounded-card border border-dashed border-line p-3 text-center text-ui text-fg-subtle">
        <Icon icon={Sticker} />
        <bdi className="line-clamp-3 max-w-full wrap-anywhere">{name}</bdi>
      </span>
    );
  const image = (
    <img
      src={src}
      alt={silent ? '' : name}
      loading="lazy"
      decoding="async"
      draggable={false}
      onError={onError}
      className="size-full object-contain"
    />
  );
  return silent ? image : <Tooltip content={name}>{image}</Tooltip>;
}
