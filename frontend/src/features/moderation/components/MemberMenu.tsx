import { Suspense } from 'react';
import { managementScreen } from '@/i18n';
import type { MemberMenuItemsProps } from './MemberMenuItems';

const Items = /* @__PURE__ */ managementScreen(() => import('./MemberMenuItems'));

/** What can be done about a member, inside a Menu or a ContextMenu; what it takes is loaded when the menu first opens. */
export function MemberMenuItems(props: MemberMenuItemsProps) {
  return (
    <Suspense>
      <Items {...props} />
    </Suspense>
  );
}
