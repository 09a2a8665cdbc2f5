import type { Channel } from '@hearth/contract';

export function buildChannel({ id, ...rest }: Pick<Channel, 'id'> & Partial<Channel>): Channel {
  return {
    id,
    serverId: '10',
    type: 'TEXT',
    name: `channel ${id}`,
    topic: null,
    parentId: null,
    position: 0,
    overwrites: [],
    lastSeq: 0,
    version: 0,
    lastMessageAt: null,
    slowmode: 0,
    createdAt: '2026-11-21T09:00:00.000Z',
    ...rest,
  };
}

export const buildThread = ({ id, ...rest }: Pick<Channel, 'id'> & Partial<Channel>): Channel =>
  buildChannel({
    id,
    type: 'THREAD',
    thread: { ownerId: '101', archivedAt: null, autoArchive: 4_320, locked: false, tagIds: [], pinnedAt: null },
    ...rest,
  });
