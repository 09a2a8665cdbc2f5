import { expect } from '@playwright/test';
import { faultsOn } from './axe';
import { test } from './company';
import { drawing } from './drawing';
import { message } from './people';

test('pictures of a message are looked at closely, other files are saved', async ({ grace, home: { ada, generalId } }) => {
  const ids = [
    await ada.upload(generalId, 'harbour.png', drawing(1_600, 900, [0, 128, 128]), { alt: 'The harbour at noon' }),
    await ada.upload(generalId, 'bread.png', drawing(600, 800, [205, 133, 63])),
    await ada.upload(generalId, 'recipe.txt', 'flour\nwater\nsalt\n'),
  ];
  await ada.say(generalId, 'From today', ids);
  const row = message(grace.page, 'From today');
  const harbour = row.getByRole('button', { name: 'Open The harbour at noon' });

  await test.step('they come without anybody’s doing', async () => {
    await expect(harbour.locator('img')).toHaveJSProperty('complete', true);
    expect(await harbour.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
    await expect(row.getByRole('button', { name: 'Open bread.png' })).toBeVisible();
    await expect(row.getByText('recipe.txt')).toBeVisible();
    expect(await faultsOn(grace.page)).toEqual([]);
  });

  await test.step('one is opened, and the next one by a key', async () => {
    await harbour.click();
    const lightbox = grace.page.getByRole('dialog');
    await expect(lightbox.getByRole('img', { name: 'The harbour at noon' })).toBeVisible();
    await expect(lightbox.getByText('1 of 2')).toBeVisible();
    await lightbox.getByRole('button', { name: 'Zoom in' }).click();
    await expect(lightbox.getByRole('button', { name: 'Zoom out' })).toBeEnabled();
    expect(await faultsOn(grace.page)).toEqual([]);
    await grace.page.keyboard.press('ArrowRight');
    await expect(lightbox.getByRole('img', { name: 'bread.png' })).toBeVisible();
    await expect(lightbox.getByRole('button', { name: 'Next picture' })).toBeHidden();
    await grace.page.keyboard.press('Escape');
    await expect(lightbox).toBeHidden();
    await expect(harbour).toBeFocused();
  });

  await test.step('a text is saved under its name', async () => {
    const download = grace.page.waitForEvent('download');
    await row.getByRole('link', { name: 'Download recipe.txt' }).click();
    expect((await download).suggestedFilename()).toBe('recipe.txt');
  });
});
