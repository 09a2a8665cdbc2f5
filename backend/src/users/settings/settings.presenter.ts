import { defaultSettings, settings, type Settings } from '@hearth/contract';

/** Stored settings over the defaults. What an older or newer version stored and this one does not know is left out. */
export function presentSettings(stored: unknown): Settings {
  const known = Object.entries(settings.shape).flatMap(([name, schema]) => {
    const value = schema.safeParse(propertyOf(stored, name));
    return value.success ? [[name, value.data]] : [];
  });
  return { ...defaultSettings, ...Object.fromEntries(known) };
}

function propertyOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
