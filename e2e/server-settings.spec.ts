import { expect, test, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';
import { faultsOn } from './axe';
import { openBrowser, openPage } from './browser';
import { startHearth, type Hearth } from './hearth';
import { buildPlace, PASSWORD, type Place } from './place';

let hearth: Hearth;
let browser: Browser;
let place: Place;

test.beforeAll(async () => {
  hearth = await startHearth();
  place = await buildPlace(hearth);
  await place.ada.call('PATCH', `/servers/${place.serverId}`, { rules: ['Be kind.', 'No advertising.'] });
  browser = await openBrowser();
});

test.afterAll(async () => {
  await browser.close();
  await hearth.stop();
});

const sections = [
  'overview',
  'roles',
  'emoji',
  'stickers',
  'members',
  'invites',
  'reports',
  'bans',
  'automod',
  'audit-log',
  'screening',
  'incidents',
  'incidents.new',
  'danger',
];
const channelPages = ['overview', 'permissions', 'why'];

const desktop: BrowserContextOptions = { viewport: { width: 1440, height: 900 }, colorScheme: 'light' };
const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  colorScheme: 'dark',
  locale: 'ar',
};

async function enter(options: BrowserContextOptions) {
  const visitor = await openPage(browser, { ...options, reducedMotion: 'reduce' });
  const { page } = visitor;
  await page.goto(`${hearth.url}/login`);
  await page.locator('input:not([type="password"])').fill('ada');
  await page.locator('input[type="password"]').fill(PASSWORD);
  await page.locator('button[type="submit"]').click();
  await page.waitForURL(/\/(servers|conversations|friends)/);
  return visitor;
}

/** When everything on it is there. */
async function arrive(page: Page, query: string): Promise<void> {
  await page.goto(`${hearth.url}/servers/${place.serverId}/channels/${place.generalId}?${query}`);
  await page.getByRole('dialog').getByRole('main').waitFor();
  await expect(page.getByRole('dialog').getByRole('main').locator('[aria-busy="true"]')).toHaveCount(0);
}

async function expectSound(page: Page, what: string): Promise<void> {
  expect(await faultsOn(page), what).toEqual([]);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
    `${what} is no wider than the screen`,
  ).toBeLessThanOrEqual(0);
}

test('every page on which a server is run is sound on a phone, in Arabic', async () => {
  test.setTimeout(180_000);
  const { page, complaints } = await enter(phone);
  for (const section of [...sections, `roles.${place.roleId}`]) {
    await arrive(page, `server-settings=${section}`);
    await expectSound(page, section);
  }
  for (const channelPage of channelPages) {
    await arrive(page, `channel-settings=${place.breadId}.${channelPage}`);
    await expectSound(page, `channel: ${channelPage}`);
  }
  expect(complaints).toEqual([]);
});

test('on a phone every page is a step of its own, and back leads out again', async () => {
  const { page } = await enter({ ...phone, locale: 'en-GB' });
  await page.goto(`${hearth.url}/servers/${place.serverId}`);
  await page.getByRole('button', { name: 'Harbour Street' }).tap();
  await page.getByRole('menuitem', { name: 'Server settings' }).tap();
  const settings = page.getByRole('dialog', { name: 'Harbour Street' });
  await settings.getByRole('button', { name: 'Roles' }).tap();
  await page.getByRole('list', { name: 'Roles' }).getByText('Moderators').tap();
  await expect(page.getByRole('heading', { name: 'Moderators' })).toBeVisible();
  await page.getByRole('button', { name: 'Back' }).tap();
  await expect(page.getByRole('button', { name: 'Create role' })).toBeVisible();
  await page.goBack();
  await expect(settings.getByRole('button', { name: 'Audit log' })).toBeVisible();
  await settings.getByRole('button', { name: 'Close' }).tap();
  await expect(settings).toBeHidden();
});

test('what is not saved is not lost by mistake', async () => {
  const { page } = await enter(desktop);
  await arrive(page, 'server-settings=overview');
  await page.getByLabel('Server name').fill('Harbour Lane');
  // The keys of the app come after what is on screen.
  await expect(async () => {
    await page.keyboard.press('Escape');
    await expect(page.getByText('Save or reset your changes first.')).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await page.getByRole('button', { name: 'Members', exact: true }).click();
  await expect(page.getByLabel('Server name')).toHaveValue('Harbour Lane');
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(page.getByLabel('Server name')).toHaveValue('Harbour Street');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});
