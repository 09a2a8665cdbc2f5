import { isLanguage, languageCodes, languages, useErrorToast, useTranslation } from '@/i18n';
import { RadioGroup } from '@/ui';
import { useSettings, useUpdateSettings } from '@/features/settings';

const BROWSER = 'browser';

export default function LanguageSettings() {
  const { t } = useTranslation();
  const toast = useErrorToast();
  const settings = useSettings();
  const update = useUpdateSettings();
  const choose = (value: string) =>
    update.mutate({ language: isLanguage(value) ? value : null }, { onError: (error) => toast(t('settings.notSaved'), error) });
  return (
    <RadioGroup
      label={t('language.label')}
      value={settings.language ?? BROWSER}
      onValueChange={choose}
      options={[
        { value: BROWSER, label: t('language.browser'), hint: t('language.browserHint') },
        ...languageCodes.map((code) => ({ value: code, label: languages[code].name, lang: code })),
      ]}
    />
  );
}
