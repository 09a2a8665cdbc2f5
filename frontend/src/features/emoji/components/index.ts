import { lazyPart } from '@/lib/lazy-part';

export type { EmojiPickerProps } from './EmojiPicker';

/** Every emoji, to choose one. Its names come with it. */
export const EmojiPicker = /* @__PURE__ */ lazyPart(() => import('./EmojiPicker'));
