import { expect, test, type Browser, type Page } from '@playwright/test';
import { faultsOn } from './axe';
import { Api } from './api';
import { openBrowser, openPage } from './browser';
import { startHearth, type Hearth } from './hearth';
import { message, registerByInvite, setUp, write } from './people';

let hearth: Hearth;
let browsers: Browser[];

test.beforeAll(async () => {
  hearth = await startHearth();
  browsers = await Promise.all([openBrowser(), openBrowser()]);
});

test.afterAll(async () => {
  await Promise.all(browsers.map((browser) => browser.close()));
  await hearth.stop();
});

async function expectAccessible(page: Page): Promise<void> {
  expect(await faultsOn(page)).toEqual([]);
}

/** A drawing as a data URL, made in the page. */
const drawing = (page: Page, colour: string): Promise<string> =>
  page.evaluate((fill) => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [64, 64];
    const context = canvas.getContext('2d');
    if (!context) throw new Error('There is nothing to draw on');
    context.fillStyle = fill;
    context.arc(32, 32, 30, 0, 7);
    context.fill();
    return canvas.toDataURL('image/png');
  }, colour);

const composer = (page: Page) => page.getByRole('textbox', { name: 'Message #general' });
const picker = (page: Page) => page.getByRole('combobox', { name: 'Search emoji' });

test('emoji and stickers of a server are used and seen by all', async () => {
  const [first, second] = browsers as [Browser, Browser];
  const [ada, grace] = await Promise.all([openPage(first), openPage(second)]);
  const invite = await setUp(ada.page, hearth.setupLink, 'Harbour Street');
  await registerByInvite(grace.page, invite, 'grace', 'Grace Hopper');
  const api = await Api.of(ada.page, hearth.url, 'ada');
  const serverId = /servers\/(\d+)/.exec(ada.page.url())?.[1] ?? '';
  const add = async (kind: 'emojis' | 'stickers', name: string, colour: string) =>
    api.call<{ id: string }>(ada.page, 'POST', `/servers/${serverId}/${kind}`, { name, image: await drawing(ada.page, colour) });
  const emoji = await add('emojis', 'party_sloth', 'teal');
  await add('stickers', 'Good night', 'orange');
  const sloth = { name: ':party_sloth:' };

  await test.step('an emoji is picked, typed by hand, and shown large alone', async () => {
    await composer(grace.page).fill('dance with me ');
    await grace.page.keyboard.press('ControlOrMeta+e');
    await picker(grace.page).fill('sloth');
    await expect(grace.page.getByRole('option', { name: 'party_sloth' })).toBeVisible();
    await expectAccessible(grace.page);
    await grace.page.getByRole('option', { name: 'party_sloth' }).click();
    await expect(composer(grace.page)).toHaveValue('dance with me :party_sloth:');
    await grace.page.keyboard.press('Enter');
    await expect(message(ada.page, 'dance with me').getByRole('img', sloth)).toBeVisible();
    await expect(message(ada.page, 'dance with me').getByRole('img', sloth)).toHaveJSProperty('complete', true);
    await write(ada.page, ':party_sloth:');
    await expect(grace.page.locator('.text-emoji').getByRole('img', sloth)).toBeVisible();
  });

  await test.step('an own message comes back as it was written', async () => {
    await composer(grace.page).press('ArrowUp');
    const editor = grace.page.getByRole('textbox', { name: 'Edit message' });
    await expect(editor).toHaveValue('dance with me :party_sloth:');
    await editor.press('Escape');
  });

  await test.step('it is a reaction', async () => {
    await message(grace.page, 'dance with me').focus();
    await grace.page.keyboard.press('+');
    await picker(grace.page).fill('sloth');
    await grace.page.getByRole('option', { name: 'party_sloth' }).click();
    const chip = message(ada.page, 'dance with me').getByRole('button', { name: ':party_sloth:, 1 reaction' });
    await expect(chip.locator('img')).toBeVisible();
    await chip.click();
    await expect(message(grace.page, 'dance with me').getByRole('button', { name: ':party_sloth:, 2 reactions' })).toBeVisible();
  });

  await test.step('a sticker is sent with one click', async () => {
    await composer(grace.page).fill('not sent yet');
    await grace.page.keyboard.press('ControlOrMeta+e');
    await grace.page.getByRole('tab', { name: 'Stickers' }).click();
    await expect(grace.page.getByRole('option', { name: 'Good night' })).toBeVisible();
    await expectAccessible(grace.page);
    await grace.page.getByRole('option', { name: 'Good night' }).click();
    await expect(ada.page.getByRole('article').getByRole('img', { name: 'Good night' })).toBeVisible();
    await expect(composer(grace.page)).toHaveValue('not sent yet');
    await expect(grace.page.getByRole('article', { name: /Sticker: Good night$/ })).toBeVisible();
  });

  await test.step('what is deleted says its name', async () => {
    await api.call(ada.page, 'DELETE', `/servers/${serverId}/emojis/${emoji.id}`);
    await expect(message(grace.page, 'dance with me :party_sloth:')).toBeVisible();
    await expect(grace.page.getByRole('img', sloth)).toHaveCount(0);
    // What this browser keeps of pictures it shows, as long as it likes.
    await (await grace.page.context().newCDPSession(grace.page)).send('Network.clearBrowserCache');
    await grace.page.reload();
    await expect(message(grace.page, 'dance with me :party_sloth:')).toBeVisible();
  });
  expect([...ada.complaints, ...grace.complaints]).toEqual([]);
});
