import { expect, test, type Browser, type Page } from '@playwright/test';
import { openBrowser, openPage } from './browser';
import { startHearth, type Hearth } from './hearth';
import { buildPlace, PASSWORD } from './place';

let hearth: Hearth;
let browser: Browser;

test.beforeAll(async () => {
  hearth = await startHearth();
  await buildPlace(hearth);
  browser = await openBrowser();
});

test.afterAll(async () => {
  await browser.close();
  await hearth.stop();
});

const page = async (locale: string) => {
  const { page, complaints } = await openPage(browser, { locale, viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' });
  const files: string[] = [];
  page.on('request', (request) => files.push(new URL(request.url()).pathname));
  return { page, complaints, loaded: (name: RegExp) => files.some((file) => name.test(file)) };
};

const direction = (page: Page) => page.evaluate(() => `${document.documentElement.lang} ${document.documentElement.dir}`);

test('a Persian reader is met in Persian, and changes the language without a reload', async () => {
  const { page: reader, complaints, loaded } = await page('fa-IR');
  await reader.goto(`${hearth.url}/login`);
  await reader.getByLabel('نام کاربری').fill('ada');
  await reader.getByLabel('گذرواژه', { exact: true }).fill(PASSWORD);
  await reader.getByRole('button', { name: 'ورود', exact: true }).click();
  const composer = reader.getByRole('form', { name: 'پیام تازه' });
  await expect(composer).toBeVisible();
  expect(await direction(reader)).toBe('fa rtl');

  await test.step('what is written in other languages is not loaded', async () => {
    expect([/\/fa-[\w-]+\.json/, /\/en-/, /vazirmatn/, /cyrillic/].map(loaded)).toEqual([true, false, true, false]);
  });

  await test.step('the list of channels stands where lines begin', async () => {
    const list = await reader.getByRole('button', { name: 'تنظیمات', exact: true }).boundingBox();
    const box = await composer.boundingBox();
    expect(list?.x).toBeGreaterThan(box?.x ?? Infinity);
  });

  await test.step('Russian at once, with its direction and its letters', async () => {
    await reader.evaluate(() => Object.assign(window, { here: true }));
    await reader.getByRole('button', { name: 'تنظیمات', exact: true }).click();
    await reader.getByRole('button', { name: 'زبان', exact: true }).click();
    await reader.getByRole('radio', { name: 'Русский' }).click();
    await expect(reader.getByRole('radio', { name: 'Как в браузере' })).toBeVisible();
    expect(await direction(reader)).toBe('ru ltr');
    expect(await reader.evaluate(() => 'here' in window)).toBe(true);
    expect([/\/ru-[\w-]+\.json/, /\/en-/, /cyrillic/].map(loaded)).toEqual([true, false, true]);
  });
  expect(complaints).toEqual([]);
});
