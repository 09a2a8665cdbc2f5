import type { MessageSticker } from '@hearth/contract';
import { Suspense } from 'react';
import { StickerPicture } from '@/features/emoji/components';

/** The sticker of a message. Its place is there from the start. */
export const StickerBox = ({ sticker }: { sticker: MessageSticker }) => (
  <div className="my-0.5 size-40 max-w-full">
    <Suspense>
      <StickerPicture sticker={sticker} />
    </Suspense>
  </div>
);
