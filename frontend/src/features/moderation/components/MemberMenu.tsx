import { Suspense } from 'react';
import { managementScreen, useTranslation } from '@/i18n';
import { MenuItem } from '@/ui';
import type { MemberMenuItemsProps } from './MemberMenuItems';

const Items = /* @__PURE__ */ managementScreen(() => import('./MemberMenuItems'));

/** What can be done about a member, inside a Menu or a ContextMenu; what it takes is loaded when the menu first opens. */
export default function MemberMenu(props: MemberMenuItemsProps) {
  const { t } = useTranslation();
  return (
    <Suspense fallback={<MenuItem disabled>{t('common.loading')}</MenuItem>}>
      <Items {...props} />
    </Suspense>
  );
}
