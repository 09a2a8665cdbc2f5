import { devices, expect, test, type Browser, type Page } from '@playwright/test';
import { Api } from './api';
import { faultsOn } from './axe';
import { openBrowser, openPage, type Visitor } from './browser';
import { startHearth, type Hearth } from './hearth';
import { logIn, registerByInvite, setUp } from './people';

/** More than a block of the list. */
const CROWD = 70;

let hearth: Hearth;
let browser: Browser;
let ada: Visitor;
let invite: string;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  hearth = await startHearth({ RATE_LIMIT_SCALE: '0' });
  browser = await openBrowser();
  ada = await openPage(browser);
  invite = await setUp(ada.page, hearth.setupLink, 'Harbour Street');
  const inviteCode = invite.split('/').at(-1);
  const join = (index: number) =>
    ada.page.request.post(`${hearth.url}/api/v1/auth/register`, {
      data: { username: `crowd_${index}`, displayName: `Crowd ${index}`, password: 'correct horse battery', inviteCode },
    });
  for (let index = 0; index < CROWD; index += 1) expect((await join(index)).ok()).toBe(true);
  // The last one signed in with the cookie of this browser.
  await ada.page.context().clearCookies();
  await logIn(ada.page, hearth.url, 'ada');
});

test.afterAll(async () => {
  await browser.close();
  await hearth.stop();
});

const list = (page: Page) => page.getByRole('list', { name: 'Members' });
const row = (page: Page, name: string) => list(page).getByRole('button', { name });
const focused = (page: Page) => list(page).locator('button:focus');

test('shows who is here and who is not, and of many only those on the screen', async () => {
  const { page } = ada;
  await expect(list(page).getByRole('heading')).toHaveText(['Online · 1', `Offline · ${CROWD}`]);
  await expect(row(page, 'Ada Lovelace')).toBeVisible();
  expect(await list(page).getByRole('listitem').count()).toBeLessThan(40);
  expect(await faultsOn(page, (axe) => axe.include('aside'))).toEqual([]);
});

test('is walked through by keyboard, to its end and back', async () => {
  const { page } = ada;
  await row(page, 'Ada Lovelace').focus();
  await page.keyboard.press('ArrowDown');
  await expect(focused(page)).toContainText('Crowd 0');
  await page.keyboard.press('End');
  await expect(focused(page)).toContainText(`Crowd ${CROWD - 1}`);
  await page.keyboard.press('ArrowUp');
  await expect(focused(page)).toContainText(`Crowd ${CROWD - 2}`);
  await page.keyboard.press('Home');
  await expect(focused(page)).toContainText('Ada Lovelace');
  await expect(list(page).getByRole('heading', { name: /^Online/ })).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByText('@ada')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(focused(page)).toContainText('Ada Lovelace');
});

test('follows who comes, without moving what somebody reads', async () => {
  const { page } = ada;
  await row(page, 'Ada Lovelace').focus();
  await page.keyboard.press('End');
  await expect(row(page, `Crowd ${CROWD - 1}`)).toBeInViewport();
  await page.mouse.move(1_400, 450);
  await page.mouse.wheel(0, -600);
  const seen = row(page, 'Crowd 50');
  await expect(seen).toBeInViewport();
  await page.waitForTimeout(500);
  const before = await seen.boundingBox();
  const guest = await openPage(browser);
  await registerByInvite(guest.page, invite, 'grace', 'Grace Hopper');
  await page.waitForTimeout(1_000);
  expect((await seen.boundingBox())?.y).toBeCloseTo(before?.y ?? 0, 0);
  await page.mouse.wheel(0, -10_000);
  await expect(row(page, 'Grace Hopper')).toBeVisible();
  await expect(list(page).getByRole('heading').first()).toHaveText('Online · 2');
  await guest.page.context().close();
  await expect(list(page).getByRole('heading').first()).toHaveText('Online · 1');
});

test('shows a hoisted role and a nickname as soon as they are given', async () => {
  const { page } = ada;
  const api = await Api.of(page, hearth.url, 'ada');
  const serverId = new URL(page.url()).pathname.split('/')[2] ?? '';
  const role = await api.call<{ id: string }>(page, 'POST', `/servers/${serverId}/roles`, { name: 'Keepers', hoist: true });
  await api.call(page, 'PUT', `/servers/${serverId}/members/${api.userId}/roles/${role.id}`);
  await expect(list(page).getByRole('heading').first()).toHaveText('Keepers · 1');
  await api.call(page, 'PATCH', `/servers/${serverId}/members/me`, { nickname: 'The countess' });
  await expect(row(page, 'The countess')).toBeVisible();
});

test('slides in on a phone, right to left too', async () => {
  const phone = await openPage(browser, { ...devices['Pixel 7'], locale: 'ar' });
  const { page } = phone;
  await page.goto(`${hearth.url}/login`);
  await page.getByLabel('اسم المستخدم').fill('ada');
  await page.getByLabel('كلمة المرور', { exact: true }).fill('correct horse battery');
  await page.keyboard.press('Enter');
  await page.waitForURL(/servers/);
  await page.goto(ada.page.url());
  await page
    .locator('#conversation header')
    .getByRole('button', { name: /^المزيد عن/ })
    .click();
  await page.getByRole('menuitem', { name: 'إظهار الأعضاء' }).click();
  const first = page.getByRole('list', { name: 'الأعضاء' }).getByRole('button').first();
  await expect(first).toBeInViewport();
  const box = await first.boundingBox();
  expect(box?.height).toBeGreaterThanOrEqual(44);
  // The picture is at the right edge.
  const picture = await first.locator('span').first().boundingBox();
  expect(picture?.x).toBeGreaterThan((page.viewportSize()?.width ?? 0) / 2);
  await page.context().close();
});
