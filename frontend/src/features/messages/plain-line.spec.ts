import { expect, test } from '@jest/globals';
import { plainLine } from './plain-line';

test.each([
  ['**bold**, __under__ and ~~gone~~', 'bold, under and gone'],
  ['# Title\n> said\n- one', 'Title said one'],
  ['use `code` here', 'use code here'],
  ['see\n```ts\nlet a = 1;\n```', 'see let a = 1;'],
  ['a ||secret|| word', 'a ▒▒▒ word'],
  ['[a page](https://example.org/x)', 'a page'],
  ['2 * 3 - 1 = 5', '2 * 3 - 1 = 5'],
  ['_slanted_, *too*', 'slanted, too'],
  ['snake_case_name stays, and 2 * 3 * 4', 'snake_case_name stays, and 2 * 3 * 4'],
])('%j in a quote', (text, line) => {
  expect(plainLine(text)).toBe(line);
});
