import { expect, type Page } from '@playwright/test';
import { faultsOn } from './axe';
import { test } from './company';
import { drawing } from './drawing';
import { message } from './people';

const STEPS = [0.25, 0.5, 0.75, 1, 1, 1];

/** A finger that is drawn across the page within a second, and rests before it is lifted: after a fling the browser takes the next tap for its end. */
async function swipe(page: Page, from: number, to: number): Promise<void> {
  const finger = await page.context().newCDPSession(page);
  const begun = Date.now() / 1_000 - 1;
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', step: number, at?: number) =>
    finger.send('Input.dispatchTouchEvent', {
      type,
      timestamp: begun + step / 10,
      touchPoints: at === undefined ? [] : [{ x: at, y: 400 }],
    });
  await touch('touchStart', 0, from);
  for (const [index, part] of STEPS.entries()) await touch('touchMove', index + 1, from + (to - from) * part);
  await touch('touchEnd', STEPS.length + 1);
  await finger.detach();
}

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
    await harbour.click();
    await lightbox.getByRole('group', { name: 'The harbour at noon' }).click({ position: { x: 4, y: 4 } });
    await expect(lightbox).toBeHidden();
  });

  await test.step('a text is saved under its name', async () => {
    const download = grace.page.waitForEvent('download');
    await row.getByRole('link', { name: 'Download recipe.txt' }).click();
    expect((await download).suggestedFilename()).toBe('recipe.txt');
  });
});

test.describe('on a phone', () => {
  test.use({ gracesDevice: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } });

  test('a finger draws the next picture in, and the one before; going back leads to the message', async ({
    grace: { page },
    home: { ada, grace, generalId },
  }) => {
    const colours: [number, number, number][] = [
      [0, 128, 128],
      [205, 133, 63],
      [72, 61, 139],
    ];
    const ids = await Promise.all(colours.map((colour, index) => ada.upload(generalId, `${index + 1}.png`, drawing(600, 400, colour))));
    await ada.say(generalId, 'Three of them', ids);
    const lightbox = page.getByRole('dialog');
    await message(page, 'Three of them').getByRole('button', { name: 'Open 1.png' }).tap();
    await expect(lightbox.getByText('1 of 3')).toBeVisible();
    await swipe(page, 300, 80);
    await expect(lightbox.getByRole('img', { name: '2.png' })).toBeVisible();
    await swipe(page, 300, 80);
    await expect(lightbox.getByText('3 of 3')).toBeVisible();
    // There is no further one, and a finger that hardly moved wants nothing.
    await swipe(page, 300, 80);
    await swipe(page, 100, 130);
    await swipe(page, 80, 300);
    await expect(lightbox.getByRole('img', { name: '2.png' })).toBeVisible();
    await lightbox.getByRole('button', { name: 'Zoom in' }).tap();
    await expect(lightbox.getByRole('button', { name: 'Zoom out' })).toBeEnabled();
    await swipe(page, 300, 80);
    await expect(lightbox.getByRole('img', { name: '2.png' })).toBeVisible();
    await lightbox.getByRole('button', { name: 'Zoom out' }).tap();
    await expect(lightbox.getByRole('button', { name: 'Zoom out' })).toBeDisabled();
    await swipe(page, 80, 300);
    await expect(lightbox.getByText('1 of 3')).toBeVisible();
    await page.goBack();
    await expect(lightbox).toBeHidden();
    await expect(message(page, 'Three of them')).toBeVisible();

    await test.step('an own picture is as wide as one of somebody else', async () => {
      for (const [who, text] of [
        [ada, 'Theirs'],
        [grace, 'Ours'],
      ] as const)
        await who.say(generalId, text, [await who.upload(generalId, 'wide.png', drawing(1_600, 900, [0, 128, 128]))]);
      const picture = (text: string) => message(page, text).getByRole('button', { name: 'Open wide.png' });
      await expect(message(page, 'Ours').getByRole('img', { name: /Sent|Delivered|Read/ })).toBeAttached();
      expect((await picture('Ours').boundingBox())?.width).toBe((await picture('Theirs').boundingBox())?.width);
    });
  });
});
