/*
 * Times and numbers for people, by Intl alone. Each takes the locale, and the moment it is now where that matters, so that
 * they are pure. Intl's formatters are dear to make and are kept.
 */

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
const MONTH = 30 * DAY;
const YEAR = 365 * DAY;

const dateTimeFormats = new Map<string, Intl.DateTimeFormat>();

function dateTimeFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = dateTimeFormats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, options);
  dateTimeFormats.set(key, made);
  return made;
}

/** 14:05 or 2:05 PM, as the locale writes it. */
export function formatTime(date: Date, locale: string, timeZone?: string): string {
  return dateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone }).format(date);
}

/** Weekday, date and time in full, for the title of a shortened time. */
export function formatExact(date: Date, locale: string, timeZone?: string): string {
  return withWeekday(date, locale, { timeStyle: 'short', timeZone });
}

/** Intl puts the year of a Persian date first where the weekday is in it; people write it last, as Intl does without the weekday. */
function withWeekday(date: Date, locale: string, options: Intl.DateTimeFormatOptions): string {
  if (!isPersian(locale)) return dateTimeFormat(locale, { dateStyle: 'full', ...options }).format(date);
  const weekday = dateTimeFormat(locale, { weekday: 'long', timeZone: options.timeZone }).format(date);
  return `${weekday} ${dateTimeFormat(locale, { dateStyle: 'long', ...options }).format(date)}`;
}

const isPersian = (locale: string): boolean => locale === 'fa' || locale.startsWith('fa-');

/** Date and time in digits. Intl parts them by a Latin comma in Persian. */
function inDigits(date: Date, locale: string, options: Intl.DateTimeFormatOptions): string {
  const text = dateTimeFormat(locale, { dateStyle: 'short', ...options }).format(date);
  return isPersian(locale) ? text.replace(',', '،') : text;
}

/** A day as the zone counts days: `2026-11-21`. Equal for two moments of one day. */
export function dayKey(date: Date, timeZone?: string): string {
  return dateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone }).format(date);
}

/** Whole days from the day of `date` to the day of `now`. */
function daysBetween(date: Date, now: Date, timeZone?: string): number {
  return Math.round((Date.parse(dayKey(now, timeZone)) - Date.parse(dayKey(date, timeZone))) / (DAY * 1000));
}

/** "Today", "Yesterday", then the weekday and date, with the year when it is another. For day separators. */
export function formatDay(date: Date, now: Date, locale: string, timeZone?: string): string {
  const days = daysBetween(date, now, timeZone);
  if (days === 0 || days === 1) return capitalise(new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-days, 'day'), locale);
  const text = isSameYear(date, now, locale, timeZone)
    ? dateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone }).format(date)
    : withWeekday(date, locale, { timeZone });
  return capitalise(text, locale);
}

/** Years as the calendar of the locale counts them: Persian ones begin in March. */
function isSameYear(date: Date, now: Date, locale: string, timeZone?: string): boolean {
  const years = dateTimeFormat(locale, { year: 'numeric', timeZone });
  return years.format(date) === years.format(now);
}

/** The time for today, else the day and the time: what stands beside a name. */
export function formatStamp(date: Date, now: Date, locale: string, timeZone?: string): string {
  const days = daysBetween(date, now, timeZone);
  if (days === 0) return formatTime(date, locale, timeZone);
  if (days === 1) return `${formatDay(date, now, locale, timeZone)} ${formatTime(date, locale, timeZone)}`;
  return inDigits(date, locale, { timeStyle: 'short', timeZone });
}

/** A time to come: the time for today, then the day and the time, then the date. */
export function formatUpcoming(date: Date, now: Date, locale: string, timeZone?: string): string {
  const days = -daysBetween(date, now, timeZone);
  if (days === 0) return formatTime(date, locale, timeZone);
  const tomorrow = () => capitalise(new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(1, 'day'), locale);
  if (days === 1) return `${tomorrow()} ${formatTime(date, locale, timeZone)}`;
  const weekday = () => capitalise(dateTimeFormat(locale, { weekday: 'long', timeZone }).format(date), locale);
  if (days > 1 && days < 7) return `${weekday()} ${formatTime(date, locale, timeZone)}`;
  return inDigits(date, locale, { timeStyle: 'short', timeZone });
}

/** The day with its year: since when somebody is here. */
export function formatDate(date: Date, locale: string, timeZone?: string): string {
  return dateTimeFormat(locale, { dateStyle: 'medium', timeZone }).format(date);
}

/** The month with its year, under which things are listed. */
export function formatMonth(date: Date, locale: string, timeZone?: string): string {
  return capitalise(dateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone }).format(date), locale);
}

/** As short as a list needs it: the time for today, then the day, then the date. */
export function formatShort(date: Date, now: Date, locale: string, timeZone?: string): string {
  const days = daysBetween(date, now, timeZone);
  if (days <= 0) return formatTime(date, locale, timeZone);
  if (days === 1) return formatDay(date, now, locale, timeZone);
  if (days < 7) return dateTimeFormat(locale, { weekday: 'short', timeZone }).format(date);
  if (!isSameYear(date, now, locale, timeZone)) return inDigits(date, locale, { timeZone });
  return dateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone }).format(date);
}

const units: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', YEAR],
  ['month', MONTH],
  ['week', WEEK],
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
];

/** "5 minutes ago", "in 2 days", "now" within a minute. */
export function formatRelative(date: Date, now: Date, locale: string, style: Intl.RelativeTimeFormatStyle = 'long'): string {
  const seconds = (date.getTime() - now.getTime()) / 1000;
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style });
  const unit = units.find(([, length]) => Math.abs(seconds) >= length);
  return unit ? format.format(Math.trunc(seconds / unit[1]), unit[0]) : format.format(0, 'second');
}

const lengths: readonly (readonly ['day' | 'hour' | 'minute' | 'second', number])[] = [
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
  ['second', 1],
];

/** "5 minutes", "2 days": in the largest unit that it fills, whole, and never less than it is. */
export function formatDuration(seconds: number, locale: string): string {
  const [unit, length] = lengths.find(([, one]) => seconds >= one) ?? (['second', 1] as const);
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(Math.ceil(seconds / length));
}

/** What is left of a short time, as clocks show it: "0:42", "12:05", "1:00:00". */
export function formatCountdown(seconds: number, locale: string): string {
  const whole = Math.max(0, Math.ceil(seconds));
  const parts = [Math.floor(whole / HOUR), Math.floor((whole % HOUR) / MINUTE), whole % MINUTE];
  const two = new Intl.NumberFormat(locale, { minimumIntegerDigits: 2 });
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, index) => (index === 0 ? formatNumber(part, locale) : two.format(part))).join(':');
}

const numberFormats = new Map<string, Intl.NumberFormat>();

export function formatNumber(value: number, locale: string): string {
  const known = numberFormats.get(locale);
  if (known) return known.format(value);
  const made = new Intl.NumberFormat(locale);
  numberFormats.set(locale, made);
  return made.format(value);
}

/** A part of one as a whole number of hundredths. */
export function formatPercent(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'percent' }).format(value);
}

const sizes = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
const KIBI = 1_024;

/** "256 kB", "1.5 MB": the size of a file, in steps of 1,024 as the systems count that people have. */
export function formatBytes(bytes: number, locale: string): string {
  const step = Math.min(sizes.length - 1, Math.floor(Math.log(Math.max(1, bytes)) / Math.log(KIBI)));
  // The short form of bytes has no plural.
  const options = { style: 'unit', unit: sizes[step], unitDisplay: step === 0 ? 'long' : 'short', maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(locale, options).format(bytes / KIBI ** step);
}

/** 1.2K, 3M: for counts where the exact number does not matter. */
export function formatCompact(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 }).format(value);
}

function capitalise(text: string, locale: string): string {
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}
