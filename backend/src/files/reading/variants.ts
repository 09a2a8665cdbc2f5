import type { Request } from 'express';

const FORMATS = { 'image/webp': 'webp', 'image/avif': 'avif' } as const;

/**
 * The names under which a variant may be in the store, the preferred ones first: as it is called, else in a format. Whoever names none gets
 * WebP, which more programs read.
 */
export function namesOf(variant: string, request: Pick<Request, 'accepts'>): string[] {
  const preferred = request.accepts(Object.keys(FORMATS));
  const formats = preferred === 'image/avif' ? ['avif', 'webp'] : ['webp', 'avif'];
  return [variant, ...formats.map((format) => `${variant}.${format}`)];
}
