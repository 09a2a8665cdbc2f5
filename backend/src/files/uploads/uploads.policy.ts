import { hasPermission, type PermissionName } from '@hearth/contract';
import { ProblemError } from '../../http/problem.js';
import { holdsMessages, holdsThreads } from '../../permissions/channel-types.js';
import type { ChannelAccess } from '../../permissions/permissions.service.js';

/**
 * A file goes with a message that is sent to its channel, or with the first one of a thread or post that is begun there.
 *
 * @throws VALIDATION where there is neither, MISSING_PERMISSION
 */
export function requirePlace({ channel: { type }, permissions }: Pick<ChannelAccess, 'channel' | 'permissions'>): void {
  const ways: PermissionName[] = [
    ...(holdsMessages(type) ? (['SEND_MESSAGES'] as const) : []),
    ...(holdsThreads(type) ? (['CREATE_THREADS'] as const) : []),
  ];
  if (ways.length === 0) throw new ProblemError('VALIDATION', { detail: 'Nothing is sent in this channel' });
  if (!ways.some((name) => hasPermission(permissions, name)))
    throw new ProblemError('MISSING_PERMISSION', { detail: `This needs ${ways.join(' or ')}` });
}
