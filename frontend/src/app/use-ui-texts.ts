import { useMemo } from 'react';
import { useFormat, useTranslation } from '@/i18n';
import type { UiLabels } from '@/ui';

/** The words that primitives say by themselves. */
export function useUiTexts(): UiLabels {
  const { t } = useTranslation();
  const format = useFormat();
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
      noColor: t('ui.noColor'),
      chooseColor: t('ui.chooseColor'),
      customColor: t('ui.customColor'),
      wrongColor: t('ui.wrongColor'),
      deny: t('ui.deny'),
      inherit: t('ui.inherit'),
      allow: t('ui.allow'),
      clear: t('ui.clear'),
      showChoices: t('ui.showChoices'),
      nothingFound: t('ui.nothingFound'),
      remove: (name) => t('ui.remove', { name }),
      showMore: t('common.showMore'),
      from: t('ui.from'),
      to: t('ui.to'),
      endBeforeStart: t('ui.endBeforeStart'),
      reorder: (name) => t('ui.reorder', { name }),
      reorderHint: t('ui.reorderHint'),
      lifted: (name, position, count) => t('ui.lifted', { name, position, count }),
      movedTo: (name, position, count) => t('ui.movedTo', { name, position, count }),
      dropped: (name, position, count) => t('ui.dropped', { name, position, count }),
      putBack: (name) => t('ui.putBack', { name }),
      unsavedChanges: t('ui.unsavedChanges'),
      saveFirst: t('ui.saveFirst'),
      reset: t('ui.reset'),
      save: t('ui.save'),
      stepDone: t('ui.stepDone'),
      number: format.number,
    }),
    [t, format],
  );
}
