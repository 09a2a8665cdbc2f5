import { defaultSettings, settings, type Settings } from '@hearth/contract';

const known = settings.partial().strict();

const isKnown = ([name, value]: [string, unknown]): boolean => known.safeParse({ [name]: value }).success;

/** Stored settings over the defaults. What an older or newer version stored and this one does not know is left out. */
export function presentSettings(stored: unknown): Settings {
  const chosen: Partial<Settings> = Object.fromEntries(Object.entries(stored ?? {}).filter(isKnown));
  return { ...defaultSettings, ...chosen };
}
