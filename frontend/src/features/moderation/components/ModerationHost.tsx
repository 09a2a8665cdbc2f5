import { Suspense } from 'react';
import { managementScreen } from '@/i18n';
import { endAct, useActs } from '../acts-store';

const ModerationDialogs = /* @__PURE__ */ managementScreen(() => import('./ModerationDialogs'));

/** Shows whichever dialog was asked for, outside of what asked: menus are gone by then. */
export function ModerationHost() {
  const { act, open, count } = useActs();
  return <Suspense>{act && <ModerationDialogs key={count} act={act} open={open} onOpenChange={(next) => !next && endAct()} />}</Suspense>;
}
