import { expect } from '@playwright/test';
import { expectSound } from './screens/check';
import { test } from './company';
import { message, write } from './people';
import { PASSWORD } from './place';

test.use({ gracesDevice: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } });

test('an account is deleted, and others see that it is gone', async ({ ada, grace, hearth }) => {
  await grace.page.getByRole('textbox', { name: 'Message #general' }).fill('I was here');
  await grace.page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(message(ada.page, 'I was here')).toBeVisible();
  await write(ada.page, 'so you were');

  await test.step('not while one owns a server', async () => {
    await ada.page.goto(`${hearth.url}/friends?settings=account`);
    await ada.page.getByRole('button', { name: 'Delete account' }).click();
    const dialog = ada.page.getByRole('alertdialog');
    await dialog.getByRole('button', { name: 'Delete account' }).click();
    await expect(dialog.getByText('Enter your password.')).toBeVisible();
    await dialog.getByLabel('Your password').fill(PASSWORD);
    await dialog.getByRole('button', { name: 'Delete account' }).click();
    await expect(dialog.getByText('You own a server.')).toBeVisible();
    await expectSound(ada.page, 'deleting an account');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await ada.page.goBack();
  });

  await test.step('with the password alone', async () => {
    await grace.page.goto(`${hearth.url}/friends?settings=account`);
    await grace.page.getByRole('button', { name: 'Delete account' }).click();
    const dialog = grace.page.getByRole('alertdialog');
    await dialog.getByLabel('Your password').fill('not the password');
    await dialog.getByRole('button', { name: 'Delete account' }).click();
    await expect(dialog.getByText("The password isn't right.")).toBeVisible();
    await dialog.getByLabel('Your password').fill(PASSWORD);
    await dialog.getByRole('checkbox', { name: 'Also delete everything I wrote' }).click();
    await dialog.getByRole('button', { name: 'Delete account' }).click();
    await expect(grace.page.getByText('Your account is deleted')).toBeVisible();
    await expect(grace.page.getByRole('button', { name: 'Log in' })).toBeVisible();
  });

  await expect(message(ada.page, 'I was here')).toHaveCount(0);
  await expect(message(ada.page, 'so you were')).toBeVisible();
  expect([...ada.complaints, ...grace.complaints]).toEqual([]);
});
