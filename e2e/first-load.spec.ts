import { statSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Browser } from '@playwright/test';
import { openBrowser, openPage } from './browser';
import { startHearth, type Hearth } from './hearth';
import { message, setUp, write } from './people';

const BUDGET = 200 * 1_024;
const dist = path.resolve(import.meta.dirname, '../frontend/dist');

let hearth: Hearth;
let browser: Browser;

test.beforeAll(async () => {
  hearth = await startHearth();
  browser = await openBrowser();
});

test.afterAll(async () => {
  await browser.close();
  await hearth.stop();
});

/** Of the file as it is sent to a browser that takes gzip. Small files are sent as they are. */
const gzipped = (url: string): number => {
  const file = path.join(dist, new URL(url).pathname);
  return (statSync(`${file}.gz`, { throwIfNoEntry: false }) ?? statSync(file)).size;
};

/** In the page, from before its own scripts: when the text first stands there, in milliseconds since it began to load. */
const noteWhenShown = (text: string): void => {
  const seen = new MutationObserver(() => {
    if (document.body?.textContent.includes(text) !== true) return;
    seen.disconnect();
    performance.mark('first-message');
  });
  seen.observe(document, { subtree: true, childList: true, characterData: true });
};

/** Addresses of the scripts that the page asked for before the mark. */
const scriptsBeforeShown = (): string[] => {
  const [shown] = performance.getEntriesByName('first-message');
  if (!shown) throw new Error('The message has not been shown');
  return performance
    .getEntriesByType('resource')
    .filter((entry) => entry.startTime < shown.startTime && new URL(entry.name).pathname.endsWith('.js'))
    .map((entry) => entry.name);
};

test('under 200 KiB of script, gzipped, are asked for before the first message shows', async () => {
  const { page, complaints } = await openPage(browser);
  await setUp(page, hearth.setupLink, 'Quick');
  await write(page, 'the first message');
  await expect(message(page, 'the first message')).toBeVisible();

  await page.addInitScript(noteWhenShown, 'the first message');
  await page.reload({ waitUntil: 'commit' });
  await expect(message(page, 'the first message')).toBeVisible();
  const scripts = new Set(await page.evaluate(scriptsBeforeShown));
  const sizes = [...scripts].map((url) => [path.basename(url), gzipped(url)] as const);
  expect(sizes.length).toBeGreaterThan(1);
  const total = sizes.reduce((sum, [, size]) => sum + size, 0);
  expect(total, JSON.stringify(sizes.toSorted((a, b) => b[1] - a[1]))).toBeLessThan(BUDGET);
  expect(complaints).toEqual([]);
});
