import { expect, test, type Page } from '@playwright/test';
import { COLOURS, faultsOn, withinTags } from './axe';
import { desktop, openGallery, phone, settle, type Gallery } from './gallery-page';

const looks = [
  ['light', 'theme=light&contrast=normal'],
  ['dark', 'theme=dark&contrast=normal'],
  ['light-high', 'theme=light&contrast=high'],
  ['dark-high', 'theme=dark&contrast=high'],
  ['dark-rtl', 'theme=dark&contrast=normal&dir=rtl'],
] as const;

const WHOLE: ReadonlySet<string> = new Set(['light', 'dark-rtl']);

let gallery: Gallery;

test.beforeAll(async () => {
  gallery = await openGallery();
});

test.afterEach(() => gallery.leave());

test.afterAll(async () => {
  await gallery.close();
});

/** Everything in one look of either direction; in the others what their colours can change. */
async function expectAccessible(page: Page, look: string, part = 'html'): Promise<void> {
  const found = await faultsOn(page, (axe) => (WHOLE.has(look) ? withinTags(axe) : axe.withRules(COLOURS)).include(part));
  expect(found).toEqual([]);
}

for (const [name, query] of looks) {
  test(`${name}: every primitive passes axe, on a desktop and on a phone`, async () => {
    for (const size of [desktop, phone]) {
      const { page, complaints } = await gallery.visit(query, size);
      await expectAccessible(page, name);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, 'nothing is wider than the screen').toBeLessThanOrEqual(0);
      expect(complaints).toEqual([]);
    }
  });

  test(`${name}: what floats passes axe while it is open`, async () => {
    const { page, complaints } = await gallery.visit(query);
    // What is behind it was looked at above.
    const check = async () => {
      await settle(page);
      await expectAccessible(page, name, '[data-base-ui-portal]');
    };

    await page.getByRole('button', { name: 'Open dialog' }).click();
    await page.getByRole('dialog', { name: 'Create channel' }).waitFor();
    await check();
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'Delete server' }).click();
    await page.getByRole('alertdialog', { name: 'Delete server?' }).waitFor();
    await check();
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'Harbour Street' }).click();
    await page.getByRole('menuitem', { name: 'Notifications' }).hover();
    await page.getByRole('menuitem', { name: 'For an hour' }).waitFor();
    await check();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'Open popover' }).click();
    await page.getByRole('dialog', { name: 'Mara Lindqvist' }).waitFor();
    await check();
    await page.keyboard.press('Escape');

    await page.getByRole('combobox', { name: 'Notify me about' }).click();
    await page.getByRole('option', { name: 'Every message' }).waitFor();
    await check();
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'Error that stays' }).click();
    await page.getByText('Picture not uploaded').first().waitFor();
    await check();
    expect(complaints).toEqual([]);
  });
}

test('the keyboard reaches everything in reading order and always sees where it is', async () => {
  const { page } = await gallery.visit('theme=dark');
  const stops = await page.locator('button:enabled:visible, input:enabled:visible, a:visible, [tabindex="0"]:visible').count();
  const faint: string[] = [];
  let lastTop = 0;
  for (let step = 0; step < Math.min(stops, 40); step += 1) {
    await page.keyboard.press('Tab');
    const focus = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      // The ring of a slider stands on its thumb, around the input.
      const ringed = [element, element.parentElement].find(
        (candidate) => candidate && getComputedStyle(candidate).outlineStyle === 'solid',
      );
      const style = ringed ? getComputedStyle(ringed) : undefined;
      const top = Math.round(element.getBoundingClientRect().top + scrollY);
      return { html: element.outerHTML.slice(0, 120), width: style?.outlineWidth, offset: style?.outlineOffset, top };
    });
    if (focus.width !== '2px' || focus.offset !== '2px') faint.push(focus.html);
    // Reading order: never back up by more than a row of a grid.
    expect(focus.top, focus.html).toBeGreaterThan(lastTop - 250);
    lastTop = focus.top;
  }
  expect(faint).toEqual([]);
});

test('a dialog holds focus, closes with Escape and gives focus back', async () => {
  const { page } = await gallery.visit('theme=light');
  const opener = page.getByRole('button', { name: 'Open dialog' });
  await opener.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Create channel' });
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused();
  for (let step = 0; step < 6; step += 1) {
    await page.keyboard.press('Tab');
    // At the ends focus passes over a guard, which sends it back in.
    await expect.poll(() => dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  }
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();
});

test('a confirmation starts on the safe button and wants the name typed', async () => {
  const { page } = await gallery.visit('theme=light');
  await page.getByRole('button', { name: 'Delete server' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Delete server?' });
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  const confirm = dialog.getByRole('button', { name: 'Delete server' });
  await expect(confirm).toBeDisabled();
  await dialog.getByRole('textbox').fill('Harbour Street');
  await expect(confirm).toBeEnabled();
});

test('menus work by keyboard, and right-to-left turns their arrows round', async () => {
  const { page } = await gallery.visit('theme=dark&dir=rtl');
  const opener = page.getByRole('button', { name: 'Harbour Street' });
  await opener.focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: 'Invite people' })).toBeFocused();
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowDown');
  const notifications = page.getByRole('menuitem', { name: 'Notifications' });
  await expect(notifications).toBeFocused();
  await expect(notifications.locator('svg').last()).toHaveCSS('scale', '-1 1');
  await page.keyboard.press('ArrowLeft');
  const inner = page.getByRole('menuitem', { name: 'For 15 minutes' });
  await expect(inner).toBeFocused();
  const [outerBox, innerBox] = [await notifications.boundingBox(), await inner.boundingBox()];
  expect(innerBox?.x, 'the submenu opens to the left').toBeLessThan(outerBox?.x ?? 0);
  await page.keyboard.press('ArrowRight');
  await expect(notifications).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(opener).toBeFocused();
});

test('a context menu opens where it was asked for, and again elsewhere', async () => {
  const { page } = await gallery.visit('theme=dark');
  const area = page.getByText('Right-click or hold here');
  await area.click({ button: 'right', position: { x: 20, y: 10 } });
  const menu = page.getByRole('menu');
  const first = await menu.boundingBox();
  await area.click({ button: 'right', position: { x: 90, y: 20 } });
  await expect.poll(async () => (await menu.boundingBox())?.x).toBe((first?.x ?? 0) + 70);
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
});

test('tooltips come on hover and on keyboard focus, and leave with Escape', async () => {
  const { page } = await gallery.visit('theme=dark');
  const tooltip = page.locator('[data-tooltip-popup]');
  await page.getByRole('button', { name: 'Add reaction' }).hover();
  await expect(tooltip).toContainText('Add reaction');
  await page.keyboard.press('Escape');
  await expect(tooltip).toBeHidden();
  await page.getByRole('button', { name: 'Tooltip with a key' }).focus();
  await page.keyboard.press('Tab');
  await expect(tooltip).toContainText('Add reaction');
});

test('a toast can be taken back', async () => {
  const { page } = await gallery.visit('theme=dark');
  await page.getByRole('button', { name: 'With Undo' }).click();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByText('Message is back').first()).toBeVisible();
});

test('on a phone dialogs fill the screen and targets are 44 px', async () => {
  const { page } = await gallery.visit('theme=light', phone);
  const small = await page.evaluate(() => {
    const controls = [
      ...document.querySelectorAll<HTMLElement>('button, [role="checkbox"], [role="switch"], [role="radio"], [role="tab"]'),
    ];
    const reach = (element: HTMLElement) => {
      const own = element.getBoundingClientRect();
      const after = getComputedStyle(element, '::after');
      const grown = after.content === 'none' ? [0, 0] : [parseFloat(after.width), parseFloat(after.height)];
      return Math.min(Math.max(own.width, grown[0] ?? 0), Math.max(own.height, grown[1] ?? 0));
    };
    return controls.filter((element) => element.offsetParent && reach(element) < 44).map((element) => element.outerHTML.slice(0, 160));
  });
  expect(small).toEqual([]);
  await page.getByRole('button', { name: 'Open dialog' }).tap();
  const dialog = page.getByRole('dialog', { name: 'Create channel' });
  await dialog.waitFor();
  expect(await dialog.boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 });
});

test('where nothing was chosen, the system decides', async () => {
  const { page } = await gallery.visit('theme=system');
  const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const line = () => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--color-line'));
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await background();
  const quietLine = await line();
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await background()).not.toBe(light);
  await page.emulateMedia({ colorScheme: 'light', contrast: 'more' });
  expect(await line()).not.toBe(quietLine);
});

test('the chosen look is there before the app is', async () => {
  const { page } = await gallery.visit('theme=dark&contrast=high&dir=rtl&size=20');
  await page.route('**/assets/*.js', (route) => route.abort());
  await page.goto(`${gallery.origin}/gallery.html`);
  const root = page.locator('html');
  await expect(root).toHaveAttribute('data-theme', 'dark');
  await expect(root).toHaveAttribute('data-contrast', 'high');
  await expect(root).toHaveAttribute('dir', 'rtl');
  await expect(root).toHaveCSS('font-size', '20px');
  await expect(root).toHaveCSS('color-scheme', 'dark');
});

test('a larger text size scales everything and breaks nothing', async () => {
  const { page } = await gallery.visit('theme=light&size=24', phone);
  await expect(page.getByText('Body 15:')).toHaveCSS('font-size', '22.5px');
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});
