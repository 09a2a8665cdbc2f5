import { expect } from '@playwright/test';
import { faultsOn } from './axe';
import { test } from './company';
import { drawing } from './drawing';
import { message } from './people';

test('what was sent in a channel is looked through, and what takes room is deleted', async ({
  ada,
  grace,
  home: { ada: adasPhone, generalId },
}) => {
  const picture = (name: string, color: [number, number, number]) => adasPhone.upload(generalId, name, drawing(400, 300, color));
  await adasPhone.say(generalId, 'From the harbour', [
    await picture('harbour.png', [0, 128, 128]),
    await picture('bread.png', [205, 133, 63]),
  ]);
  await adasPhone.say(generalId, 'The recipe', [await adasPhone.upload(generalId, 'recipe.txt', 'flour\nwater\nsalt\n')]);
  const media = grace.page.getByRole('dialog', { name: 'Media and files' });

  await test.step('Grace looks through the pictures, and goes to where one stands', async () => {
    await grace.page.getByRole('button', { name: 'More about general' }).click();
    await grace.page.getByRole('menuitem', { name: 'Media and files' }).click();
    const tiles = media.getByRole('button', { name: /^Open .*\.png/ });
    await expect(tiles).toHaveCount(2);
    expect(await faultsOn(grace.page)).toEqual([]);
    await tiles.first().click();
    const lightbox = grace.page.getByRole('dialog').filter({ has: grace.page.getByText('1 of 2') });
    await expect(lightbox.getByRole('img', { name: 'bread.png' })).toBeVisible();
    await grace.page.keyboard.press('Escape');
    await expect(tiles.first()).toBeFocused();
    await grace.page.keyboard.press('ArrowRight');
    await expect(tiles.last()).toBeFocused();
  });

  await test.step('a new one comes by itself, other files have a list of their own', async () => {
    await adasPhone.say(generalId, 'One more', [await picture('cat.png', [90, 90, 90])]);
    await expect(media.getByRole('button', { name: /^Open cat\.png/ })).toBeVisible();
    await media.getByRole('tab', { name: 'Files' }).click();
    await expect(media.getByText('recipe.txt')).toBeVisible();
    await media.getByRole('button', { name: /Go to the message with recipe\.txt/ }).click();
    await expect(media).toBeHidden();
    await expect(message(grace.page, 'The recipe')).toBeVisible();
  });

  await test.step('Ada deletes two of her files, and they are gone for Grace', async () => {
    await ada.page.goto(`${ada.page.url()}?settings=storage`);
    const files = ada.page.getByRole('list', { name: 'Files' });
    await expect(files.getByRole('listitem')).toHaveCount(4);
    expect(await faultsOn(ada.page)).toEqual([]);
    for (const name of ['recipe.txt', 'cat.png']) await ada.page.getByRole('checkbox', { name: `Choose ${name}` }).check();
    await ada.page.getByRole('button', { name: 'Delete', exact: true }).click();
    await ada.page.getByRole('alertdialog').getByRole('button', { name: 'Delete', exact: true }).click();
    await expect(files.getByRole('listitem')).toHaveCount(2);
    await expect(message(grace.page, 'The recipe').getByText('recipe.txt')).toBeHidden();
    await expect(message(grace.page, 'The recipe')).toBeVisible();
  });

  await test.step('she sees what her server takes, and where', async () => {
    await ada.page.goto(ada.page.url().replace('?settings=', '?server-settings='));
    await expect(ada.page.getByRole('progressbar', { name: 'Files of this server' })).toBeVisible();
    await expect(ada.page.getByRole('list', { name: 'Files' }).getByRole('listitem')).toHaveCount(2);
    await expect(ada.page.getByRole('dialog').getByText('#general', { exact: true })).toBeVisible();
    expect(await faultsOn(ada.page)).toEqual([]);
    await ada.page.goto(ada.page.url().replace('?server-settings=', '?settings='));
  });

  await test.step('as an admin she deletes one by its size alone, and it is gone for Grace', async () => {
    await ada.page.getByRole('button', { name: 'Admin console' }).click();
    await ada.page.getByRole('button', { name: /^Ada Lovelace.* 2 files/ }).click();
    const files = ada.page.getByRole('dialog', { name: 'Files of Ada Lovelace' });
    await expect(files.getByRole('listitem')).toHaveCount(2);
    await expect(files.getByText('.png')).toBeHidden();
    expect(await faultsOn(ada.page)).toEqual([]);
    await files
      .getByRole('button', { name: /^Delete File/ })
      .first()
      .click();
    await ada.page.getByRole('alertdialog').getByRole('button', { name: 'Delete', exact: true }).click();
    await expect(files.getByRole('listitem')).toHaveCount(1);
    await expect(message(grace.page, 'From the harbour').getByRole('button', { name: /^Open .*\.png/ })).toHaveCount(1);
    await ada.page.keyboard.press('Escape');
    await expect(files).toBeHidden();
  });

  await test.step('she sets a bound, which the app knows at once', async () => {
    await ada.page.getByRole('textbox', { name: 'One file' }).fill('0.001');
    await ada.page.getByRole('button', { name: 'Save' }).click();
    await expect(ada.page.getByRole('button', { name: 'Save' })).toBeHidden();
    expect(await faultsOn(ada.page)).toEqual([]);
    await ada.page.getByRole('button', { name: 'Background work' }).click();
    await expect(ada.page.getByRole('heading', { name: 'General' })).toBeVisible();
    await ada.page.getByRole('button', { name: 'Admin log' }).click();
    await expect(ada.page.getByText('changed settings')).toBeVisible();
    await expect(ada.page.getByText('deleted a file')).toBeVisible();
    await grace.page.locator('[data-composer]').evaluate((field) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['x'.repeat(5_000)], 'long.txt', { type: 'text/plain' }));
      for (const type of ['dragover', 'drop']) field.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    });
    await expect(grace.page.getByText('1 file is too large. At most 1 kB.')).toBeVisible();
  });
  expect([...ada.complaints, ...grace.complaints]).toEqual([]);
});
