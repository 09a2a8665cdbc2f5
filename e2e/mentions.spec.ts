import { expect } from '@playwright/test';
import { test } from './company';
import { message } from './people';

test('somebody is called by name, sees that from elsewhere, and finds the place', async ({ hearth, ada, grace }) => {
  await test.step('names are completed as they are typed, and a chip stands in their place', async () => {
    const composer = grace.page.getByRole('textbox', { name: 'Message #general' });
    await ada.page.goto(`${hearth.url}/friends`);
    await composer.pressSequentially('Ask @ad');
    await expect(grace.page.getByRole('option', { name: /Ada Lovelace/ })).toBeVisible();
    await composer.press('Enter');
    await expect(composer).toHaveValue('Ask @ada ');
    await composer.pressSequentially('in #gen');
    await composer.press('Tab');
    await expect(composer).toHaveValue('Ask @ada in #general ');
    await composer.press('Enter');
    const sent = message(grace.page, 'Ask');
    await expect(sent.getByRole('button', { name: '@Ada Lovelace' })).toBeVisible();
    await expect(sent.getByRole('link', { name: '#general' })).toBeVisible();
  });

  await test.step('the one who is called sees it in the list, in the title and in the inbox', async () => {
    const { page } = ada;
    await expect(page.getByRole('link', { name: 'Harbour Street, 1 mention' })).toBeVisible();
    await expect(page).toHaveTitle(/^\(1\) /);
    await page.getByRole('link', { name: /Inbox/ }).click();
    await page.getByRole('button', { name: /^Show the message of Grace/ }).click();
    await expect(message(page, 'Ask')).toBeVisible();
    await expect(page).not.toHaveTitle(/^\(1\) /);
    await expect(page.getByRole('link', { name: 'Harbour Street', exact: true })).toBeVisible();
  });

  await test.step('an edit shows names as they were typed', async () => {
    const { page } = grace;
    await message(page, 'Ask').hover();
    await message(page, 'Ask').getByRole('button', { name: 'Edit message' }).click();
    const editor = page.getByRole('textbox', { name: 'Edit message' });
    await expect(editor).toHaveValue('Ask @ada in #general');
    await editor.fill('Ask nobody');
    await editor.press('Enter');
    await expect(message(ada.page, 'Ask nobody')).toBeVisible();
  });
  expect([...ada.complaints, ...grace.complaints]).toEqual([]);
});
