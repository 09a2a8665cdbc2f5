import { listAuditLog, type AuditAction } from '@hearth/contract';
import type { TestApp } from '../harness.js';
import type { TestServer } from './servers.js';

/** What the audit log of a server keeps of one kind of act, the newest first, as its owner reads it. */
export async function actsOf(hearth: TestApp, { id: serverId, owner }: TestServer, action: AuditAction) {
  const { entries } = await hearth.api.as(owner).call(listAuditLog, { params: { serverId }, query: { action } });
  return entries.map(({ actorId, targetId, targetName, changes, reason }) => ({ actorId, targetId, targetName, changes, reason }));
}
