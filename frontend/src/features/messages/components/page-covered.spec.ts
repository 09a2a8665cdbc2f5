import { afterEach, describe, expect, it } from '@jest/globals';
import { isPageCovered } from './page-covered';

afterEach(() => document.body.replaceChildren());

function show(html: string): void {
  document.body.innerHTML = html;
}

describe('what lies over the page', () => {
  it.each(['<div role="dialog"></div>', '<div role="alertdialog"></div>', '<div><ul role="menu"></ul></div>', '<ul role="listbox"></ul>'])(
    'is %s',
    (html) => {
      show(html);
      expect(isPageCovered()).toBe(true);
    },
  );

  it.each(['<main></main>', '<div role="dialog" data-toast></div>', '<div hidden><ul role="listbox"></ul></div>'])('is not %s', (html) => {
    show(html);
    expect(isPageCovered()).toBe(false);
  });
});
