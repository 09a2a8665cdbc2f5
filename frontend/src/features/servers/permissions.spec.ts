import { describe, expect, it } from '@jest/globals';
import { hasPermission, permissionsOf } from '@hearth/contract';
import { buildChannel } from '@/features/channels/fixtures';
import { applyReady } from './cache';
import { buildMember, buildRole, buildServer } from './fixtures';
import { permissionsIn } from './permissions';

const NOW = Date.parse('2026-11-21T09:00:00.000Z');
const bits = (...names: Parameters<typeof permissionsOf>) => permissionsOf(...names).toString();

const [server] = applyReady([
  buildServer({
    roles: [
      buildRole({ id: '10', position: 0, permissions: bits('VIEW_CHANNEL', 'SEND_MESSAGES') }),
      buildRole({ id: '5', permissions: bits('MANAGE_CHANNELS') }),
    ],
    me: buildMember({ roleIds: ['5'] }),
  }),
]);
if (!server) throw new Error('no server');

describe('permissionsIn', () => {
  it('adds up the roles', () => {
    expect(permissionsIn(server, undefined, NOW)).toBe(permissionsOf('VIEW_CHANNEL', 'SEND_MESSAGES', 'MANAGE_CHANNELS'));
  });

  it('applies the overwrites of the channel', () => {
    const channel = buildChannel({ id: '1', overwrites: [{ targetId: '10', type: 'ROLE', allow: '0', deny: bits('SEND_MESSAGES') }] });
    expect(hasPermission(permissionsIn(server, channel, NOW), 'SEND_MESSAGES')).toBe(false);
  });

  it('leaves a timed-out member reading, as long as it lasts', () => {
    const held = { ...server, me: buildMember({ roleIds: ['5'], timeoutUntil: '2026-11-21T09:00:01.000Z' }) };
    expect(hasPermission(permissionsIn(held, undefined, NOW), 'SEND_MESSAGES')).toBe(false);
    expect(hasPermission(permissionsIn(held, undefined, NOW + 2_000), 'SEND_MESSAGES')).toBe(true);
  });

  it('lets the owner do everything', () => {
    expect(hasPermission(permissionsIn({ ...server, ownerId: '101' }, undefined, NOW), 'MANAGE_SERVER')).toBe(true);
  });
});
