import { describe, expect, it, test } from '@jest/globals';
import { isName, isTaken, namesFor } from './names';

const emoji = (fileName: string, taken: string[] = []) => namesFor('EMOJI', [fileName], taken)[0];
const sticker = (fileName: string, taken: string[] = []) => namesFor('STICKER', [fileName], taken)[0];

describe('the name of an emoji', () => {
  test.each([
    ['party.png', 'party'],
    ['Party Parrot (1).gif', 'Party_Parrot_1'],
    ['müsli-façade.webp', 'musli_facade'],
    ['archive.tar.png', 'archive_tar'],
    ['x.png', 'emoji_x'],
    ['قطة.png', 'emoji'],
    ['.png', 'emoji'],
    ['__a__.png', 'emoji_a'],
    [`${'long'.repeat(10)}.png`, 'long'.repeat(8)],
  ])('%s', (fileName, name) => {
    expect(emoji(fileName)).toBe(name);
    expect(isName('EMOJI', name)).toBe(true);
  });

  it('is its own, whatever its capitals, and no longer than it may be', () => {
    expect(emoji('wave.png', ['WAVE', 'wave_2'])).toBe('wave_3');
    const longest = 'a'.repeat(32);
    expect(emoji(`${longest}.png`, [longest])).toBe(`${'a'.repeat(30)}_2`);
    expect(namesFor('EMOJI', ['image.png', 'image.png', 'Image.gif'], [])).toEqual(['image', 'image_2', 'Image_3']);
  });
});

describe('the name of a sticker', () => {
  test.each([
    ['good_night-cat.png', 'good night cat'],
    ['قطة سعيدة.webp', 'قطة سعيدة'],
    ['می\u200cروم.png', 'می\u200cروم'],
    ['evil\u202egnp.exe.png', 'evil gnp.exe'],
    [`${'🐈'.repeat(40)}.png`, '🐈'.repeat(30)],
  ])('%s', (fileName, name) => {
    expect(sticker(fileName)).toBe(name);
    expect(isName('STICKER', name)).toBe(true);
  });

  it('is left to people where the file says nothing', () => {
    expect(namesFor('STICKER', ['1.png', '_.png'], [])).toEqual(['', '']);
    expect(isName('STICKER', '')).toBe(false);
  });

  it('is its own', () => {
    expect(sticker('Good night.png', ['good night'])).toBe('Good night 2');
  });
});

test('what may be a name', () => {
  expect(['a', 'a b', 'ü_ber', 'a'.repeat(33), 'ok_1'].filter((name) => isName('EMOJI', name))).toEqual(['ok_1']);
  expect([' a ', 'a'.repeat(31), 'Good night', ' 🐈🐈 '].filter((name) => isName('STICKER', name))).toEqual(['Good night', ' 🐈🐈 ']);
  expect(isTaken(' Wave ', ['wave'])).toBe(true);
});
