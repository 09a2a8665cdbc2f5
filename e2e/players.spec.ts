import { expect } from '@playwright/test';
import { faultsOn } from './axe';
import { test } from './company';
import { film, hum } from './media';
import { message } from './people';

test('a sound plays on where it is out of sight, and a film stops it', async ({ grace: { page, complaints }, home }) => {
  const { ada, generalId, serverId } = home;
  const other = await ada.call('POST', `/servers/${serverId}/channels`, { name: 'bread', type: 'TEXT' });
  const sound = await ada.upload(generalId, 'Harbour bells.wav', hum(60), { type: 'audio/wav' });
  await ada.say(generalId, 'Listen', [sound]);
  const clip = await ada.upload(other.id, 'Kneading.webm', await film(page, 2_000), { type: 'video/webm', alt: 'How to knead' });
  await ada.say(other.id, 'Look', [clip]);
  const player = message(page, 'Listen').getByRole('group', { name: 'Harbour bells.wav' });
  const bar = page.getByRole('region', { name: 'Now playing' });
  const list = page.locator('[data-conversation-list]');

  await test.step('it is led by keys', async () => {
    await player.getByRole('button', { name: 'Play Harbour bells.wav' }).click();
    const place = player.getByRole('slider', { name: 'Position' });
    await expect(place).toHaveAttribute('aria-valuetext', /^0:0\d of 1:00$/);
    await place.press('ArrowRight');
    await place.press('ArrowRight');
    await expect(place).toHaveAttribute('aria-valuenow', /1\d/);
    await expect(bar).toBeHidden();
    expect(await faultsOn(page)).toEqual([]);
  });

  await test.step('it plays on in another channel, where it moves nothing, is paused and goes on', async () => {
    const place = await list.boundingBox();
    await page.getByRole('link', { name: 'bread' }).click();
    await expect(bar.getByText('Harbour bells.wav')).toBeVisible();
    await bar.getByRole('button', { name: 'Pause Harbour bells.wav' }).click();
    await bar.getByRole('button', { name: 'Play Harbour bells.wav' }).click();
    await expect(bar.getByRole('slider', { name: 'Position' })).toHaveAttribute('aria-valuenow', /[1-5]\d/);
    await expect(message(page, 'Look')).toBeVisible();
    expect(await list.boundingBox()).toEqual(place);
    expect(await faultsOn(page)).toEqual([]);
  });

  await test.step('its title leads to where it stands', async () => {
    await bar.getByRole('link', { name: 'Ada Lovelace · Harbour bells.wav' }).click();
    await expect(player).toBeVisible();
    await expect(bar).toBeHidden();
    await page.getByRole('link', { name: 'bread' }).click();
  });

  await test.step('a film has the turn when it is played, and is led by keys', async () => {
    const box = message(page, 'Look').getByRole('group', { name: 'How to knead' });
    await box.getByRole('button', { name: 'Play Kneading.webm' }).press('Enter');
    await expect(bar.getByRole('button', { name: 'Play Harbour bells.wav' })).toBeVisible();
    await expect(box.getByRole('button', { name: /^(Play|Pause) Kneading.webm$/ })).toBeFocused();
    await expect(box.getByRole('slider', { name: 'Position' })).toHaveAttribute('aria-valuenow', '2');
    await box.getByRole('slider', { name: 'Position' }).press('Home');
    await expect(box.getByRole('slider', { name: 'Position' })).toHaveAttribute('aria-valuenow', '0');
    await page.keyboard.press('m');
    await expect(box.getByRole('button', { name: 'Unmute' })).toBeVisible();
    expect(await faultsOn(page)).toEqual([]);
    await page.keyboard.press('f');
    await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
    await page.keyboard.press('f');
    await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(false);
  });
  expect(complaints).toEqual([]);
});
