import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { test } from './company';
import { message, write } from './people';

test.use({ gracesDevice: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } });

const field = (page: Page) => page.getByRole('combobox', { name: /^Search (this|everywhere)/ });
const results = (page: Page) => page.getByRole('list', { name: 'Messages found' }).getByRole('button');

/** Asked again until it is in the index, which follows a moment later. */
const expectFound = (page: Page, text: string, found: RegExp) =>
  expect(async () => {
    await field(page).fill('');
    await field(page).fill(text);
    await expect(results(page).first()).toHaveAccessibleName(found, { timeout: 2_000 });
  }).toPass();

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
  expect(violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.html}`))).toEqual([]);
}

test('what was said is found, and places by their names', async ({ ada, grace }) => {
  await write(ada.page, 'We meet at the Café Élan');
  for (const number of [1, 2, 3]) await write(ada.page, `and then ${number}`);
  await grace.page.getByRole('form', { name: 'New message' }).getByRole('textbox').fill('a cafe with 我们明天去公园 on its sign');
  await grace.page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(message(ada.page, 'a cafe with')).toBeVisible();

  await test.step('by words, whatever their accents, and the way leads back to the message', async () => {
    await ada.page.getByRole('button', { name: 'Pinned messages' }).hover();
    await expect(ada.page.locator('[data-tooltip-popup][data-open]')).toBeVisible();
    // Nobody waits for the field.
    await ada.page.keyboard.press('Control+f');
    await ada.page.keyboard.type('a sign');
    await expect(field(ada.page)).toHaveValue('a sign');
    await expect(field(ada.page)).toBeFocused();
    await expectFound(ada.page, 'cafe elan', /Café Élan/);
    await expect(ada.page.locator('mark').first()).toHaveText('Café');
    await expectAccessible(ada.page);
    await field(ada.page).press('Escape');
    await expectFound(ada.page, '明天', /明天/);
    await results(ada.page).first().click();
    await expect(message(ada.page, 'a cafe with')).toBeInViewport();
  });

  await test.step('in the order that is chosen', async () => {
    await field(ada.page).fill('cafe');
    await expect(results(ada.page)).toHaveCount(2);
    await expect(results(ada.page).first()).toHaveAccessibleName(/a cafe with/);
    await ada.page.getByRole('combobox', { name: 'Order' }).click();
    await ada.page.getByRole('option', { name: 'Oldest first' }).click();
    await expect(results(ada.page).first()).toHaveAccessibleName(/Café Élan/);
    await ada.page.getByRole('combobox', { name: 'Order' }).click();
    await ada.page.getByRole('option', { name: 'Newest first' }).click();
    await expect(results(ada.page).first()).toHaveAccessibleName(/a cafe with/);
  });

  await test.step('by a filter that is suggested', async () => {
    await field(ada.page).fill('cafe fr');
    await ada.page.getByRole('option', { name: /from:/ }).click();
    await ada.page.getByRole('option', { name: /Ada Lovelace/ }).click();
    await expect(field(ada.page)).toHaveValue('cafe from:ada ');
    await expect(results(ada.page)).toHaveCount(1);
    await expect(results(ada.page)).toHaveAccessibleName(/Café Élan/);
    await field(ada.page).fill('cafe before:soon');
    await expect(ada.page.getByText('“before:soon” means nothing here')).toBeVisible();
  });

  await test.step('on a phone over everything, and gone where it led', async () => {
    await grace.page.getByRole('button', { name: 'Search messages' }).click();
    await expectFound(grace.page, 'élan', /Café Élan/);
    await expectAccessible(grace.page);
    await results(grace.page).first().click();
    await expect(field(grace.page)).toBeHidden();
    await expect(message(grace.page, 'We meet at')).toBeInViewport();
    await grace.page.getByRole('button', { name: 'Search messages' }).click();
    await expect(field(grace.page)).toBeVisible();
    await grace.page.goBack();
    await expect(field(grace.page)).toBeHidden();
  });

  await test.step('not once it is deleted', async () => {
    await ada.page.keyboard.press('Escape');
    const row = message(ada.page, 'We meet at');
    await row.hover();
    await row.getByRole('button', { name: 'Delete message' }).click();
    await ada.page
      .getByRole('alertdialog')
      .getByRole('button', { name: /Delete/ })
      .click();
    await expect(row).toBeHidden();
    await ada.page.keyboard.press('Control+f');
    await field(ada.page).fill('elan');
    await expect(ada.page.getByText('Nothing found').last()).toBeVisible();
  });

  await test.step('a person by the name, with keys alone', async () => {
    await ada.page.keyboard.press('Control+k');
    await ada.page.keyboard.type('#general');
    const name = ada.page.getByRole('combobox', { name: 'Channel, person or server' });
    await expect(name).toBeFocused();
    await expect(name).toHaveValue('#general');
    await expect(ada.page.getByRole('option', { name: /general/ })).toBeVisible();
    await expectAccessible(ada.page);
    await name.fill('grace');
    await expect(ada.page.getByRole('option', { name: /Grace Hopper/ })).toBeVisible();
    await name.press('Enter');
    await expect(ada.page).toHaveURL(/\/conversations\/\d+/);
    await expect(ada.page.getByRole('heading', { name: 'Grace Hopper' })).toBeVisible();
  });
});
