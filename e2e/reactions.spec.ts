import { expect, type Page } from '@playwright/test';
import { faultsOn } from './axe';
import { test } from './company';
import { message, write } from './people';

async function expectAccessible(page: Page): Promise<void> {
  expect(await faultsOn(page)).toEqual([]);
}

const chip = (page: Page, text: string, emoji: string) => message(page, text).getByRole('button', { name: new RegExp(`^${emoji}, `) });
const picker = (page: Page) => page.getByRole('combobox', { name: 'Search emoji' });

test('people react, and vote in a poll', async ({ ada, grace }) => {
  await test.step('emoji are found by name and written at the caret', async () => {
    const field = ada.page.getByRole('textbox', { name: 'Message #general' });
    // The key is pressed before what it opens has come.
    let come = (): void => undefined;
    const coming = new Promise<void>((resolve) => (come = resolve));
    await ada.page.route(/\/assets\/EmojiButton-/, (route) => coming.then(() => route.continue()));
    await ada.page.reload();
    await field.fill('the ship is in');
    await ada.page.keyboard.press('ControlOrMeta+e');
    come();
    await expect(picker(ada.page)).toBeFocused();
    await ada.page.keyboard.press('Escape');
    await expect(field).toBeFocused();
    await ada.page.keyboard.press('ControlOrMeta+e');
    await picker(ada.page).fill('tada');
    await expect(ada.page.getByRole('option', { selected: true })).toHaveAccessibleName('party popper');
    await expectAccessible(ada.page);
    await ada.page.keyboard.press('Enter');
    await expect(field).toHaveValue('the ship is in🎉');
    await ada.page.keyboard.press('Enter');
    await expect(message(grace.page, 'the ship is in')).toBeVisible();
  });

  await test.step('a reaction is seen by all, joined and taken back', async () => {
    await message(grace.page, 'the ship is in').focus();
    await grace.page.keyboard.press('+');
    await picker(grace.page).fill('fire');
    await grace.page.keyboard.press('Enter');
    await expect(chip(grace.page, 'the ship is in', '🔥')).toHaveAttribute('aria-pressed', 'true');
    await expect(chip(ada.page, 'the ship is in', '🔥')).toHaveAttribute('aria-pressed', 'false');
    await chip(ada.page, 'the ship is in', '🔥').click();
    await expect(chip(grace.page, 'the ship is in', '🔥')).toHaveAccessibleName('🔥, 2 reactions');
    await ada.page.getByRole('textbox', { name: 'Message #general' }).hover();
    await chip(ada.page, 'the ship is in', '🔥').hover();
    await expect(ada.page.getByText('Ada Lovelace and Grace Hopper reacted with 🔥')).toBeVisible();
    await expectAccessible(ada.page);
    await chip(ada.page, 'the ship is in', '🔥').click({ button: 'right' });
    await expect(ada.page.getByRole('dialog', { name: 'Reactions' }).getByText('Grace Hopper')).toBeVisible();
    await ada.page.keyboard.press('Escape');
    await chip(grace.page, 'the ship is in', '🔥').click();
    await expect(chip(ada.page, 'the ship is in', '🔥')).toHaveAccessibleName('🔥, 1 reaction');
  });

  await test.step('a poll is asked, counted live and ended', async () => {
    await ada.page.getByRole('button', { name: 'More to send' }).click();
    await ada.page.getByRole('menuitem', { name: 'New poll' }).click();
    const dialog = ada.page.getByRole('dialog', { name: 'New poll' });
    await dialog.getByLabel('Question').fill('Where do we eat?');
    await dialog.getByLabel('Answer 1', { exact: true }).fill('At the harbour');
    await dialog.getByLabel('Answer 2', { exact: true }).fill('At home');
    await expectAccessible(ada.page);
    await dialog.getByRole('button', { name: 'Send poll' }).click();
    const poll = (page: Page) => page.getByRole('region', { name: 'Poll: Where do we eat?' });
    await poll(grace.page)
      .getByRole('radio', { name: /At the harbour/ })
      .click();
    await expect(poll(ada.page)).toContainText('1 vote');
    await poll(ada.page)
      .getByRole('radio', { name: /At home/ })
      .click();
    await expect(poll(grace.page).getByRole('radio', { name: 'At home, 50%' })).not.toBeChecked();
    await poll(grace.page)
      .getByRole('radio', { name: /At home/ })
      .click();
    await expect(poll(ada.page).getByRole('radio', { name: 'At home, 100%' })).toBeChecked();
    await expectAccessible(grace.page);
    await poll(ada.page).getByRole('button', { name: 'End poll' }).click();
    await ada.page.getByRole('alertdialog').getByRole('button', { name: 'End poll' }).click();
    await expect(poll(grace.page)).toContainText('Final result');
    await expect(grace.page.getByText("Ada Lovelace's poll has ended.")).toBeVisible();
  });

  await write(grace.page, 'see you there');
  await expect(message(ada.page, 'see you there')).toBeVisible();
});
