import type { Relationship, RelationshipType } from '@hearth/contract';
import { presentUserSummary, type UserSummaryRow } from '../users/users.service.js';

export interface RelationshipRow {
  type: RelationshipType | null;
  ignored: boolean;
  createdAt: Date;
  other: UserSummaryRow;
}

export const presentRelationship = ({ other, type, ignored, createdAt }: RelationshipRow): Relationship => ({
  user: presentUserSummary(other),
  type,
  ignored,
  createdAt: createdAt.toISOString(),
});
