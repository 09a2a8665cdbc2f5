import { expect, test, type Browser, type Page } from '@playwright/test';
import { faultsOn } from './axe';
import { openBrowser, openPage } from './browser';
import { startHearth, type Hearth } from './hearth';
import { logIn } from './people';
import { buildPlace, type Place } from './place';

let hearth: Hearth;
let browser: Browser;
let place: Place;

test.beforeAll(async () => {
  hearth = await startHearth();
  place = await buildPlace(hearth);
  browser = await openBrowser();
});

test.afterAll(async () => {
  await browser.close();
  await hearth.stop();
});

async function open(page: Page, section: 'emoji' | 'stickers'): Promise<void> {
  await page.goto(`${hearth.url}/servers/${place.serverId}/channels/${place.generalId}?server-settings=${section}`);
  const what = section === 'emoji' ? 'Upload emoji' : 'Upload stickers';
  await page.getByRole('dialog').getByRole('button', { name: what }).first().waitFor();
}

async function signIn(): Promise<{ page: Page; complaints: string[] }> {
  const visitor = await openPage(browser);
  await logIn(visitor.page, hearth.url, 'ada');
  await visitor.page.locator('[data-composer]').waitFor();
  return visitor;
}

/** Lets go of files over the page: a picture of that many pixels in one colour, and a text that calls itself one. */
const drop = (page: Page, files: { name: string; side?: number }[]) =>
  page.evaluate(async (named) => {
    const transfer = new DataTransfer();
    for (const { name, side } of named) {
      if (side === undefined) {
        transfer.items.add(new File(['no picture at all'], name, { type: 'image/png' }));
        continue;
      }
      const canvas = new OffscreenCanvas(side, side);
      const context = canvas.getContext('2d');
      if (!context) throw new Error('nothing to draw on');
      const noise = context.createImageData(side, side);
      // What is random is not packed: it is as large as it looks.
      for (let at = 0; at < noise.data.length; at += 1) noise.data[at] = at % 4 === 3 ? 255 : Math.random() * 256;
      context.putImageData(noise, 0, 0);
      transfer.items.add(new File([await canvas.convertToBlob({ type: 'image/png' })], name, { type: 'image/png' }));
    }
    for (const type of ['dragover', 'drop'])
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }));
  }, files);

async function expectSound(page: Page): Promise<void> {
  expect(await faultsOn(page)).toEqual([]);
}

test('emoji are dropped, renamed and deleted, and others see it as it happens', async () => {
  const [{ page, complaints }, { page: other }] = [await signIn(), await signIn()];
  await Promise.all([open(page, 'emoji'), open(other, 'emoji')]);
  await expect(page.getByRole('heading', { name: 'No emoji yet' })).toBeVisible();

  await test.step('of three files one is no picture, and one is too large and made smaller', async () => {
    await drop(page, [{ name: 'Party Parrot.png', side: 64 }, { name: 'notes.png' }, { name: 'poster.png', side: 400 }]);
    const uploads = page.getByRole('region', { name: 'Uploads' });
    await expect(uploads.getByText('Added', { exact: true })).toHaveCount(2);
    await expect(uploads.getByRole('listitem').filter({ hasText: 'notes.png' })).toContainText('This is no picture that can be used.');
    await expect(page.getByRole('status').filter({ hasText: 'Not added: 1' })).toContainText('2 of 3 added');
    await expectSound(page);
    await uploads.getByRole('button', { name: 'Clear list' }).click();
  });

  const list = page.getByRole('list', { name: 'Emoji', exact: true });
  const elsewhere = other.getByRole('list', { name: 'Emoji', exact: true });
  await expect(list.getByRole('listitem')).toContainText([/^:poster:by Ada Lovelace/, /^:Party_Parrot:by Ada Lovelace/]);
  await expect(page.getByText('2 of 250')).toBeVisible();
  const picture = list.getByRole('listitem').first().locator('img');
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(128);
  await expect(elsewhere.getByRole('listitem')).toHaveCount(2);

  await test.step('renamed by keys alone, not to a name that is taken', async () => {
    await list.getByRole('button', { name: 'Rename :poster:' }).press('Enter');
    const field = list.getByRole('textbox', { name: 'New name' });
    await expect(field).toBeFocused();
    await field.fill('party_parrot');
    await expect(list.getByText('Another emoji has this name')).toBeVisible();
    await field.fill('noise');
    await field.press('Enter');
    await expect(list.getByRole('button', { name: 'Rename :noise:' })).toBeFocused();
    await expect(elsewhere.getByText(':noise:')).toBeVisible();
  });

  await test.step('deleted after a question', async () => {
    await list.getByRole('button', { name: 'Delete :noise:' }).click();
    const question = page.getByRole('alertdialog', { name: 'Delete emoji?' });
    await expect(question).toContainText('Messages that have it then show its name.');
    await question.getByRole('button', { name: 'Delete' }).click();
    await expect(list.getByRole('listitem')).toHaveCount(1);
    await expect(elsewhere.getByRole('listitem')).toHaveCount(1);
  });
  expect(complaints).toEqual([]);
});

test('a sticker asks for its name before it is sent', async () => {
  const { page } = await signIn();
  await open(page, 'stickers');
  await drop(page, [{ name: 'good_night.png', side: 32 }]);
  const name = page.getByRole('textbox', { name: 'Name for good_night.png' });
  await expect(name).toHaveValue('good night');
  await expect(page.getByText(/The name is read out/)).toBeVisible();
  await expectSound(page);
  await name.fill('Good night, cat');
  await name.press('Enter');
  await expect(page.getByRole('list', { name: 'Stickers', exact: true })).toContainText('Good night, cat');
});
