import { customEmojiId } from '@hearth/contract';
import { Suspense } from 'react';
import { CustomEmoji } from '@/features/emoji/components';

/** What somebody reacted with; what it is called stands beside it. */
export function ReactionEmoji({ emoji }: { emoji: string }) {
  const id = customEmojiId(emoji);
  if (id === null) return emoji;
  return (
    <Suspense fallback={<span className="inline-block size-[1lh]" />}>
      <CustomEmoji id={id} name={emoji.split(':')[0] ?? ''} silent />
    </Suspense>
  );
}
