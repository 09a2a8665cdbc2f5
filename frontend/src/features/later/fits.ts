import { characterCount, limits } from '@hearth/contract';

/** Whether a message may say this. */
export const fits = (content: string): boolean => content.trim() !== '' && characterCount(content.trim()) <= limits.content;
