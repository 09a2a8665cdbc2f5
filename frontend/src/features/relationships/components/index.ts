import { lazy } from 'react';

export { RelationshipMenuItems } from './RelationshipMenuItems';
export { useRelationshipActs } from './use-relationship-acts';

export const FriendsPage = /* @__PURE__ */ lazy(() => import('./FriendsPage'));
