import { json } from 'express';
import { limits } from '@hearth/contract';

interface ReviverContext {
  source?: string;
}

/** Clients that write snowflakes as JSON numbers would lose their last digits: whole numbers beyond 2^53 stay text. */
export function keepLargeIntegers(_key: string, value: unknown, context?: ReviverContext): unknown {
  if (typeof value !== 'number' || Number.isSafeInteger(value)) return value;
  return context?.source !== undefined && /^-?\d+$/.test(context.source) ? context.source : value;
}

export const jsonBody = () => json({ limit: limits.frameBytes, reviver: keepLargeIntegers });
