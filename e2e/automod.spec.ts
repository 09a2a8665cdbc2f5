import { devices, expect, test, type Browser, type Page } from '@playwright/test';
import { openBrowser, openPage, type Visitor } from './browser';
import { startHearth, type Hearth } from './hearth';
import { logIn, message, registerByInvite, setUp, write } from './people';

let hearth: Hearth;
let browser: Browser;
let ada: Visitor;
let grace: Visitor;
let invite: string;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  hearth = await startHearth();
  browser = await openBrowser();
  ada = await openPage(browser);
  grace = await openPage(browser);
  invite = await setUp(ada.page, hearth.setupLink, 'Harbour Street');
  await registerByInvite(grace.page, invite, 'grace', 'Grace Hopper');
});

test.afterAll(async () => {
  await browser.close();
  await hearth.stop();
});

async function openAutoMod(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /Harbour Street/ })
    .first()
    .click();
  await page.getByRole('menuitem', { name: 'Server settings' }).click();
  await page.getByRole('button', { name: 'AutoMod' }).click();
}

test('the owner writes a rule, tries it, and it holds at once', async () => {
  const { page } = ada;
  await openAutoMod(page);
  await page.getByRole('button', { name: 'Create rule' }).click();
  await page.getByRole('menuitem', { name: 'Words and phrases' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Add a word or phrase.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Words and phrases' }).fill('forbidden*\nnot here');
  await page.getByLabel('Try it').fill('A FÓRBIDDENLY bad idea');
  await expect(page.getByText('The rule finds forbidden in this.')).toBeVisible();
  await page.getByLabel('Try it').fill('a fine idea');
  await expect(page.getByText('The rule finds nothing in this.')).toBeVisible();
  await page.getByLabel('What its author reads').fill('We do not say that here.');
  await page.getByRole('checkbox', { name: 'Tell moderators' }).click();
  await page.getByRole('combobox', { name: 'Channel for alerts' }).click();
  await page.getByRole('option', { name: 'general' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('switch', { name: 'Rule Words and phrases is on' })).toBeChecked();
  await page.keyboard.press('Escape');

  await write(grace.page, 'this is forbidden');
  await expect(grace.page.getByText('Not sent. We do not say that here.')).toBeVisible();
  const alert = message(page, 'AutoMod').filter({ hasText: 'this is forbidden' });
  await expect(alert.getByText('Blocked')).toBeVisible();
  await expect(alert.locator('mark')).toHaveText('forbidden');
});

test('whoever was stopped finds the text again, and can say it in other words', async () => {
  const { page } = grace;
  await message(page, 'this is forbidden').getByRole('button', { name: 'Edit message' }).click();
  const composer = page.getByRole('form', { name: 'New message' }).getByRole('textbox');
  await expect(composer).toHaveValue('this is forbidden');
  await composer.fill('this is unusual');
  await composer.press('Enter');
  await expect(message(ada.page, 'this is unusual')).toBeVisible();

  await page.getByRole('article').filter({ hasText: 'this is unusual' }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Edit message' }).click();
  const editor = page.getByRole('textbox', { name: 'Edit message' });
  await expect(page.getByRole('menu')).toHaveCount(0);
  await editor.click();
  await editor.press('ControlOrMeta+a');
  await editor.pressSequentially('this is not here');
  await editor.press('Enter');
  await expect(page.getByText('We do not say that here.').last()).toBeVisible();
  await expect(editor).toHaveValue('this is not here');
  await editor.press('Escape');
});

test('a moderator acts from the alert', async () => {
  const { page } = ada;
  const alert = message(page, 'AutoMod').filter({ hasText: 'this is forbidden' });
  await alert.getByRole('button', { name: 'Act on Grace Hopper' }).click();
  await expect(page.getByRole('menuitem', { name: /Time out/ })).toBeVisible();
  await page.keyboard.press('Escape');
});

test('a rule is found, switched off and deleted on a phone', async () => {
  const phone = await openPage(browser, { ...devices['Pixel 7'] });
  await logIn(phone.page, hearth.url, 'ada');
  await expect(phone.page.getByText('Harbour Street').first()).toBeVisible();
  const { pathname } = new URL(ada.page.url());
  await phone.page.goto(`${hearth.url}${pathname}?server-settings=automod`);
  const on = phone.page.getByRole('switch', { name: 'Rule Words and phrases is on' });
  await on.click();
  await expect(on).not.toBeChecked();
  await write(grace.page, 'forbidden no more');
  await expect(message(ada.page, 'forbidden no more')).toBeVisible();
  await phone.page.getByRole('button', { name: /^Words and phrases/ }).click();
  await expect(phone.page.getByLabel('Rule name')).toBeVisible();
  await phone.page.getByRole('button', { name: 'Delete rule' }).click();
  await phone.page.getByRole('alertdialog').getByRole('button', { name: 'Delete rule' }).click();
  await expect(phone.page.getByText('No rules yet')).toBeVisible();
  expect([...ada.complaints, ...grace.complaints, ...phone.complaints]).toEqual([]);
});

test('a raid is told of, keeps others out, and is said to be over', async () => {
  const { page } = ada;
  await openAutoMod(page);
  // It was deleted elsewhere since this page was last looked at.
  await expect(page.getByText('No rules yet')).toBeVisible();
  await page.getByRole('button', { name: 'Create rule' }).click();
  await page.getByRole('menuitem', { name: 'Raids' }).click();
  // Grace is one of them: her account is as young.
  await page.getByLabel('So many new accounts join').fill('3');
  await page.getByRole('combobox', { name: 'Within' }).click();
  await page.getByRole('option', { name: '1 hour' }).click();
  await page.getByRole('checkbox', { name: 'Tell moderators' }).click();
  await page.getByRole('combobox', { name: 'Channel for alerts' }).click();
  await page.getByRole('option', { name: 'general' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('switch', { name: 'Rule Raids is on' })).toBeChecked();
  await page.keyboard.press('Escape');

  for (const name of ['mallory', 'trudy']) {
    const newcomer = await openPage(browser);
    await registerByInvite(newcomer.page, invite, name, name);
    await newcomer.page.context().close();
  }
  const alert = message(page, 'AutoMod').filter({ hasText: '3 new accounts joined' });
  await expect(alert).toBeVisible();
  const late = await openPage(browser);
  await expect(registerByInvite(late.page, invite, 'late', 'Late')).rejects.toThrow();
  await expect(late.page.getByText("This server isn't letting anybody in at the moment.")).toBeVisible();

  await alert.getByRole('link', { name: 'Open AutoMod' }).click();
  const settings = page.getByRole('dialog', { name: 'Harbour Street' });
  await expect(settings.getByText('Nobody can join until')).toBeVisible();
  await settings.getByRole('button', { name: 'End it now' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'End it now' }).click();
  await expect(settings.getByText('Nobody can join until')).toHaveCount(0);
  await late.page.getByRole('button', { name: 'Create account and join' }).click();
  await expect(late.page.getByRole('textbox', { name: 'Message #general' })).toBeVisible();
});
