export { compareNames } from './compare-names';
export { errorText, useErrorText } from './error-text';
export { currentLanguage, speak, startI18n } from './i18n';
export { nameOf } from './name-of';
export { managementScreen } from './management-screen';
export { directionOf, isLanguage, languageCodes, languages, localeFor, type Language } from './languages';
export { TextsProvider, useTranslation } from './use-translation';
export { useErrorToast } from './use-error-toast';
export { useFormat } from './use-format';
