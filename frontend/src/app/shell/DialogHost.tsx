import { lazy, Suspense } from 'react';
import { useDialogs } from '../dialogs-store';

const RequestedDialog = lazy(() => import('./RequestedDialog'));

/** Shows whichever dialog was asked for, outside of what asked: menus are gone by then. */
export function DialogHost() {
  const { request, open, count } = useDialogs();
  return <Suspense>{request && <RequestedDialog key={count} request={request} open={open} />}</Suspense>;
}
