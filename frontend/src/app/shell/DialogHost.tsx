import { Suspense } from 'react';
import { lazyPart } from '@/lib/lazy-part';
import { useDialogs } from '../dialogs-store';

const RequestedDialog = lazyPart(() => import('./RequestedDialog'));

/** Shows whichever dialog was asked for, outside of what asked: menus are gone by then. */
export function DialogHost() {
  const { request, open, count } = useDialogs();
  return <Suspense>{request && <RequestedDialog key={count} request={request} open={open} />}</Suspense>;
}
