import { describe, expect, it } from '@jest/globals';
import { withMarks, withNames, type Names } from './mention-text';

const names: Names = {
  users: new Map([
    ['ada', { id: '1' }],
    ['ben.k', { id: '2' }],
  ]),
  roles: [
    { id: '12', name: 'Admins of Berlin' },
    { id: '11', name: 'Admins' },
  ],
  channels: [
    { id: '22', name: 'general-talk' },
    { id: '21', name: 'general' },
  ],
};

describe('withMarks', () => {
  it.each([
    ['hi @ada, and @Ada!', 'hi <@1>, and <@1>!'],
    ['ask @ben.k. Or @ada.', 'ask <@2>. Or <@1>.'],
    ['@adam @ad mail@ada', '@adam @ad mail@ada'],
    ['@admins of berlin, @Admins', '<@&12>, <@&11>'],
    ['@adminship', '@adminship'],
    ['#general #general-talk #generals a#general', '<#21> <#22> #generals a#general'],
    ['`@ada` \\@ada', '`@ada` \\@ada'],
    ['@everyone <@1>', '@everyone <@1>'],
  ])('%s', (text, expected) => {
    expect(withMarks(text, names)).toBe(expected);
  });
});

describe('withNames', () => {
  const meanings = {
    user: (id: string) => (id === '1' ? 'ada' : undefined),
    role: (id: string) => (id === '11' ? 'Admins' : undefined),
    channel: (id: string) => (id === '21' ? 'general' : undefined),
  };

  it('is the way back, and leaves what it does not know', () => {
    const text = '<@1> <@9> <@&11> <#21> <#9>';
    expect(withNames(text, meanings)).toBe('@ada <@9> @Admins #general <#9>');
    expect(withMarks(withNames(text, meanings), names)).toBe(text);
  });
});
