import { describe, expect, it } from '@jest/globals';
import { sanitiseFileName } from './file-name.js';

describe('the name of a file', () => {
  it.each([
    ['report.pdf', 'report.pdf'],
    ['two words.txt', 'two words.txt'],
    ['Ünïcödé — 文件.tar.gz', 'Ünïcödé — 文件.tar.gz'],
    ['cafe\u0301.txt', 'caf\u00e9.txt'],
    // A path in it.
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\ada\\tea.png', 'tea.png'],
    ['/', 'file'],
    ['a/', 'file'],
    // What would look like another name.
    ['evil\u202egnp.exe', 'evilgnp.exe'],
    ['\u2067a\u2069.txt\u200f', 'a.txt'],
    ['a\0b\r\n.txt', 'ab.txt'],
    ['a\u2028b.txt', 'ab.txt'],
    ['a\u200b\u2060b\ufeff\u00ad.txt', 'ab.txt'],
    ['pay\u200cpal\u200d.p\u200ddf', 'paypal.pdf'],
    // What joins letters, and emoji.
    ['نامه\u200cها.pdf', 'نامه\u200cها.pdf'],
    ['क्\u200dष.txt', 'क्\u200dष.txt'],
    ['\u200cنامه\u200d.pdf', 'نامه.pdf'],
    ['👩\u200d💻 ❤\ufe0f\u200d🔥.png', '👩\u200d💻 ❤\ufe0f\u200d🔥.png'],
    ['👩🏽\u200d💻.png', '👩🏽\u200d💻.png'],
    // Nothing, or next to it.
    ['', 'file'],
    ['...', 'file'],
    [' . ', 'file'],
    ['\u202e', 'file'],
    ['.htaccess', 'htaccess'],
    ['name. ', 'name'],
    ['half \ud83d.txt', 'half \ufffd.txt'],
  ])('%j is shown as %j', (name, shown) => expect(sanitiseFileName(name)).toBe(shown));

  it.each([
    ['of 300 characters', `${'a'.repeat(300)}.png`],
    ['of 200 that take three bytes each', `${'文'.repeat(200)}.png`],
    ['of emoji, which stay whole', `${'🧁'.repeat(100)}.png`],
  ])('%s fits, with its ending', (_, name) => {
    const shown = sanitiseFileName(name);
    expect(encodeURIComponent(shown).replaceAll(/%../g, '_').length).toBeLessThanOrEqual(255);
    expect(shown.length).toBeGreaterThan(60);
    expect(shown.endsWith('.png')).toBe(true);
    expect(shown.isWellFormed()).toBe(true);
  });

  it('is cut where what stands behind the dot is no ending', () => {
    expect(sanitiseFileName(`a.${'b'.repeat(400)}`)).toBe(`a.${'b'.repeat(253)}`);
  });
});
