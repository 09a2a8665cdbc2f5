import { beforeAll, expect, it } from '@jest/globals';
import { DELETED_USERNAME } from '@hearth/contract';
import { speak, startI18n } from './i18n';
import { nameOf } from './name-of';

beforeAll(() => startI18n());

it('whoever has no account any more is called so in the language of the page, and nobody else', async () => {
  const gone = { username: `${DELETED_USERNAME}7`, displayName: 'Deleted user' };
  const namedSo = { username: 'deleted_user', displayName: 'Deleted user' };
  expect(nameOf(gone)).toBe('Deleted user');
  await speak('ar');
  expect([nameOf(gone), nameOf(namedSo)]).toEqual(['مستخدم محذوف', 'Deleted user']);
});
