import { expect, test, type Browser, type Page } from '@playwright/test';
import { faultsOn } from './axe';
import { Api } from './api';
import { openBrowser, openPage } from './browser';
import { drawing } from './drawing';
import { startWholeHearth, type Hearth } from './hearth';
import { expectState, logIn, message, setUp, write } from './people';

let hearth: Hearth;
let browser: Browser;

test.beforeAll(async () => {
  hearth = await startWholeHearth();
  browser = await openBrowser();
});

test.afterAll(async () => {
  await browser.close();
  await hearth.stop();
});

const SOON = 3_000;
const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();

const composer = (page: Page) => page.getByRole('form', { name: 'New message' }).getByRole('textbox');

async function expectAccessible(page: Page): Promise<void> {
  expect(await faultsOn(page)).toEqual([]);
}

test('what is written, sent later and remembered, on two devices', async () => {
  const [{ page: desk, complaints }, { page: phone, complaints: others }] = await Promise.all([openPage(browser), openPage(browser)]);
  await setUp(desk, hearth.setupLink, 'Harbour Street');
  await logIn(phone, hearth.url, 'ada');
  await phone.getByRole('link', { name: 'Harbour Street' }).click();
  const api = await Api.of(desk, hearth.url, 'ada');
  const channelId = /channels\/(\d+)/.exec(desk.url())?.[1] ?? '';

  await test.step('a draft is on the other device, until it is sent', async () => {
    await expect(composer(phone)).toBeVisible();
    await composer(desk).fill('Half a thought');
    await expect(composer(phone)).toHaveValue('Half a thought');
    await composer(desk).fill('A whole thought');
    await expect(composer(phone)).toHaveValue('A whole thought');
    await composer(desk).press('Enter');
    await expect(composer(phone)).toHaveValue('');
    await expect(message(phone, 'A whole thought')).toBeVisible();
  });

  await test.step('a message waits for its time, is changed, and sent before', async () => {
    await composer(desk).fill('Good morning');
    await desk.getByRole('button', { name: 'Schedule message' }).click();
    await desk.getByRole('menuitem', { name: /Tomorrow morning/ }).click();
    await expect(composer(desk)).toHaveValue('');
    await phone.getByRole('button', { name: /1 scheduled message/ }).click();
    const list = phone.getByRole('dialog', { name: 'Scheduled messages' });
    await list.getByRole('button', { name: 'Edit scheduled message' }).click();
    await expectAccessible(phone);
    await list.getByRole('textbox', { name: 'Message' }).fill('Good morning, all');
    await list.getByRole('button', { name: 'Save changes' }).click();
    await expect(list.getByText('Good morning, all')).toBeVisible();
    await expectAccessible(phone);
    await list.getByRole('button', { name: 'Send now' }).click();
    await expect(list.getByText('Nothing is scheduled')).toBeVisible();
    await phone.keyboard.press('Escape');
    await expect(message(desk, 'Good morning, all')).toBeVisible();
    await expect(desk.getByRole('button', { name: /1 scheduled message/ })).toHaveCount(0);
  });

  await test.step('a picture waits with no word beside it, comes back from being deleted, and gets one', async () => {
    const [chooser] = await Promise.all([desk.waitForEvent('filechooser'), desk.keyboard.press('Control+u')]);
    await chooser.setFiles({ name: 'sunrise.png', mimeType: 'image/png', buffer: drawing(600, 400, [205, 133, 63]) });
    await desk.getByRole('button', { name: 'Schedule message' }).click();
    await desk.getByRole('menuitem', { name: /Tomorrow morning/ }).click();
    await expect(desk.getByRole('region', { name: 'Files' })).toBeHidden();
    const waiting = () => api.call<{ scheduled: { attachments: { state: string }[] }[] }>(desk, 'GET', '/users/me/scheduled');
    await expect.poll(async () => (await waiting()).scheduled[0]?.attachments[0]?.state).toBe('ready');
    await phone.getByRole('button', { name: /1 scheduled message/ }).click();
    const list = phone.getByRole('dialog', { name: 'Scheduled messages' });
    await expect(list.getByRole('img', { name: 'sunrise.png' })).toBeVisible();
    await expectAccessible(phone);
    await list.getByRole('button', { name: 'Delete scheduled message' }).click();
    await expect(list.getByText('Nothing is scheduled')).toBeVisible();
    await phone.getByRole('button', { name: 'Undo' }).click();
    await list.getByRole('button', { name: 'Edit scheduled message' }).click();
    await list.getByRole('textbox', { name: 'Message' }).fill('Look at this');
    await list.getByRole('button', { name: 'Save changes' }).click();
    await list.getByRole('button', { name: 'Send now' }).click();
    await phone.keyboard.press('Escape');
    await expect(message(desk, 'Look at this').locator('img')).toHaveJSProperty('complete', true);
    await expect(message(phone, 'Look at this').getByRole('button', { name: /sunrise\.png/ })).toBeVisible();
  });

  await test.step('and is sent at its time, also by a server that was cut off before', async () => {
    await api.call(desk, 'POST', `/channels/${channelId}/scheduled`, { content: 'On time', sendAt: inMs(SOON) });
    await hearth.crash();
    await expect(message(desk, 'On time')).toBeVisible({ timeout: 30_000 });
    await expect(message(desk, 'On time')).toHaveCount(1);
  });

  await test.step('a reminder comes back, and is put off', async () => {
    await write(desk, 'Water the plants');
    await expectState(desk, 'Water the plants', 'Sent');
    await message(desk, 'Water the plants').focus();
    await desk.keyboard.press('Enter');
    await desk.getByRole('menuitem', { name: 'Remind me' }).click();
    await desk.getByRole('menuitem', { name: /In 3 hours/ }).click();
    await expect(desk.getByText(/We'll remind you/)).toBeVisible();
    const { reminders } = await api.call<{ reminders: { messageId: string }[] }>(desk, 'GET', '/users/me/reminders');
    await api.call(desk, 'POST', `/messages/${reminders[0]?.messageId ?? ''}/reminder`, { remindAt: inMs(SOON) });
    const toast = (page: Page) => page.locator('[data-toast]').filter({ hasText: 'Ada Lovelace: Water the plants' });
    await expect(toast(phone)).toBeVisible();
    await toast(desk).getByRole('button', { name: 'Later' }).click();
    await expect(toast(phone)).toHaveCount(0);
    await desk
      .getByRole('region', { name: 'Your account' })
      .getByRole('button', { name: /Change status/ })
      .click();
    await desk.getByRole('menuitem', { name: 'Reminders' }).click();
    const list = desk.getByRole('dialog', { name: 'Reminders' });
    await expect(list.getByText('Water the plants')).toBeVisible();
    await expectAccessible(desk);
    await list.getByRole('button', { name: 'Delete reminder' }).click();
    await expect(list.getByText('No reminders')).toBeVisible();
  });
  expect([...complaints, ...others]).toEqual([]);
});
