import { type PermissionName, permissionBits } from '@hearth/contract';
import type { HeldServer } from './cache';
import { usePermissions } from './permissions';

/** Which permissions open a section of a server's settings; any one of them does. */
const needs = {
  overview: ['MANAGE_SERVER'],
  roles: ['MANAGE_ROLES'],
  emoji: ['MANAGE_EMOJIS'],
  stickers: ['MANAGE_EMOJIS'],
  storage: ['MANAGE_SERVER'],
  members: ['MANAGE_SERVER', 'MANAGE_ROLES', 'KICK_MEMBERS', 'BAN_MEMBERS', 'TIMEOUT_MEMBERS', 'MANAGE_NICKNAMES'],
  invites: ['MANAGE_SERVER', 'KICK_MEMBERS'],
  reports: ['MANAGE_MESSAGES', 'KICK_MEMBERS'],
  bans: ['BAN_MEMBERS'],
  automod: ['MANAGE_SERVER'],
  'audit-log': ['VIEW_AUDIT_LOG'],
  screening: ['MANAGE_SERVER'],
  incidents: ['ADMINISTRATOR'],
} as const satisfies Record<string, readonly PermissionName[]>;

/** `danger` is the owner's: handing the server over, and deleting it. */
export type SectionId = keyof typeof needs | 'danger';

const ids = Object.keys(needs) as (keyof typeof needs)[];

/** In the order in which they are shown. */
export function sectionsFor(permissions: bigint, isOwner: boolean): SectionId[] {
  const open = ids.filter((id) => needs[id].some((permission) => (permissions & permissionBits[permission]) !== 0n));
  return isOwner ? [...open, 'danger'] : open;
}

/** The settings of a server that will work for the signed-in user. */
export function useSections(server: HeldServer): SectionId[] {
  return sectionsFor(usePermissions(server.id), server.ownerId === server.me.user.id);
}
