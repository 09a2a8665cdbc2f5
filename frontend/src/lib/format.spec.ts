import { describe, expect, test } from '@jest/globals';
import {
  dayKey,
  formatBytes,
  formatCompact,
  formatCountdown,
  formatDay,
  formatDuration,
  formatExact,
  formatNumber,
  formatRelative,
  formatShort,
  formatStamp,
  formatTime,
  formatUpcoming,
} from './format';

const ZONE = 'Europe/Berlin';
const now = new Date('2026-11-21T20:47:00Z');
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);
const DAY = 86_400;

/** Intl puts narrow no-break spaces into times. */
const plain = (text: string) => text.replace(/[\u202f\u00a0]/g, ' ');

describe('times', () => {
  test.each([
    ['en-GB', '21:47'],
    ['en-US', '9:47 PM'],
    ['ru', '21:47'],
    ['fa', '۲۱:۴۷'],
  ])('formatTime in %s', (locale, expected) => {
    expect(plain(formatTime(now, locale, ZONE))).toBe(expected);
  });

  test.each([
    ['today', 3_600, '22:47'],
    ['tomorrow', 12 * 3_600, 'Tomorrow 9:47'],
    ['this week', 3 * DAY, 'Tuesday 21:47'],
    ['later', 10 * DAY, '01/12/2026, 21:47'],
  ])('formatUpcoming, %s', (_, seconds, expected) => {
    expect(plain(formatUpcoming(ago(-seconds), now, 'en-GB', ZONE))).toBe(expected);
  });

  test('formatExact says all of it', () => {
    expect(plain(formatExact(now, 'en-GB', ZONE))).toBe('Saturday, 21 November 2026 at 21:47');
  });

  test('the zone decides the day', () => {
    const midnight = new Date('2026-11-21T23:30:00Z');
    expect(dayKey(midnight, 'UTC')).toBe('2026-11-21');
    expect(dayKey(midnight, ZONE)).toBe('2026-11-22');
  });

  test.each([
    [0, 'en', 'Today'],
    [DAY, 'en', 'Yesterday'],
    [DAY, 'ru', 'Вчера'],
    [2 * DAY, 'en-GB', 'Thursday 19 November'],
    [400 * DAY, 'en-GB', 'Friday 17 October 2025'],
  ])('formatDay %s seconds ago in %s', (seconds, locale, expected) => {
    expect(formatDay(ago(seconds), now, locale, ZONE).replace(',', '')).toBe(expected);
  });

  test.each([
    [2 * DAY, 'پنجشنبه ۲۸ آبان'],
    [200 * DAY, 'سه‌شنبه ۱۵ اردیبهشت'],
    // 19 March 2026 is of the Persian year 1404.
    [247 * DAY, 'پنجشنبه ۲۸ اسفند ۱۴۰۴'],
  ])('formatDay %s seconds ago in Persian, by its calendar', (seconds, expected) => {
    expect(formatDay(ago(seconds), now, 'fa', ZONE)).toBe(expected);
  });

  test('formatExact puts the Persian year last, and a stamp parts by a Persian comma', () => {
    expect(formatExact(now, 'fa', ZONE)).toBe('شنبه ۳۰ آبان ۱۴۰۵ ساعت ۲۱:۴۷');
    expect(formatStamp(ago(3 * DAY), now, 'fa', ZONE)).toBe('۱۴۰۵/۸/۲۷، ۲۱:۴۷');
  });

  test.each([
    [0, 'ru', '21:47'],
    [3 * DAY, 'ru', 'ср'],
    [30 * DAY, 'ru', '22 окт.'],
    [400 * DAY, 'ru', '17.10.2025'],
    [400 * DAY, 'fa', '۱۴۰۴/۷/۲۵'],
    [400 * DAY, 'en-GB', '17/10/2025'],
  ])('formatShort %s seconds ago in %s', (seconds, locale, expected) => {
    expect(formatShort(ago(seconds), now, locale, ZONE)).toBe(expected);
  });

  test('yesterday is counted by calendar, not by 24 hours', () => {
    const justAfterMidnight = new Date('2026-11-21T23:05:00Z');
    expect(formatDay(now, justAfterMidnight, 'en', ZONE)).toBe('Yesterday');
  });

  test('the day that the clocks change is one day', () => {
    expect(formatDay(new Date('2026-10-24T12:00:00Z'), new Date('2026-10-25T23:30:00+01:00'), 'en', ZONE)).toBe('Yesterday');
  });

  test.each([
    [0, '21:47'],
    [DAY, 'Yesterday 21:47'],
    [3 * DAY, '18/11/2026, 21:47'],
  ])('formatStamp %s seconds ago', (seconds, expected) => {
    expect(plain(formatStamp(ago(seconds), now, 'en-GB', ZONE))).toBe(expected);
  });

  test.each([
    [5, 'now'],
    [90, '1 minute ago'],
    [7200, '2 hours ago'],
    [-2 * DAY, 'in 2 days'],
    [DAY, 'yesterday'],
    [8 * DAY, 'last week'],
    [800 * DAY, '2 years ago'],
  ])('formatRelative %s seconds ago', (seconds, expected) => {
    expect(formatRelative(ago(seconds), now, 'en')).toBe(expected);
  });

  test('formatRelative declines in Russian', () => {
    expect(formatRelative(ago(300), now, 'ru')).toBe('5 минут назад');
    expect(formatRelative(ago(120), now, 'ru')).toBe('2 минуты назад');
  });
});

describe('numbers', () => {
  test('formatNumber groups as the locale does', () => {
    expect(formatNumber(12_345, 'en')).toBe('12,345');
    expect(plain(formatNumber(12_345, 'ru'))).toBe('12 345');
  });

  test('formatCompact shortens', () => {
    expect(formatCompact(1234, 'en')).toBe('1.2K');
    expect(formatCompact(999, 'en')).toBe('999');
  });
});

describe('how long something takes', () => {
  test.each([
    [0, '0 seconds'],
    [5, '5 seconds'],
    [60, '1 minute'],
    [90, '2 minutes'],
    [3_600, '1 hour'],
    [28 * 86_400, '28 days'],
  ])('%i', (seconds, expected) => {
    expect(formatDuration(seconds, 'en')).toBe(expected);
  });

  test.each([
    [0, '0:00'],
    [-3, '0:00'],
    [41.2, '0:42'],
    [725, '12:05'],
    [3_600, '1:00:00'],
  ])('%f left', (seconds, expected) => {
    expect(formatCountdown(seconds, 'en')).toBe(expected);
  });
});

test.each([
  [0, 'en', '0 bytes'],
  [17, 'ar', '17 بايت'],
  [262_144, 'en', '256 kB'],
  [1_572_864, 'en', '1.5 MB'],
  [3 * 1_024 ** 4, 'en', '3,072 GB'],
  [524_288, 'ru', '512 кБ'],
])('%i bytes in %s', (bytes, locale, expected) => {
  expect(plain(formatBytes(bytes, locale))).toBe(expected);
});
