import { lazyPart } from '@/lib/lazy-part';

/** Every emoji, to choose one. Its names come with it. */
export const EmojiPicker = /* @__PURE__ */ lazyPart(() => import('./EmojiPicker'));

/** The stickers of servers, to send one. */
export const StickerPicker = /* @__PURE__ */ lazyPart(() => import('./StickerPicker'));

/** The picture of an emoji of a server. */
export const CustomEmoji = /* @__PURE__ */ lazyPart(() => import('./CustomEmoji'));

/** The picture of a sticker. */
export const StickerPicture = /* @__PURE__ */ lazyPart(() => import('./StickerPicture'));
