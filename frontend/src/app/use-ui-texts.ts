import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { UiLabels } from '@/ui';

/** The words that primitives say by themselves. */
export function useUiTexts(): UiLabels {
  const { t } = useTranslation();
  return useMemo(
    () => ({
      close: t('common.close'),
      cancel: t('common.cancel'),
      dismiss: t('common.dismiss'),
      retry: t('common.retry'),
      loading: t('common.loading'),
      copy: t('common.copy'),
      copied: t('common.copied'),
      showPassword: t('common.showPassword'),
      hidePassword: t('common.hidePassword'),
      optional: t('common.optional'),
      notifications: t('common.notifications'),
      typeToConfirm: (text) => t('common.typeToConfirm', { text }),
      online: t('status.online'),
      idle: t('status.idle'),
      dnd: t('status.dnd'),
      offline: t('status.offline'),
    }),
    [t],
  );
}
