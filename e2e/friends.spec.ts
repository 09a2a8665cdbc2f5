import { expect, test, type Browser, type Page } from '@playwright/test';
import { faultsOn } from './axe';
import { openBrowser, openPage } from './browser';
import { startHearth, type Hearth } from './hearth';
import { message, registerByInvite, setUp, write } from './people';

let hearth: Hearth;
let browsers: Browser[];

test.beforeAll(async () => {
  hearth = await startHearth();
  browsers = await Promise.all([openBrowser(), openBrowser()]);
});

test.afterAll(async () => {
  await Promise.all(browsers.map((browser) => browser.close()));
  await hearth.stop();
});

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

async function expectAccessible(page: Page): Promise<void> {
  expect(await faultsOn(page)).toEqual([]);
}

const tab = (page: Page, name: string | RegExp) => page.getByRole('tab', { name });

test('two people become friends, one blocks the other, and they make up', async () => {
  const [first, second] = browsers as [Browser, Browser];
  const [ada, grace] = await Promise.all([openPage(first), openPage(second, phone)]);
  const invite = await setUp(ada.page, hearth.setupLink, 'Harbour Street');
  await registerByInvite(grace.page, invite, 'grace', 'Grace Hopper');
  // On touch screens Enter begins a new line.
  await write(ada.page, 'welcome');
  await grace.page.getByRole('form', { name: 'New message' }).getByRole('textbox').fill('good morning');
  await grace.page.getByRole('button', { name: 'Send', exact: true }).click();

  await test.step('a request by name says what came of it', async () => {
    await ada.page.getByRole('link', { name: 'Direct messages' }).click();
    await ada.page.getByRole('link', { name: 'Friends' }).click();
    await tab(ada.page, 'Add friend').click();
    const name = ada.page.getByRole('textbox', { name: 'User name' });
    await name.fill('nobody.here');
    await name.press('Enter');
    await expect(ada.page.getByText('Nobody takes requests under that name.')).toBeVisible();
    await name.fill('Grace');
    await name.press('Enter');
    await expect(ada.page.getByText('Grace Hopper was asked to be your friend.')).toBeVisible();
    await expectAccessible(ada.page);
  });

  await test.step('the other one is told, and accepts on a phone', async () => {
    await grace.page.goto(`${hearth.url}/friends`);
    await tab(grace.page, /Requests/).click();
    await expectAccessible(grace.page);
    await grace.page.getByRole('button', { name: 'Accept Ada Lovelace' }).click();
    await tab(grace.page, 'All').click();
    await expect(grace.page.getByRole('button', { name: /Ada Lovelace/ }).first()).toBeVisible();
  });

  await test.step('a card opens by keyboard beside a message, and leads to a conversation', async () => {
    await ada.page.getByRole('link', { name: 'Harbour Street' }).click();
    await message(ada.page, 'good morning').focus();
    await ada.page.keyboard.press('Enter');
    await ada.page.getByRole('menuitem', { name: 'Profile of Grace Hopper' }).press('Enter');
    const card = ada.page.getByRole('dialog', { name: 'Profile' });
    await expect(card.getByText('@grace')).toBeVisible();
    await expectAccessible(ada.page);
    await ada.page.keyboard.press('Escape');
    await expect(card).toBeHidden();
    await expect(message(ada.page, 'good morning')).toBeFocused();
  });

  await test.step('what somebody blocked writes is not shown until asked for', async () => {
    await ada.page
      .getByRole('complementary')
      .getByRole('button', { name: /Grace Hopper/ })
      .click();
    const card = ada.page.getByRole('dialog', { name: 'Profile' });
    await card.getByRole('button', { name: 'More' }).click();
    await ada.page.getByRole('menuitem', { name: 'Block' }).click();
    const question = ada.page.getByRole('alertdialog', { name: 'Block Grace Hopper?' });
    await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
    await question.getByRole('button', { name: 'Block' }).click();
    await expect(ada.page.getByText('Blocked message')).toBeVisible();
    await expect(message(ada.page, 'good morning')).toHaveCount(0);
    await ada.page.keyboard.press('Escape');
    await ada.page.getByRole('button', { name: 'Show', exact: true }).click();
    await expect(message(ada.page, 'good morning')).toBeVisible();
    await expect(grace.page.getByText('No friends yet')).toBeVisible();
  });

  await test.step('and shows again once the block is taken back', async () => {
    await ada.page.goto(`${hearth.url}/friends?tab=hidden`);
    await ada.page.getByRole('button', { name: 'Unblock Grace Hopper' }).click();
    await expect(ada.page.getByText('You block and ignore nobody')).toBeVisible();
  });

  await test.step('what one says of oneself shows, and goes', async () => {
    const { page } = ada;
    const account = page.getByRole('region', { name: 'Your account' });
    await account.getByRole('button', { name: /Change status/ }).click();
    await page.getByRole('menuitem', { name: 'Set a status text' }).click();
    await page.getByLabel('What are you up to?').fill('At the harbour');
    await page.getByRole('button', { name: 'Set', exact: true }).click();
    await expect(account.getByText('At the harbour')).toBeVisible();
    await account.getByRole('button', { name: /Change status/ }).click();
    await page.getByRole('menuitem', { name: 'Remove status text' }).click();
    await expect(page.getByText('At the harbour')).toHaveCount(0);
  });
  expect([...ada.complaints, ...grace.complaints]).toEqual([]);
});
