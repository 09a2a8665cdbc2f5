import { lazyPart } from '@/lib/lazy-part';
export { RelationshipMenuItems } from './RelationshipMenuItems';
export { useRelationshipActs } from './use-relationship-acts';

export const FriendsPage = /* @__PURE__ */ lazyPart(() => import('./FriendsPage'));
