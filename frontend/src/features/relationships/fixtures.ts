import type { Relationship, RelationshipType } from '@hearth/contract';

interface Input {
  id: string;
  type?: RelationshipType | null;
  ignored?: boolean;
  createdAt?: string;
}

export const buildRelationship = ({
  id,
  type = 'FRIEND',
  ignored = false,
  createdAt = '2026-11-21T09:00:00.000Z',
}: Input): Relationship => ({
  user: { id, username: `user${id}`, displayName: `User ${id}`, avatar: null },
  type,
  ignored,
  createdAt,
});
