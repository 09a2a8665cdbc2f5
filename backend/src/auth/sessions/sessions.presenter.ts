import type { Session } from '@hearth/contract';
import type { Session as SessionModel } from '../../generated/prisma/client.js';
import { deviceName } from './device.js';

export const presentSession = (session: SessionModel, currentId: string): Session => ({
  id: session.id.toString(),
  device: deviceName(session.userAgent),
  address: session.address,
  createdAt: session.createdAt.toISOString(),
  lastUsedAt: session.lastUsedAt.toISOString(),
  current: session.id.toString() === currentId,
});
