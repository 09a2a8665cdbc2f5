import type { ErrorCode } from '@hearth/contract';
import type { TFunction } from 'i18next';
import { ApiError } from '@/api';
import { errorText } from '@/i18n';

const texts = {
  CONFLICT: 'friends.changed',
  LIMIT_REACHED: 'friends.limit',
} as const satisfies Partial<Record<ErrorCode, string>>;

const isTold = (code: ErrorCode): code is keyof typeof texts => Object.hasOwn(texts, code);

/** Why something about a person was refused, in the words of this place. */
export function failureText(t: TFunction, error: unknown): string {
  return error instanceof ApiError && isTold(error.code) ? t(texts[error.code]) : errorText(t, error);
}

/** Of a request by name: a name that nobody has reads like one of somebody who takes no requests. */
export function requestFailureText(t: TFunction, error: unknown): string {
  if (!(error instanceof ApiError)) return failureText(t, error);
  if (error.code === 'NOT_FOUND') return t('friends.notFound');
  if (error.code === 'CONFLICT') return t('friends.unblockFirst');
  return failureText(t, error);
}
