import type { ExpressionType } from '@hearth/contract';

/** As it is written in messages: an emoji between colons. */
export const writtenName = (type: ExpressionType, name: string): string => (type === 'EMOJI' ? `:${name}:` : name);

export function ExpressionName({ type, name }: { type: ExpressionType; name: string }) {
  return <bdi dir={type === 'EMOJI' ? 'ltr' : undefined}>{writtenName(type, name)}</bdi>;
}
