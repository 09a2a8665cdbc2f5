import type { Session } from '@hearth/contract';
import type { Request } from 'express';

/** What a session remembers of where it is used. */
export interface Device {
  userAgent: string;
  address: string;
}

type Names = readonly (readonly [pattern: RegExp, name: string])[];

// Order matters: browsers also carry the names of those that they descend from.
const browsers: Names = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\b(OPR|Opera)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|Chromium|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const systems: Names = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMac(intosh| OS X)\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
];

const MAX_USER_AGENT = 400;

const nameIn = (names: Names, userAgent: string) => names.find(([pattern]) => pattern.test(userAgent))?.[1];

/** What its owner recognises it by, such as Firefox and Windows. */
export const deviceNames = (userAgent: string): Pick<Session, 'browser' | 'system'> => ({
  browser: nameIn(browsers, userAgent) ?? /^[\w.-]{1,40}(?=\/)/.exec(userAgent)?.[0] ?? null,
  system: nameIn(systems, userAgent) ?? null,
});

export const deviceOf = (request: Request): Device => ({
  userAgent: (request.headers['user-agent'] ?? '').slice(0, MAX_USER_AGENT),
  // IPv4 arrives in IPv6 clothing on a socket that listens on both.
  address: (request.ip ?? 'unknown').replace(/^::ffff:/, ''),
});
