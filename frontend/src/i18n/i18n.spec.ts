import { beforeAll, expect, it } from '@jest/globals';
import i18next from 'i18next';
import { startI18n } from './i18n';

beforeAll(() => startI18n());

it('keeps a name that is written from right to left from moving what follows it', () => {
  expect(i18next.t('invite.as', { name: 'نور' })).toBe("You're joining as \u2068نور\u2069.");
  expect(i18next.t('invite.as', { name: 'Noor' })).toBe("You're joining as Noor.");
});
