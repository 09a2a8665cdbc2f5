import { characterCount, limits } from '@hearth/contract';

/** Whether a message may say this: nothing at all only beside files. */
export const fits = (content: string, hasFiles: boolean): boolean =>
  (hasFiles || content.trim() !== '') && characterCount(content.trim()) <= limits.content;
