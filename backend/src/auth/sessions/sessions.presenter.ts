import type { Session } from '@hearth/contract';
import { deviceNames } from './device.js';

export interface SessionRow {
  id: bigint;
  userAgent: string;
  address: string;
  createdAt: Date;
  lastUsedAt: Date;
}

export const presentSession = (session: SessionRow, currentId: string): Session => ({
  id: session.id.toString(),
  ...deviceNames(session.userAgent),
  address: session.address,
  createdAt: session.createdAt.toISOString(),
  lastUsedAt: session.lastUsedAt.toISOString(),
  current: session.id.toString() === currentId,
});
