import { describe, expect, it } from '@jest/globals';
import { casesOf, type CallFacts } from './cases.js';
import type { Row } from './row.js';

const WRITES: CallFacts = { reads: false, hasBody: true, namesTwo: false };
const READS: CallFacts = { reads: true, hasBody: false, namesTwo: false };

const outcomes = (row: Row, facts = WRITES) => Object.fromEntries(casesOf(row, facts).map(({ name, outcome }) => [name, outcome]));

describe('the cases of a row', () => {
  it('tries everybody in a channel', () => {
    expect(outcomes({ scope: 'channel', needs: ['MANAGE_CHANNELS'] })).toEqual({
      'signed out': 'UNAUTHENTICATED',
      stranger: 'NOT_FOUND',
      admin: 'NOT_FOUND',
      'stranger with a malformed body': 'NOT_FOUND',
      member: 'MISSING_PERMISSION',
      'member with only MANAGE_CHANNELS': 'allowed',
      'member without MANAGE_CHANNELS': 'MISSING_PERMISSION',
      'timed out': 'MISSING_PERMISSION',
      pending: 'MISSING_PERMISSION',
      unverified: 'MISSING_PERMISSION',
      administrator: 'allowed',
      owner: 'allowed',
      'member from whom the channel is hidden': 'NOT_FOUND',
      'member with MANAGE_CHANNELS denied in the channel': 'MISSING_PERMISSION',
      'member granted it in the channel only': 'allowed',
    });
  });

  it('tries the hierarchy', () => {
    expect(outcomes({ scope: 'server', needs: ['KICK_MEMBERS'], hierarchy: 'member' })).toMatchObject({
      'higher role': 'allowed',
      'lower role': 'MISSING_PERMISSION',
      'same role': 'MISSING_PERMISSION',
      'same administrator': 'MISSING_PERMISSION',
      'against the owner': 'MISSING_PERMISSION',
      'against oneself': 'MISSING_PERMISSION',
      'member with only KICK_MEMBERS': 'allowed',
      'member granted all in a channel only': 'MISSING_PERMISSION',
    });
  });

  it('tries each permission of several that would do, and none of them', () => {
    const found = outcomes({ scope: 'server', needs: ['VIEW_AUDIT_LOG', ['MANAGE_MESSAGES', 'KICK_MEMBERS']] });
    expect(found).toMatchObject({
      'member with only VIEW_AUDIT_LOG and MANAGE_MESSAGES': 'allowed',
      'member with only VIEW_AUDIT_LOG and KICK_MEMBERS': 'allowed',
      'member without VIEW_AUDIT_LOG': 'MISSING_PERMISSION',
      'member without MANAGE_MESSAGES and KICK_MEMBERS': 'MISSING_PERMISSION',
    });
  });

  it('lets those who may only read read what everybody may', () => {
    const restricted = { 'timed out': 'allowed', pending: 'allowed', unverified: 'allowed' };
    expect(outcomes({ scope: 'channel' }, READS)).toMatchObject(restricted);
    expect(outcomes({ scope: 'channel', needs: ['READ_MESSAGE_HISTORY'] }, READS)).toMatchObject(restricted);
    expect(outcomes({ scope: 'server', needs: ['MANAGE_SERVER'] }, READS)).toMatchObject({ 'timed out': 'MISSING_PERMISSION' });
    expect(outcomes({ scope: 'server', restricted: 'allowed' })).toMatchObject(restricted);
  });

  it('lets nobody else do what is the owner’s', () => {
    const found = outcomes({ scope: 'server', reservedFor: 'owner' });
    expect(Object.keys(found).filter((name) => found[name] === 'allowed')).toEqual(['owner']);
    expect(Object.values(outcomes({ scope: 'channel', reservedFor: 'nobody' }))).not.toContain('allowed');
  });

  it('tries those in a conversation and everybody else', () => {
    expect(outcomes({ scope: 'conversation', needs: ['SEND_MESSAGES'] }, READS)).toEqual({
      'signed out': 'UNAUTHENTICATED',
      stranger: 'NOT_FOUND',
      admin: 'NOT_FOUND',
      recipient: 'allowed',
      blocked: 'MISSING_PERMISSION',
    });
    expect(outcomes({ scope: 'conversation', channelType: 'GROUP_DM', reservedFor: 'owner' })).toMatchObject({
      recipient: 'MISSING_PERMISSION',
      owner: 'allowed',
    });
  });

  it('tries the owner of another server where a path names two things', () => {
    expect(outcomes({ scope: 'server' }, { ...WRITES, namesTwo: true })).toMatchObject({ 'owner of another server': 'NOT_FOUND' });
  });

  it('takes what a row states over what it derives', () => {
    const prepare = () => Promise.resolve();
    const row: Row = {
      scope: 'server',
      unseen: 'INVITE_INVALID',
      except: { owner: 'OWNER_CANNOT_LEAVE' },
      extra: [{ name: 'banned', like: 'stranger', prepare, outcome: 'MISSING_PERMISSION' }],
    };
    expect(outcomes(row)).toMatchObject({ stranger: 'INVITE_INVALID', owner: 'OWNER_CANNOT_LEAVE', banned: 'MISSING_PERMISSION' });
    expect(casesOf(row, WRITES).at(-1)).toMatchObject({ kind: 'stranger', who: 'stranger', prepare });
  });
});
