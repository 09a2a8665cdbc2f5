import type { Explanation } from '@hearth/contract';
import { useFormat, useTranslation } from '@/i18n';

type Item = Explanation['permissions'][number];

/** In a sentence what gives or denies a permission. */
export function useReasonText(serverId: string): (item: Item) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ allowed, because }) => {
    const names = because.sources.map(({ id, name }) => (id === serverId ? t('roles.everyone') : name));
    const sources = format.list(names);
    const count = names.length;
    switch (because.kind) {
      case 'OWNER':
        return t('explainer.owner');
      case 'ADMINISTRATOR':
        return t('explainer.administrator', { sources, count });
      case 'ROLE':
        return t('explainer.role', { sources, count });
      case 'OVERWRITE':
        return allowed ? t('explainer.overwriteAllows', { sources }) : t('explainer.overwriteDenies', { sources });
      case 'NO_VIEW':
        return count > 0 ? t('explainer.hiddenBy', { sources }) : t('explainer.hidden');
      case 'LOCKED':
        return t('explainer.locked');
      case 'RESTRICTED':
        return t(`explainer.restricted.${because.restriction ?? 'TIMEOUT'}`);
      case 'NOBODY':
        return t('explainer.nothing');
    }
  };
}
