import { useMediaQuery } from '@/lib/use-media-query';

/** A thumb has no Shift+Enter: there Enter breaks the line, and a button sends or saves. */
export const useByThumb = (): boolean => useMediaQuery('(pointer: coarse) and (hover: none)');
