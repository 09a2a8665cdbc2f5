import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import i18next from 'i18next';
import { currentLanguage, loadManagementTexts, speak, startI18n } from './i18n';
import type { Language } from './languages';

const ISOLATE = '\u2068';
const POP = '\u2069';

const loaded = () => Object.keys(i18next.services.resourceStore.data);

beforeEach(() => startI18n());
afterEach(() => localStorage.clear());

/** As after a visit in that language. */
const startIn = async (language: Language) => {
  localStorage.setItem('hearth.language', language);
  await startI18n();
};

describe('values in sentences', () => {
  it('keeps a name that is written from right to left from moving what follows it', () => {
    expect(i18next.t('invite.as', { name: 'نور' })).toBe(`You're joining as ${ISOLATE}نور${POP}.`);
    expect(i18next.t('invite.as', { name: 'Noor' })).toBe("You're joining as Noor.");
  });

  it('isolates every name in a language that is written from right to left', async () => {
    await startIn('fa');
    expect(i18next.t('invite.as', { name: 'Noor' })).toBe(`با نام ${ISOLATE}Noor${POP} می‌پیوندید.`);
  });

  it('keeps the sign of a channel with its name', async () => {
    await startIn('fa');
    expect(i18next.t('servers.openChannel', { channel: 'general' })).toBe(`باز کردن ${ISOLATE}#general${POP}`);
  });

  it('counts in the digits and the forms of the language', async () => {
    expect(i18next.t('invite.uses', { count: 1200 })).toBe('1,200 uses');
    await startIn('fa');
    expect(i18next.t('invite.uses', { count: 12 })).toBe('۱۲ بار');
    await startIn('ru');
    expect([1, 2, 5, 21].map((count) => i18next.t('invite.uses', { count }))).toEqual([
      '1 использование',
      '2 использования',
      '5 использований',
      '21 использование',
    ]);
  });
});

describe('loading', () => {
  it('loads no language but the one that is spoken', async () => {
    await startIn('fa');
    expect(loaded()).toEqual(['fa']);
    expect(currentLanguage()).toBe('fa');
  });

  it('changes the language without a reload, with what was loaded for the screens on which people run a server', async () => {
    await loadManagementTexts();
    expect(i18next.t('bans.title')).toBe('Bans');
    await speak('ru');
    expect(i18next.t('settings.title')).toBe('Настройки');
    expect(i18next.t('bans.title')).toBe('Баны');
    expect(loaded()).toEqual(['en', 'ru']);
  });
});
