import { describe, expect, it } from '@jest/globals';
import { applyReady } from './cache';
import { buildMember, buildServer } from './fixtures';
import { restrictionIn } from './restriction';

const NOW = Date.parse('2026-11-21T09:00:00.000Z');
const at = (seconds: number) => new Date(NOW + seconds * 1_000).toISOString();

const held = (member: Parameters<typeof buildMember>[0], more: Parameters<typeof buildServer>[0] = {}) => {
  const [server] = applyReady([buildServer({ ...more, me: buildMember(member) })]);
  if (!server) throw new Error('no server');
  return server;
};

describe('what holds somebody back', () => {
  it('is nothing at most times', () => {
    expect(restrictionIn(held({}), NOW)).toBeNull();
    expect(restrictionIn(held({ timeoutUntil: at(-1) }), NOW)).toBeNull();
  });

  it('is a timeout until it is over', () => {
    expect(restrictionIn(held({ timeoutUntil: at(60), pending: true }), NOW)).toEqual({ kind: 'TIMEOUT', until: NOW + 60_000 });
  });

  it('are rules until they are accepted', () => {
    expect(restrictionIn(held({ pending: true }), NOW)).toEqual({ kind: 'PENDING', until: null });
  });

  it('is being new, where that matters', () => {
    const server = held({ joinedAt: at(-60) }, { verificationLevel: 'MEDIUM' });
    expect(restrictionIn(server, NOW)).toEqual({ kind: 'UNVERIFIED', until: NOW + 9 * 60_000 });
  });

  it('never is anything for the owner', () => {
    expect(restrictionIn(held({ userId: '1', pending: true }, { ownerId: '1' }), NOW)).toBeNull();
  });
});
