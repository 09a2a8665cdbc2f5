import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { foldText, plainText } from './fold-text.js';

describe('foldText', () => {
  it.each([
    ['case', 'BaDwOrD', 'badword'],
    ['full width', 'ｂａｄ', 'bad'],
    ['mathematical letters', '𝓫𝓪𝓭', 'bad'],
    ['letters in circles', 'ⓑⓐⓓ', 'bad'],
    ['accents', 'bäd́', 'bad'],
    ['a heap of accents', 'b̷̢̛a̶̧̕d̴̨͝', 'bad'],
    ['zero-width characters', 'b\u200ba\u200d\u2060d\ufeff', 'bad'],
    ['soft hyphens and variation selectors', 'b\u00ada\ufe0fd', 'bad'],
    ['Cyrillic letters', 'ВАD рооr', 'bad poor'],
    ['Greek letters', 'τοριc', 'topic'],
    ['Turkish letters', 'İSTANBUL ı', 'istanbul i'],
    ['a stretched Arabic word with vowel points', 'كَلِمـــة', 'كلمة'],
    ['white space', 'bad\n\t  word', 'bad word'],
  ])('sees through %s', (_, text, folded) => expect(foldText(text)).toBe(folded));

  it.each(['что за чёрт', 'خادم', 'शब्द', '한국어', 'ガギグ'])('leaves words of other scripts words: %s', (text) => {
    expect(foldText(text).length).toBeGreaterThan(0);
    expect(foldText(text)).toBe(foldText(text.toUpperCase()));
  });

  it('keeps apart what differs by a sign that makes a letter', () => {
    expect(foldText('कि')).not.toBe(foldText('की'));
    expect(foldText('が')).not.toBe(foldText('か'));
  });

  it('says the same of what it has folded once, and is never much longer than the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const folded = foldText(text);
        expect(foldText(folded)).toBe(folded);
        expect(folded.length).toBeLessThanOrEqual(text.length * 6);
      }),
    );
  });
});

describe('plainText', () => {
  it('keeps case and accents', () => expect(plainText('Ｃafé\u200b')).toBe('Café'));
});
