import { expect, test, type Browser, type Locator, type Page } from '@playwright/test';
import { faultsOn } from './axe';
import { openBrowser, openPage } from './browser';
import { drawing } from './drawing';
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

const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'image/png', buffer });
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name, exact: true });

/** Lets go of a picture over the page. */
const drop = (page: Page, picture: Buffer) =>
  page.evaluate((bytes) => {
    const dataTransfer = new DataTransfer();
    const data = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0));
    dataTransfer.items.add(new File([data], 'picture.png', { type: 'image/png' }));
    for (const type of ['dragover', 'drop'])
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  }, picture.toString('base64'));

const chooseFile = (page: Page, picture: Buffer) =>
  page.getByRole('dialog').locator('input[type=file]').setInputFiles(file('picture.png', picture));

/** The dialog with a picture in its frame. */
async function choose(page: Page, name: string, button: string, picture: Buffer, bring = chooseFile): Promise<Locator> {
  await page.getByRole('button', { name: button }).click();
  const cropper = dialog(page, name);
  await expect(cropper.getByRole('button', { name: 'Choose a file' })).toBeFocused();
  await bring(page, picture);
  await expect(cropper.getByRole('application', { name: 'Part that is shown' })).toBeFocused();
  return cropper;
}

async function save(cropper: Locator): Promise<void> {
  await cropper.getByRole('button', { name: 'Save' }).click();
  await expect(cropper).toBeHidden();
}

async function remove(page: Page, what: string): Promise<void> {
  await page.getByRole('button', { name: `Remove ${what}` }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByRole('alertdialog')).toBeHidden();
}

/** A small picture that is really there, not initials. */
const expectPicture = (within: Locator) =>
  expect
    .poll(() => within.locator('img[src$="/icon"]').evaluateAll(([image]) => (image as HTMLImageElement | undefined)?.naturalWidth))
    .toBe(128);

test('pictures of a person and of a server are chosen, cut, seen by others at once, and taken away', async () => {
  const [first, second] = browsers as [Browser, Browser];
  const [ada, grace] = await Promise.all([openPage(first), openPage(second)]);
  const invite = await setUp(ada.page, hearth.setupLink, 'Harbour Street');
  await registerByInvite(grace.page, invite, 'grace', 'Grace Hopper');
  await write(ada.page, 'here I am');
  const row = message(grace.page, 'here I am').locator('..').first();
  const list = grace.page.getByRole('complementary', { name: 'Members' }).getByRole('button', { name: /Ada Lovelace/ });
  const rail = grace.page.getByRole('link', { name: 'Harbour Street' });
  await expect(row).toBeVisible();

  await test.step('what is no picture is said to be none, and leads on', async () => {
    await ada.page.getByRole('button', { name: 'Settings', exact: true }).click();
    await ada.page.getByRole('button', { name: 'Choose picture' }).click();
    const cropper = dialog(ada.page, 'Picture');
    await cropper.locator('input[type=file]').setInputFiles(file('notes.png', Buffer.from('no picture')));
    await expect(cropper.getByRole('alert')).toContainText('Choose a PNG, JPEG, GIF, WebP or AVIF.');
    expect(await faultsOn(ada.page)).toEqual([]);
    await cropper.getByRole('button', { name: 'Cancel' }).click();
    await expect(ada.page.getByRole('button', { name: 'Choose picture' })).toBeFocused();
  });

  await test.step('the part is chosen by keys alone', async () => {
    const cropper = await choose(ada.page, 'Picture', 'Choose picture', drawing(600, 300, [20, 120, 160]));
    const middle = cropper.getByText(/^The middle is at/);
    await expect(middle).toHaveText('The middle is at 50% from the left and 50% from the top');
    await ada.page.keyboard.press('Shift+ArrowRight');
    await ada.page.keyboard.press('+');
    await ada.page.keyboard.press('ArrowDown');
    await expect(middle).toHaveText('The middle is at 45% from the left and 48% from the top');
    await expect(cropper.getByRole('slider', { name: 'Zoom' })).toHaveAttribute('aria-valuetext', '110%');
    expect(await faultsOn(ada.page)).toEqual([]);
    await save(cropper);
    await expect(ada.page.getByRole('button', { name: 'Change picture' })).toBeFocused();
  });

  await test.step('others see it where they stand', async () => {
    await Promise.all([expectPicture(row), expectPicture(list)]);
  });

  await test.step('a server has an icon and a banner', async () => {
    await ada.page.keyboard.press('Escape');
    await ada.page.getByRole('button', { name: 'Harbour Street' }).click();
    await ada.page.getByRole('menuitem', { name: 'Server settings' }).click();
    await save(await choose(ada.page, 'Server icon', 'Choose icon', drawing(300, 300, [160, 60, 20])));
    await expectPicture(rail);
    const visitor = await openPage(second);
    await visitor.page.goto(invite);
    const shown = visitor.page.locator('img[src^="/api/v1/invites/"]');
    await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(128);
    expect(visitor.complaints).toEqual([]);
    await save(await choose(ada.page, 'Banner', 'Choose banner', drawing(500, 300, [90, 60, 160]), drop));
    const banner = grace.page
      .getByRole('navigation', { name: /Harbour Street/ })
      .getByRole('heading')
      .locator('img');
    await expect.poll(() => banner.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(500);
    expect(await faultsOn(grace.page)).toEqual([]);
  });

  await test.step('what is taken away is seen by nobody', async () => {
    await remove(ada.page, 'icon');
    await expect(rail.locator('img')).toHaveCount(0);
    await remove(ada.page, 'banner');
    await ada.page.keyboard.press('Escape');
    await ada.page.getByRole('button', { name: 'Settings', exact: true }).click();
    await remove(ada.page, 'picture');
    await expect(row.locator('img')).toHaveCount(0);
    await expect(grace.page.locator('img[src^="/api/v1/files/"]')).toHaveCount(0);
  });
  expect([...ada.complaints, ...grace.complaints]).toEqual([]);
});
