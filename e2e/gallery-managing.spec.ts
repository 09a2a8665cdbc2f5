import { expect, test, type Page } from '@playwright/test';
import { faultsOn, withinTags } from './axe';
import { openGallery, phone, settle, type Gallery } from './gallery-page';

let gallery: Gallery;

test.beforeAll(async () => {
  gallery = await openGallery();
});

test.afterEach(() => gallery.leave());

test.afterAll(async () => {
  await gallery.close();
});

const rolesIn = (page: Page) => page.getByRole('list', { name: 'Roles' });
const handleOf = (page: Page, role: string) => rolesIn(page).getByRole('button', { name: `Move ${role}` });
const orderIn = async (page: Page) => (await rolesIn(page).getByRole('listitem').allInnerTexts()).map((text) => text.split(',')[0]);
const said = (page: Page, text: string) => expect(page.getByRole('status').filter({ hasText: text })).toBeAttached();

test('a list is put in order by keyboard, and every step is said', async () => {
  const { page } = await gallery.visit('theme=light');
  await handleOf(page, 'Gardeners').focus();
  await page.keyboard.press('Space');
  await said(page, 'Gardeners picked up, place 4 of 5');
  await page.keyboard.press('ArrowUp');
  await said(page, 'Gardeners, place 3 of 5');
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Space');
  await said(page, 'Gardeners put down, place 2 of 5');
  expect(await orderIn(page), 'what is locked is not passed').toEqual(['Owners', 'Gardeners', 'Moderators', 'Bakers', 'Everyone']);
  await handleOf(page, 'Bakers').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Home');
  await page.keyboard.press('Escape');
  await said(page, 'Bakers is back where it was');
  expect(await orderIn(page)).toEqual(['Owners', 'Gardeners', 'Moderators', 'Bakers', 'Everyone']);
});

test('a row is dragged at its handle', async () => {
  const { page } = await gallery.visit('theme=dark');
  await rolesIn(page).scrollIntoViewIfNeeded();
  const from = await handleOf(page, 'Moderators').boundingBox();
  const to = await handleOf(page, 'Gardeners').boundingBox();
  if (!from || !to) throw new Error('the handles are there');
  await page.mouse.move(from.x + 10, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(to.x + 10, to.y + to.height - 4, { steps: 8 });
  await page.mouse.up();
  expect(await orderIn(page)).toEqual(['Owners', 'Bakers', 'Gardeners', 'Moderators', 'Everyone']);
});

test('a permission is denied, left or allowed with the arrow keys', async () => {
  const { page } = await gallery.visit('theme=light');
  const group = page.getByRole('radiogroup', { name: 'Send messages' });
  await expect(group.getByRole('radio', { name: 'As inherited' })).toBeChecked();
  await group.getByRole('radio', { name: 'As inherited' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(group.getByRole('radio', { name: 'Allow' })).toBeChecked();
  await page.keyboard.press('ArrowRight');
  await expect(group.getByRole('radio', { name: 'Deny' })).toBeChecked();
});

for (const [size, options] of [['desktop', undefined] as const, ['phone', phone] as const]) {
  test(`something is found by typing, on a ${size}`, async () => {
    const { page, complaints } = await gallery.visit('theme=dark', options);
    const picker = page.getByRole('combobox', { name: 'Who may see it' });
    await picker.fill('بست');
    await expect(page.getByRole('option')).toHaveText(['البستانيون']);
    await settle(page);
    // While the choices are open, the rest is hidden from screen readers; Tab closes them before it leads there.
    expect(await faultsOn(page, (axe) => withinTags(axe).disableRules('aria-hidden-focus'))).toEqual([]);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Remove البستانيون' })).toBeVisible();
    await page.getByRole('button', { name: 'Remove Bakers' }).click();
    await expect(page.getByRole('button', { name: 'Remove Bakers' })).toBeHidden();
    expect(complaints).toEqual([]);
  });
}
