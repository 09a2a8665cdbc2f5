import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Browser, type Page } from '@playwright/test';
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

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
  expect(violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.html}`))).toEqual([]);
}

/** The keys of a message act while it has the focus. */
async function press(page: Page, text: string, key: string): Promise<void> {
  await message(page, text).first().focus();
  await page.keyboard.press(key);
}

async function choose(page: Page, text: string, item: string): Promise<void> {
  await press(page, text, 'Enter');
  await page.getByRole('menuitem', { name: item }).click();
}

test('a message is answered, pinned, starred, forwarded, changed and hidden', async () => {
  const [first, second] = browsers as [Browser, Browser];
  const [ada, grace] = await Promise.all([openPage(first), openPage(second)]);
  const invite = await setUp(ada.page, hearth.setupLink, 'Harbour Street');
  await registerByInvite(grace.page, invite, 'grace', 'Grace Hopper');
  await write(ada.page, 'the ship comes at noon');
  await expect(message(grace.page, 'the ship comes at noon')).toBeVisible();

  await test.step('an answer quotes, and follows what it quotes', async () => {
    await press(grace.page, 'the ship comes at noon', 'r');
    const bar = grace.page.getByRole('group', { name: 'Replying to Ada Lovelace' });
    await expect(bar).toContainText('the ship comes at noon');
    await grace.page.keyboard.press('Escape');
    await expect(bar).toBeHidden();
    await press(grace.page, 'the ship comes at noon', 'r');
    await write(grace.page, 'I will be there');
    const quote = message(ada.page, 'I will be there').getByRole('button', { name: /Reply to Ada Lovelace/ });
    await expect(quote).toContainText('the ship comes at noon');
    await press(ada.page, 'the ship comes at noon', 'e');
    await ada.page.getByRole('textbox', { name: 'Edit message' }).fill('the ship comes at one');
    await ada.page.keyboard.press('Enter');
    await expect(quote).toContainText('the ship comes at one');
    await quote.click();
  });

  await test.step('the author sees what it said before', async () => {
    await message(ada.page, 'the ship comes at one').first().getByRole('button', { name: '(edited)' }).click();
    const dialog = ada.page.getByRole('dialog', { name: 'Edit history' });
    await expect(dialog.locator('ins')).toHaveText('one');
    await expect(dialog.locator('del')).toHaveText('noon');
    await expectAccessible(ada.page);
    await ada.page.keyboard.press('Escape');
  });

  await test.step('what is pinned is at hand for all', async () => {
    await press(ada.page, 'I will be there', 'p');
    await expect(message(grace.page, 'Ada Lovelace pinned a message')).toBeVisible();
    await grace.page.getByRole('button', { name: 'Pinned messages' }).click();
    const panel = grace.page.getByRole('dialog', { name: 'Pinned messages' });
    await expect(panel.getByRole('article')).toContainText('I will be there');
    await expectAccessible(grace.page);
    await panel.getByRole('button', { name: /Show the message of Grace Hopper/ }).click();
    await expect(panel).toBeHidden();
  });

  await test.step('what is starred is listed for oneself', async () => {
    const row = message(grace.page, 'the ship comes at one').first();
    await row.hover();
    await row.getByRole('button', { name: 'More', exact: true }).click();
    await grace.page.getByRole('menuitem', { name: 'Star message' }).click();
    await grace.page.getByRole('link', { name: 'Direct messages' }).click();
    await grace.page.getByRole('link', { name: 'Starred messages' }).click();
    await expect(grace.page.getByRole('main').getByRole('article')).toContainText('#general · Harbour Street');
    await expectAccessible(grace.page);
    await grace.page.getByRole('button', { name: /Show the message of Ada Lovelace/ }).click();
    await expect(message(grace.page, 'the ship comes at one').first()).toBeVisible();
  });

  await test.step('a message is handed on with a comment', async () => {
    await press(grace.page, 'the ship comes at one', 'f');
    const dialog = grace.page.getByRole('dialog', { name: 'Forward message' });
    await dialog.getByRole('searchbox').fill('gen');
    await dialog.getByRole('checkbox', { name: /general/ }).click();
    await dialog.getByRole('textbox', { name: 'Add a comment' }).fill('once more');
    await expectAccessible(grace.page);
    await dialog.getByRole('button', { name: 'Forward to 1 chat' }).click();
    await expect(dialog).toBeHidden();
    await expect(message(ada.page, 'Forwarded from #general')).toContainText('the ship comes at one');
    await expect(message(ada.page, 'once more')).toBeVisible();
  });

  await test.step('what one hides is hidden for oneself, and comes back', async () => {
    await choose(ada.page, 'once more', 'Hide for me');
    await expect(message(ada.page, 'You hid this message')).toBeFocused();
    await expect(message(ada.page, 'once more')).toHaveCount(0);
    await expect(message(grace.page, 'once more')).toBeVisible();
    await message(ada.page, 'You hid this message').getByRole('button', { name: 'Undo' }).click();
    await expect(message(ada.page, 'once more')).toBeVisible();
  });

  await test.step('an answer to what is gone can be sent without it', async () => {
    await write(ada.page, 'never mind');
    await press(grace.page, 'never mind', 'r');
    await grace.page.context().setOffline(true);
    await write(grace.page, 'why not?');
    await ada.page.bringToFront();
    await press(ada.page, 'never mind', 'Delete');
    await ada.page.getByRole('button', { name: 'Delete for everyone' }).click();
    await expect(message(ada.page, 'Message deleted')).toBeVisible();
    await grace.page.context().setOffline(false);
    await grace.page.getByRole('button', { name: 'Send without reply' }).click();
    await expect(message(ada.page, 'why not?')).toBeVisible();
  });
});
