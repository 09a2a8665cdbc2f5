import { useMemo } from 'react';
import { useTranslation } from './use-translation';
import {
  formatBytes,
  formatCountdown,
  formatDate,
  formatDay,
  formatDuration,
  formatExact,
  formatMonth,
  formatNumber,
  formatPercent,
  formatRelative,
  formatShort,
  formatStamp,
  formatTime,
  formatUpcoming,
} from '@/lib/format';
import { isolated } from './i18n';
import { isLanguage, localeFor } from './languages';

/** Times (ISO strings or Unix milliseconds) and numbers, as the person's language writes them. */
export function useFormat() {
  const { i18n } = useTranslation();
  const { language } = i18n;
  return useMemo(() => formatsFor(isLanguage(language) ? localeFor(language, navigator.languages) : 'en'), [language]);
}

const isSaid = (fact: string | null | false | undefined): fact is string => typeof fact === 'string' && fact !== '';

const formatsFor = (locale: string) => ({
  time: (at: string | number) => formatTime(new Date(at), locale),
  exact: (at: string | number) => formatExact(new Date(at), locale),
  date: (at: string | number) => formatDate(new Date(at), locale),
  month: (at: string | number) => formatMonth(new Date(at), locale),
  day: (at: string | number) => formatDay(new Date(at), new Date(), locale),
  short: (at: string | number) => formatShort(new Date(at), new Date(), locale),
  stamp: (at: string | number) => formatStamp(new Date(at), new Date(), locale),
  upcoming: (at: string | number) => formatUpcoming(new Date(at), new Date(), locale),
  relative: (at: string | number) => formatRelative(new Date(at), new Date(), locale),
  duration: (seconds: number) => formatDuration(seconds, locale),
  countdown: (seconds: number) => formatCountdown(seconds, locale),
  number: (value: number) => formatNumber(value, locale),
  bytes: (value: number) => formatBytes(value, locale),
  percent: (value: number) => formatPercent(value, locale),
  list: (items: readonly string[]) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(items.map(isolated)),
  /** Facts side by side, without those that are not known. */
  facts: (...facts: readonly (string | null | false | undefined)[]) => facts.filter(isSaid).map(isolated).join(' · '),
});
