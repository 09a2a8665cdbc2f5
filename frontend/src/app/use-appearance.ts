import type { Settings } from '@hearth/contract';
import { useEffect } from 'react';
import { useConnection } from '@/features/connection';
import { useSettings } from '@/features/settings';
import { currentLanguage, directionOf, speak, type Language, useTranslation } from '@/i18n';
import { applyAppearance, FONT_SIZE, type Appearance } from '@/lib/appearance';

/** Pixels of message text where the whole page has its normal size. */
const NORMAL_TEXT = 15;

/** The whole page scales with the text of messages. */
const appearanceOf = (settings: Settings, language: Language): Appearance => ({
  theme: settings.theme,
  contrast: settings.contrast,
  fontSize: (settings.fontSize / NORMAL_TEXT) * FONT_SIZE.normal,
  motion: settings.reducedMotion === 'on' ? 'reduced' : 'system',
  dir: directionOf(language),
  lang: language,
});

/** Makes the page look and speak as the account wishes. Until its settings are known, the page stays as the last visit left it. */
export function useAppearance(): void {
  const { i18n } = useTranslation();
  const settings = useSettings();
  const { hasLoaded } = useConnection();
  const language = i18n.language;

  useEffect(() => {
    if (hasLoaded) void speak(settings.language);
  }, [hasLoaded, settings.language]);

  useEffect(() => {
    const spoken = currentLanguage();
    document.documentElement.lang = spoken;
    document.documentElement.dir = directionOf(spoken);
    if (hasLoaded) applyAppearance(appearanceOf(settings, spoken));
  }, [hasLoaded, settings, language]);
}
