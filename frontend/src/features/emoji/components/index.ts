import { lazyPart } from '@/lib/lazy-part';

/** Every emoji, to choose one. Its names come with it. */
export const EmojiPicker = /* @__PURE__ */ lazyPart(() => import('./EmojiPicker'));
