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

test('under 200 KiB of script, gzipped, are asked for before the first message shows', async () => {
  const { page, complaints } = await openPage(browser);
  await setUp(page, hearth.setupLink, 'Quick');
  await write(page, 'the first message');
  await expect(message(page, 'the first message')).toBeVisible();

  const scripts = new Set<string>();
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.add(request.url());
  });
  await page.reload({ waitUntil: 'commit' });
  await expect(message(page, 'the first message')).toBeVisible();
  const sizes = [...scripts].map((url) => [path.basename(url), gzipped(url)] as const);
  expect(sizes.length).toBeGreaterThan(1);
  const total = sizes.reduce((sum, [, size]) => sum + size, 0);
  expect(total, JSON.stringify(sizes.toSorted((a, b) => b[1] - a[1]))).toBeLessThan(BUDGET);
  expect(complaints).toEqual([]);
});
