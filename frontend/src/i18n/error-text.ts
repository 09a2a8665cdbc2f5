import type { ErrorCode, Problem } from '@hearth/contract';
import type { TFunction } from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from './use-translation';
import { ApiError } from '@/api';
import { formatStamp } from '@/lib/format';
import { currentLanguage } from './i18n';
import { localeFor } from './languages';

/** Every code has its text: the keys of `errors` are typed, so that a code without one does not compile. A newer server may know more. */
const codeText = (t: TFunction, code: ErrorCode): string => t([`errors.${code}`, 'errors.INTERNAL']);

const SECONDS_IN_MINUTE = 60;

function rateLimitText(t: TFunction, retryAfter: number | undefined): string {
  if (retryAfter === undefined) return codeText(t, 'RATE_LIMITED');
  if (retryAfter <= SECONDS_IN_MINUTE) return t('errors.waitSeconds', { count: Math.max(1, Math.ceil(retryAfter)) });
  return t('errors.waitMinutes', { count: Math.ceil(retryAfter / SECONDS_IN_MINUTE) });
}

/** What a door that is shut now says about when it opens. */
const laterTexts = { ACCOUNT_TOO_NEW: 'errors.tooNewUntil', INVITES_PAUSED: 'errors.pausedUntil' } as const;
type LaterCode = keyof typeof laterTexts;
const isLater = (code: ErrorCode): code is LaterCode => Object.hasOwn(laterTexts, code);

const MINUTE_MS = 60_000;

function laterText(t: TFunction, code: LaterCode, retryAfter: number | undefined): string {
  if (retryAfter === undefined) return codeText(t, code);
  const now = new Date();
  // Never earlier than it is: times are shown without their seconds.
  const until = new Date(Math.ceil((now.getTime() + retryAfter * 1_000) / MINUTE_MS) * MINUTE_MS);
  return t(laterTexts[code], { when: formatStamp(until, now, localeFor(currentLanguage(), navigator.languages)) });
}

/** Whoever wrote the rule may have written for this, too. */
const blockedText = (t: TFunction, { title, detail }: Problem): string => (detail === title ? codeText(t, 'AUTOMOD_BLOCKED') : detail);

/** What went wrong and what to do, in the person's words: never a code, an id or a stack. */
export function errorText(t: TFunction, error: unknown): string {
  if (!(error instanceof ApiError)) return t('errors.network');
  if (error.code === 'AUTOMOD_BLOCKED') return blockedText(t, error.problem);
  if (isLater(error.code)) return laterText(t, error.code, error.problem.retryAfter);
  return error.code === 'RATE_LIMITED' ? rateLimitText(t, error.problem.retryAfter) : codeText(t, error.code);
}

export function useErrorText(): (error: unknown) => string {
  const { t } = useTranslation();
  return useCallback((error) => errorText(t, error), [t]);
}
