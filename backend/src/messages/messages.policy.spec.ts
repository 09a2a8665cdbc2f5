import { describe, expect, it } from '@jest/globals';
import { permissionsOf, type PermissionName } from '@hearth/contract';
import type { ChannelAccess } from '../permissions/permissions.service.js';
import { canDelete, canEdit, canPublish } from './messages.policy.js';

const caller = { userId: '7', sessionId: '1' };
const own = { authorId: '7', type: 'DEFAULT' as const, isCopy: false };
const foreign = { ...own, authorId: '8' };
const copy = { ...own, isCopy: true };
const notice = { ...own, type: 'AUTOMOD_ALERT' as const };

const access = (names: PermissionName[], restricted = false): ChannelAccess => ({
  userId: '7',
  permissions: permissionsOf('VIEW_CHANNEL', ...names),
  channel: { id: '3', serverId: '2', type: 'TEXT', parentId: null, slowmode: 0, overwrites: [] },
  room: 'server:2',
  accessVersion: 1,
  audience: 2,
  restricted,
  server: null,
  conversation: null,
});

describe('canEdit', () => {
  it('lets authors edit while they may write', () => expect(canEdit(caller, access(['SEND_MESSAGES']), own)).toBe(true));
  it('keeps authors who may not write from editing', () => expect(canEdit(caller, access([]), own)).toBe(false));
  it('keeps people from editing what tells of them', () => expect(canEdit(caller, access(['SEND_MESSAGES']), notice)).toBe(false));
  it('keeps moderators from editing what others wrote', () =>
    expect(canEdit(caller, access(['SEND_MESSAGES', 'MANAGE_MESSAGES']), foreign)).toBe(false));
});

describe('canDelete', () => {
  it('lets authors delete in a read-only channel', () => expect(canDelete(caller, access([]), own)).toBe(true));
  it('keeps the timed out from deleting', () => expect(canDelete(caller, access([], true), own)).toBe(false));
  it('lets moderators delete any', () => expect(canDelete(caller, access(['MANAGE_MESSAGES']), foreign)).toBe(true));
  it('lets moderators alone delete notices', () => {
    expect(canDelete(caller, access([]), notice)).toBe(false);
    expect(canDelete(caller, access(['MANAGE_MESSAGES']), notice)).toBe(true);
  });
  it('keeps others from deleting', () => expect(canDelete(caller, access(['SEND_MESSAGES']), foreign)).toBe(false));
});

describe('canPublish', () => {
  it('lets authors publish while they may write', () => {
    expect(canPublish(caller, access(['SEND_MESSAGES']), own)).toBe(true);
    expect(canPublish(caller, access([]), own)).toBe(false);
  });
  it('lets moderators publish what others wrote', () => {
    expect(canPublish(caller, access(['MANAGE_MESSAGES']), foreign)).toBe(true);
    expect(canPublish(caller, access(['SEND_MESSAGES']), foreign)).toBe(false);
  });
  it('has neither notices nor copies published', () => {
    for (const message of [notice, copy]) expect(canPublish(caller, access(['SEND_MESSAGES', 'MANAGE_MESSAGES']), message)).toBe(false);
  });
});

describe('copies', () => {
  it('are no longer their authors to change', () => {
    expect(canEdit(caller, access(['SEND_MESSAGES']), copy)).toBe(false);
    expect(canDelete(caller, access([]), copy)).toBe(false);
    expect(canDelete(caller, access(['MANAGE_MESSAGES']), copy)).toBe(true);
  });
});
