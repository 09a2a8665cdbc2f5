import { randomBytes } from 'node:crypto';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { Api } from './api';
import { faultsOn } from './axe';
import { openBrowser, openPage, type Visitor } from './browser';
import { drawing } from './drawing';
import { startHearth, type Hearth } from './hearth';
import { Network } from './network';
import { message, registerByInvite, setUp, write } from './people';

const MEGABYTE = 1_024 * 1_024;

let hearth: Hearth;
/** Between Ada and the server. */
let network: Network;
let browsers: Browser[];
let ada: Visitor;
let grace: Visitor;

test.beforeAll(async () => {
  hearth = await startHearth();
  network = await Network.to(hearth.port);
  browsers = await Promise.all([openBrowser(), openBrowser()]);
  [ada, grace] = await Promise.all([openPage(browsers[0] as Browser), openPage(browsers[1] as Browser)]);
  const invite = await setUp(ada.page, hearth.setupLink.replace(hearth.url, network.url), 'Harbour Street');
  await registerByInvite(grace.page, invite.replace(network.url, hearth.url), 'grace', 'Grace Hopper');
});

test.afterAll(async () => {
  await Promise.all(browsers.map((browser) => browser.close()));
  await network.close();
  await hearth.stop();
});

test.afterEach(() => {
  expect([...ada.complaints, ...grace.complaints]).toEqual([]);
});

interface Said {
  content: string;
  attachments: { id: string; name: string; kind: string; alt?: string; spoiler?: true }[];
}

/** What Grace gets to read of a message. */
async function received(text: string): Promise<Said | undefined> {
  const api = await Api.of(grace.page, hearth.url, 'grace');
  const channelId = /channels\/(\d+)/.exec(grace.page.url())?.[1] ?? '';
  const { messages } = await api.call<{ messages: Said[] }>(grace.page, 'GET', `/channels/${channelId}/messages`);
  return messages.find(({ content }) => content === text);
}

async function bytesOf(fileId: string): Promise<Buffer> {
  const answer = await grace.page.request.get(`${hearth.url}/api/v1/files/${fileId}/original`);
  expect(answer.status()).toBe(200);
  return answer.body();
}

/** In the page: a picture and a text, as they are dragged from elsewhere. */
const draggedFiles = async (): Promise<DataTransfer> => {
  const canvas = new OffscreenCanvas(64, 48);
  const context = canvas.getContext('2d');
  context?.fillRect(8, 8, 24, 24);
  const dragged = new DataTransfer();
  dragged.items.add(new File([await canvas.convertToBlob()], 'ship.png', { type: 'image/png' }));
  dragged.items.add(new File(['It comes at noon.'], 'notes.txt', { type: 'text/plain' }));
  return dragged;
};

const tray = (page: Page) => page.getByRole('region', { name: 'Files' });

test('files are dropped, described, and sent with a message', async () => {
  const { page } = ada;
  const dataTransfer = await page.evaluateHandle(draggedFiles);
  await page.dispatchEvent('[data-conversation]', 'dragover', { dataTransfer });
  await expect(page.getByText('Drop to add files')).toBeVisible();
  await page.dispatchEvent('[data-conversation]', 'drop', { dataTransfer });
  await expect(page.getByText('Drop to add files')).toBeHidden();
  await expect(tray(page).getByRole('listitem')).toHaveCount(2);
  await expect(tray(page).locator('img')).toHaveJSProperty('naturalWidth', 64);
  expect(await faultsOn(page)).toEqual([]);

  await tray(page).getByRole('button', { name: 'Describe ship.png' }).click();
  const dialog = page.getByRole('dialog', { name: 'Describe ship.png' });
  await dialog.getByRole('textbox', { name: 'Description' }).fill('A ship');
  await dialog.getByRole('switch', { name: 'Mark as spoiler' }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await write(page, 'two files');
  await expect(tray(page)).toBeHidden();
  await expect(message(grace.page, 'two files')).toBeVisible();
  await expect(message(page, 'two files').getByRole('img', { name: /Sent|Delivered|Read/ })).toBeAttached();
  const [ship, notes] = (await received('two files'))?.attachments ?? [];
  expect(ship).toMatchObject({ name: 'ship.png', kind: 'image', alt: 'A ship', spoiler: true });
  expect(notes).toMatchObject({ name: 'notes.txt', kind: 'document' });
  expect((await bytesOf(notes?.id ?? '')).toString()).toBe('It comes at noon.');
});

test('a picture is pasted, and taken out again', async () => {
  const { page } = ada;
  await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(64, 48);
    canvas.getContext('2d')?.fillRect(8, 8, 24, 24);
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': await canvas.convertToBlob() })]);
  });
  await page.locator('[data-composer]').press('Control+v');
  await expect(tray(page).locator('img')).toHaveJSProperty('naturalWidth', 64);
  await expect(page.locator('[data-composer]')).toBeFocused();
  await tray(page).getByRole('button', { name: 'Remove image.png' }).click();
  await expect(tray(page)).toBeHidden();
});

/** In the page: how many files lie in the tables of the account. */
const keptFiles = async (): Promise<number> => {
  const name = (await indexedDB.databases()).find((one) => one.name?.startsWith('hearth-account-'))?.name;
  if (name === undefined) return 0;
  const opening = indexedDB.open(name);
  const database = await new Promise<IDBDatabase>((resolve) => (opening.onsuccess = () => resolve(opening.result)));
  const counting = database.transaction('files').objectStore('files').count();
  const count = await new Promise<number>((resolve) => (counting.onsuccess = () => resolve(counting.result)));
  database.close();
  return count;
};

test('a large file arrives whole, though the network breaks and the page is closed', async () => {
  const { page } = ada;
  const file = randomBytes(5 * MEGABYTE);
  const row = message(page, 'half a film');

  network.silenceAfter(2 * MEGABYTE);
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Control+u')]);
  await chooser.setFiles([
    { name: 'film.bin', mimeType: 'application/octet-stream', buffer: file },
    { name: 'still.png', mimeType: 'image/png', buffer: drawing(1_600, 900, [0, 128, 128]) },
  ]);
  await expect(tray(page).getByRole('listitem')).toHaveCount(2);
  await expect.poll(() => network.isSilent).toBe(true);
  await write(page, 'half a film');
  await expect(row.getByRole('progressbar', { name: 'Upload of film.bin' })).toBeVisible();
  await expect(row.getByRole('group', { name: 'still.png' })).toHaveCSS('height', '225px');
  const onItsWay = await row.boundingBox();
  network.cut();
  await expect(row.getByText(/Waiting/).first()).toBeVisible();

  await row.getByRole('button', { name: 'Pause film.bin' }).click();
  network.restore();
  // What is written meanwhile does not wait for it.
  await write(page, 'it takes a while');
  await expect(message(grace.page, 'it takes a while')).toBeVisible({ timeout: 30_000 });
  await expect.poll(() => page.evaluate(keptFiles)).toBe(1);

  const goesOn = page.waitForRequest((request) => request.method() === 'PATCH' && request.url().includes('/files/'));
  await page.reload();
  expect(Number((await goesOn).headers()['upload-offset'])).toBeGreaterThan(MEGABYTE);
  await expect(message(grace.page, 'half a film')).toBeVisible({ timeout: 30_000 });
  await expect.poll(() => page.evaluate(keptFiles)).toBe(0);
  await expect(row.getByRole('button', { name: 'Open still.png' })).toHaveCSS('height', '225px');
  expect((await row.boundingBox())?.height).toBe(onItsWay?.height);
  const [film] = (await received('half a film'))?.attachments ?? [];
  expect(film).toMatchObject({ name: 'film.bin', kind: 'file' });
  expect((await bytesOf(film?.id ?? '')).equals(file)).toBe(true);
});
