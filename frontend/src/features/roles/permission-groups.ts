import { type ChannelType, type PermissionName, permissionBits } from '@hearth/contract';

/** Permissions as they stand together on screen. Those of which nothing depends yet are left out, and stay as they are. */
export const permissionGroups = {
  general: ['VIEW_CHANNEL', 'MANAGE_CHANNELS', 'MANAGE_ROLES', 'MANAGE_WEBHOOKS', 'MANAGE_SERVER', 'MANAGE_EMOJIS', 'VIEW_AUDIT_LOG'],
  members: ['CREATE_INVITE', 'CHANGE_NICKNAME', 'MANAGE_NICKNAMES', 'KICK_MEMBERS', 'BAN_MEMBERS', 'TIMEOUT_MEMBERS'],
  messages: [
    'SEND_MESSAGES',
    'READ_MESSAGE_HISTORY',
    'EMBED_LINKS',
    'ATTACH_FILES',
    'SEND_VOICE_MESSAGES',
    'ADD_REACTIONS',
    'USE_EXTERNAL_EMOJIS',
    'MENTION_EVERYONE',
    'SEND_POLLS',
    'MANAGE_MESSAGES',
    'BYPASS_SLOWMODE',
    'CREATE_THREADS',
    'SEND_MESSAGES_IN_THREADS',
    'MANAGE_THREADS',
  ],
  everything: ['ADMINISTRATOR'],
} as const satisfies Record<string, readonly PermissionName[]>;

export type PermissionGroupId = keyof typeof permissionGroups;
export type ShownPermission = (typeof permissionGroups)[PermissionGroupId][number];

export interface PermissionGroup {
  id: PermissionGroupId;
  permissions: readonly ShownPermission[];
}

const groupIds = Object.keys(permissionGroups) as PermissionGroupId[];

export const allGroups: readonly PermissionGroup[] = groupIds.map((id) => ({ id, permissions: permissionGroups[id] }));

/** What one channel can have its own rules about. */
const inChannels: readonly ShownPermission[] = [
  'VIEW_CHANNEL',
  'MANAGE_CHANNELS',
  'MANAGE_ROLES',
  'MANAGE_WEBHOOKS',
  'CREATE_INVITE',
  ...permissionGroups.messages,
];

/** Forums are written in by posts alone, which are threads. Only channels for text follow others. Beside a voice channel there are no threads. */
const notIn: Partial<Record<ChannelType, readonly ShownPermission[]>> = {
  FORUM: ['SEND_MESSAGES', 'MANAGE_WEBHOOKS'],
  VOICE: ['MANAGE_WEBHOOKS', 'CREATE_THREADS', 'SEND_MESSAGES_IN_THREADS', 'MANAGE_THREADS'],
};

export function channelGroups(type: ChannelType): PermissionGroup[] {
  const applies = (permission: ShownPermission) => inChannels.includes(permission) && !notIn[type]?.includes(permission);
  return allGroups
    .map(({ id, permissions }) => ({ id, permissions: permissions.filter(applies) }))
    .filter(({ permissions }) => permissions.length > 0);
}

export const isShown = (permission: PermissionName): permission is ShownPermission =>
  allGroups.some(({ permissions }) => (permissions as readonly PermissionName[]).includes(permission));

/** Those whose name or explanation has all the words of a query; `wordsOf` gives both. */
export function findPermissions(
  groups: readonly PermissionGroup[],
  query: string,
  wordsOf: (permission: ShownPermission) => string,
): PermissionGroup[] {
  const words = query.toLocaleLowerCase().split(/\s+/u).filter(Boolean);
  const fits = (permission: ShownPermission) => {
    const text = wordsOf(permission).toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  };
  return groups
    .map(({ id, permissions }) => ({ id, permissions: permissions.filter(fits) }))
    .filter(({ permissions }) => permissions.length > 0);
}

export const withBit = (bits: bigint, permission: PermissionName, on: boolean): bigint =>
  on ? bits | permissionBits[permission] : bits & ~permissionBits[permission];
