import { limits } from '@hearth/contract';

const { avatar, banner } = limits.pictures;

/** What a picture is of, which decides its shape and how it is spoken of. */
export type PictureOf = 'avatar' | 'icon' | 'banner';

export const shapes = {
  avatar: { size: avatar, mask: 'rounded-full' },
  icon: { size: avatar, mask: 'rounded-dialog' },
  banner: { size: banner, mask: 'rounded-card' },
} as const;

export const ratioOf = (of: PictureOf): number => shapes[of].size.width / shapes[of].size.height;
