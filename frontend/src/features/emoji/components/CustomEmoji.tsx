import { heldExpressions, usePicture } from '@/features/expressions';
import { Tooltip } from '@/ui';

export interface CustomEmojiProps {
  id: string;
  name: string;
  /** Beside its name: the picture says nothing. */
  silent?: boolean;
}

/** A custom emoji, as high as a line of the text around it; its name where there is no picture of it any more. */
export default function CustomEmoji({ id, name, silent = false }: CustomEmojiProps) {
  const label = `:${name}:`;
  const { src, onError } = usePicture(id, heldExpressions()?.find((one) => one.id === id)?.animated);
  if (src === undefined) return <bdi className={silent ? 'truncate' : 'in-[.text-emoji]:text-body'}>{label}</bdi>;
  const image = (
    <img src={src} alt={silent ? '' : label} loading="lazy" decoding="async" draggable={false} onError={onError} className={emojiBox} />
  );
  return silent ? image : <Tooltip content={label}>{image}</Tooltip>;
}

const emojiBox = 'inline-block size-[1lh] object-contain align-bottom';
