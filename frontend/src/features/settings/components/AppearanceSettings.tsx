import type { Settings } from '@hearth/contract';
import { useState } from 'react';
import { useErrorToast, useFormat, useTranslation } from '@/i18n';
import { RadioGroup, Slider, Switch } from '@/ui';
import { useSettings, useUpdateSettings } from '@/features/settings';

const FONT_SIZES = { min: 12, max: 24 } as const;

const themes: readonly Settings['theme'][] = ['system', 'light', 'dark'];

/** How Hearth looks to this person; takes effect at once. */
export default function AppearanceSettings() {
  const { t } = useTranslation();
  const settings = useSettings();
  const change = useChangeSettings();
  return (
    <div className="flex flex-col gap-8">
      <RadioGroup
        label={t('appearance.theme')}
        value={settings.theme}
        onValueChange={(theme) => change({ theme })}
        options={themes.map((theme) => ({ value: theme, label: t(`appearance.themes.${theme}`) }))}
      />
      <FontSize fontSize={settings.fontSize} onChange={(fontSize) => change({ fontSize })} />
      <Switch
        label={t('appearance.contrast')}
        hint={t('appearance.contrastHint')}
        checked={settings.contrast === 'high'}
        onCheckedChange={(high) => change({ contrast: high ? 'high' : 'system' })}
      />
      <Switch
        label={t('appearance.lessMotion')}
        hint={t('appearance.lessMotionHint')}
        checked={settings.reducedMotion === 'on'}
        onCheckedChange={(reduced) => change({ reducedMotion: reduced ? 'on' : 'system' })}
      />
      <Switch
        label={t('appearance.linkPreviews')}
        hint={t('appearance.linkPreviewsHint')}
        checked={settings.linkPreviews}
        onCheckedChange={(linkPreviews) => change({ linkPreviews })}
      />
    </div>
  );
}

/** The page grows when the hand lets go: under the hand it would run away from it. */
function FontSize({ fontSize, onChange }: { fontSize: number; onChange: (fontSize: number) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [value, setValue] = useState(fontSize);
  const [stored, setStored] = useState(fontSize);
  if (stored !== fontSize) {
    setStored(fontSize);
    setValue(fontSize);
  }
  return (
    <Slider
      label={t('appearance.fontSize')}
      {...FONT_SIZES}
      value={value}
      onValueChange={setValue}
      onValueCommitted={onChange}
      formatValue={(size) => t('appearance.pixels', { size: format.number(size) })}
    />
  );
}

function useChangeSettings() {
  const { t } = useTranslation();
  const toast = useErrorToast();
  const update = useUpdateSettings();
  return (changed: Partial<Settings>) => update.mutate(changed, { onError: (error) => toast(t('settings.notSaved'), error) });
}
