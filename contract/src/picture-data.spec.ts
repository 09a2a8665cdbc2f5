import { describe, expect, it } from '@jest/globals';
import { pictureData } from './picture-data.js';

const MEBIBYTE = 1_048_576;
const schema = pictureData(8 * MEBIBYTE);
const png = (data: string) => `data:image/png;base64,${data}`;
const faultOf = (url: string) => schema.safeParse(url).error?.issues.map(({ message }) => message);

describe('a picture within JSON', () => {
  it.each(['QUJD', 'QUI=', 'QQ==', 'QUJDREVG', '+/+/'])('is base64: %s', (data) => {
    expect(faultOf(png(data))).toBeUndefined();
  });

  it.each([
    ...[png(''), png('='), png('=='), png('ab=cd'), png('a b'), png('QUJD\n'), png('QUJD==='), png('QUJD-_')],
    ...['data:text/html;base64,QUJD', 'data:image/svg+xml;utf8,<svg/>', 'https://example.org/a.png', '', ' data:image/png;base64,QUJD'],
  ])('is nothing else: %j', (url) => {
    expect(faultOf(url)).toEqual(['must be a data URL of a picture in base64']);
  });

  it('is looked through however large it is, and refused beyond its bound', () => {
    const most = 'A'.repeat(Math.ceil((8 * MEBIBYTE) / 3) * 4);
    expect(faultOf(png(most))).toBeUndefined();
    expect(faultOf(png(`${most.slice(1)}!`))).toEqual(['must be a data URL of a picture in base64']);
    expect(faultOf(png(most + 'A'.repeat(64)))).toEqual(['must be of at most 8192 KiB']);
  });
});
