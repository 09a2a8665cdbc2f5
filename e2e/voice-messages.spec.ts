import { expect, type Locator, type Page } from '@playwright/test';
import { faultsOn } from './axe';
import { MICROPHONE } from './browser';
import { test } from './company';

test.use({ flags: MICROPHONE });

const record = (page: Page) => page.getByRole('button', { name: 'Record a voice message' });
const bar = (page: Page) => page.getByRole('group', { name: 'Voice message', exact: true });
const timer = (page: Page) => bar(page).getByRole('timer');
const voices = (page: Page) => page.locator('[data-conversation-list]').getByRole('article', { name: /Voice message \(/ });

/** Until so much is recorded that letting go means sending. */
const heard = (page: Page, time: RegExp) => expect(timer(page)).toHaveText(time);

async function hold(page: Page): Promise<{ x: number; y: number }> {
  const box = await record(page).boundingBox();
  const at = { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  return at;
}

const position = (player: Locator) => player.getByRole('slider', { name: 'Position' });

test('somebody records by hand and by keys, and somebody else hears it', async ({ ada, grace }) => {
  const { page } = ada;

  await test.step('what is drawn aside is gone', async () => {
    const { x, y } = await hold(page);
    await heard(page, /0:01/);
    await page.mouse.move(x - 60, y, { steps: 3 });
    await expect(bar(page).getByText('Slide to cancel')).toBeVisible();
    await page.mouse.move(x - 160, y, { steps: 3 });
    await expect(timer(page)).toBeHidden();
    await page.mouse.up();
    await expect(bar(page).getByRole('status')).toHaveText('Recording deleted');
    await expect(voices(page)).toHaveCount(0);
  });

  await test.step('what is let go of is sent', async () => {
    await hold(page);
    await heard(page, /0:01/);
    await page.mouse.up();
    await expect(voices(page)).toHaveCount(1);
    await expect(voices(page).getByRole('img', { name: /Sent|Delivered|Read/ })).toBeAttached();
  });

  await test.step('drawn up it goes on with free hands, is listened to, and goes on', async () => {
    const { x, y } = await hold(page);
    await heard(page, /0:0\d/);
    await page.mouse.move(x, y - 90, { steps: 3 });
    await page.mouse.up();
    await heard(page, /0:03/);
    await bar(page).getByRole('button', { name: 'Pause recording' }).click();
    const preview = page.getByRole('group', { name: 'Your recording' });
    await preview.getByRole('button', { name: 'Play Your recording' }).click();
    await expect(preview.getByRole('button', { name: 'Pause Your recording' })).toBeVisible();
    expect(await faultsOn(page)).toEqual([]);
    await bar(page).getByRole('button', { name: 'Go on recording' }).click();
    await heard(page, /0:0[4-9]/);
    await bar(page).getByRole('button', { name: 'Send voice message' }).click();
    await expect(voices(page)).toHaveCount(2);
  });

  await test.step('keys alone: begun, thought better of, begun anew and sent', async () => {
    await record(page).focus();
    await page.keyboard.press('Enter');
    await heard(page, /0:03/);
    await expect(bar(page).getByRole('button', { name: 'Send voice message' })).toBeFocused();
    await page.keyboard.press('Escape');
    const asked = page.getByRole('alertdialog', { name: 'Delete recording?' });
    await asked.getByRole('button', { name: 'Delete recording' }).click();
    await expect(page.getByRole('textbox', { name: 'Message #general' })).toBeFocused();
    await record(page).focus();
    await page.keyboard.press('Enter');
    await heard(page, /0:01/);
    await page.keyboard.press('Enter');
    await expect(voices(page)).toHaveCount(3);
  });

  await test.step('somebody else plays one, and leads it by keys', async () => {
    const row = voices(grace.page).nth(1);
    const player = row.getByRole('group', { name: /Voice message/ });
    await player.getByRole('button', { name: /^Speed/ }).click();
    await expect(player.getByRole('button', { name: 'Speed 1.25×' })).toBeVisible();
    const play = player.getByRole('button', { name: /^Play Voice message/ });
    await play.click();
    await expect(position(player)).toHaveAttribute('aria-valuenow', /[1-9]/);
    await expect(play).toBeVisible();
    await position(player).press('End');
    await expect(position(player)).toHaveAttribute('aria-valuetext', /^(0:0\d) of \1$/);
    await position(player).press('Home');
    await expect(position(player)).toHaveAttribute('aria-valuenow', '0');
    expect(await faultsOn(grace.page)).toEqual([]);
  });
  expect([...ada.complaints, ...grace.complaints]).toEqual([]);
});
