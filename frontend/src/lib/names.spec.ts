import { describe, expect, test } from '@jest/globals';
import { hueFromId } from './hue';
import { initials } from './initials';

describe('initials', () => {
  test.each([
    ['Mara Lindqvist', 'ML'],
    ['Ana Sofía de la Cruz', 'AC'],
    ['noor', 'N'],
    ['garden_club.west', 'GW'],
    ['Иван Петров', 'ИП'],
    ['👩‍🌾 Farm', '👩‍🌾F'],
    ['é́clair', 'É́'],
    ['«Quoted» name', 'QN'],
    ['   ', ''],
    ['...', ''],
  ])('%s: %s', (name, expected) => {
    expect(initials(name)).toBe(expected);
  });

  test('letters of Arabic stand apart', () => {
    expect(initials('نور الهدى')).toBe('ن\u200cا');
  });

  test('one letter where there is no room for two', () => {
    expect(initials('Mara Lindqvist', 1)).toBe('M');
  });
});

describe('hueFromId', () => {
  test('is a whole number of degrees, always the same', () => {
    for (const id of ['', '1', '41771983423143937']) {
      expect(hueFromId(id)).toBe(hueFromId(id));
      expect(hueFromId(id)).toBeGreaterThanOrEqual(0);
      expect(hueFromId(id)).toBeLessThan(360);
      expect(Number.isInteger(hueFromId(id))).toBe(true);
    }
  });

  test('neighbouring snowflakes get hues all over the wheel', () => {
    const hues = Array.from({ length: 1200 }, (_, index) => hueFromId(String(41_771_983_423_143_937n + BigInt(index))));
    const perSector = Array.from({ length: 12 }, (_, sector) => hues.filter((hue) => Math.floor(hue / 30) === sector).length);
    for (const count of perSector) expect(count).toBeGreaterThan(60);
  });
});
