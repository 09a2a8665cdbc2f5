import { expect, test, type Browser, type BrowserContextOptions, type Locator, type Page } from '@playwright/test';
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

const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

async function enter(username: string, options?: BrowserContextOptions) {
  const visitor = await openPage(browser, options);
  await logIn(visitor.page, hearth.url, username);
  await visitor.page.waitForURL(/\/(servers|conversations|friends)/);
  await visitor.page.goto(`${hearth.url}/servers/${place.serverId}`);
  await list(visitor.page).waitFor();
  return visitor;
}

const list = (page: Page) => page.getByRole('navigation', { name: 'Channels of Harbour Street' });
const channel = (page: Page, name: string) => list(page).getByRole('link', { name, exact: true });
const category = (page: Page, name: string) => list(page).getByRole('button', { name, exact: true });
const dialog = (page: Page) => page.getByRole('dialog');

/** Channels and, in brackets, categories from top to bottom. */
const order = (page: Page) =>
  list(page)
    .locator('h3, a')
    .evaluateAll((all) => all.map((each) => (each.tagName === 'H3' ? `[${each.textContent}]` : each.textContent)).join(' '));

/** To the one who moves and to the one who looks on. */
async function expectOrder(pages: Page[], expected: string): Promise<void> {
  for (const page of pages) await expect.poll(() => order(page)).toBe(expected);
}

/** By mouse, to the upper or lower edge of something that may come only while it is dragged. */
async function drag(page: Page, from: Locator, to: Locator, edge: 'top' | 'bottom'): Promise<void> {
  await from.hover();
  await page.mouse.down();
  // A first move begins to drag, the next ones find where.
  const start = await boxOf(from);
  await page.mouse.move(start.x + start.width / 2 + 8, start.y + start.height / 2 + 8, { steps: 3 });
  const end = await boxOf(to);
  await page.mouse.move(end.x + end.width / 2, edge === 'top' ? end.y + 3 : end.y + end.height - 3, { steps: 5 });
  await page.mouse.up();
}

async function boxOf(locator: Locator) {
  await locator.waitFor();
  const box = await locator.boundingBox();
  if (!box) throw new Error('not on screen');
  return box;
}

const chooseIn = async (page: Page, name: string, item: string) => {
  await channel(page, name).click({ button: 'right' });
  await page.getByRole('menuitem', { name: item, exact: true }).click();
};

test('an owner makes channels and puts them in order, and a member sees it at once', async () => {
  test.setTimeout(120_000);
  const { page: ada, complaints } = await enter('ada');
  const { page: noor } = await enter('noor');
  const both = [ada, noor];
  await expectOrder(both, 'general [Kitchen] bread');

  await test.step('a category and a channel in it', async () => {
    await ada.getByRole('button', { name: 'Harbour Street' }).click();
    await ada.getByRole('menuitem', { name: 'Create category' }).click();
    await dialog(ada).getByLabel('Name').fill('Workshop');
    await dialog(ada).getByRole('button', { name: 'Create category' }).click();
    await category(ada, 'Workshop').hover();
    await list(ada).getByRole('button', { name: 'Create channel in Workshop' }).click();
    await dialog(ada).getByLabel('Name').fill('plans');
    await dialog(ada).getByLabel('Topic').fill('What we build next');
    await dialog(ada).getByRole('button', { name: 'Create channel' }).click();
    await expectOrder(both, 'general [Kitchen] bread [Workshop] plans');
  });

  await test.step('a voice channel by keyboard, to write in for now', async () => {
    await ada.getByRole('button', { name: 'Harbour Street' }).press('Enter');
    await ada.getByRole('menuitem', { name: 'Create channel' }).press('Enter');
    await dialog(ada).getByLabel('Name').fill('stage');
    await dialog(ada).getByRole('radio', { name: /^Text/ }).press('ArrowUp');
    await expect(dialog(ada).getByRole('radio', { name: /^Voice/ })).toBeChecked();
    await dialog(ada).getByLabel('Name').press('Enter');
    await expect(ada.getByText('There is no voice in this channel yet.')).toBeVisible();
    await expect(ada.getByRole('textbox', { name: 'Message #stage' })).toBeVisible();
    await expectOrder(both, 'general stage [Kitchen] bread [Workshop] plans');
  });

  await test.step('channels and categories are dragged', async () => {
    await drag(ada, channel(ada, 'stage'), channel(ada, 'general'), 'top');
    await expectOrder(both, 'stage general [Kitchen] bread [Workshop] plans');
    await drag(ada, channel(ada, 'plans'), channel(ada, 'bread'), 'top');
    await expectOrder(both, 'stage general [Kitchen] plans bread [Workshop]');
    await drag(ada, channel(ada, 'stage'), category(ada, 'Workshop'), 'bottom');
    await expectOrder(both, 'general [Kitchen] plans bread [Workshop] stage');
    await drag(ada, category(ada, 'Workshop'), category(ada, 'Kitchen'), 'top');
    await expectOrder(both, 'general [Workshop] stage [Kitchen] plans bread');
  });

  await test.step('out of all categories, where no other channel is', async () => {
    await channel(ada, 'general').click({ button: 'right' });
    await ada.getByRole('menuitem', { name: 'Move to' }).click();
    await ada.getByRole('menuitem', { name: 'Kitchen', exact: true }).click();
    await expectOrder(both, '[Workshop] stage [Kitchen] plans bread general');
    await drag(ada, channel(ada, 'general'), list(ada).getByText('No category'), 'bottom');
    await expectOrder(both, 'general [Workshop] stage [Kitchen] plans bread');
  });

  await test.step('by keyboard, step by step', async () => {
    await channel(ada, 'bread').focus();
    await ada.keyboard.press('Tab');
    await expect(list(ada).getByRole('button', { name: 'More about bread' })).toBeFocused();
    await ada.keyboard.press('Enter');
    await ada.getByRole('menuitem', { name: 'Move up' }).press('Enter');
    await expectOrder(both, 'general [Workshop] stage [Kitchen] bread plans');
    await expect(list(ada).getByRole('status').filter({ hasText: 'Moved to place 1 of 2' })).toBeAttached();
  });

  await test.step('topic and slow mode', async () => {
    await channel(noor, 'bread').click();
    await expect(noor.getByText('Rye and wheat').first()).toBeVisible();
    await chooseIn(ada, 'bread', 'Channel settings');
    await dialog(ada).getByLabel('Topic').fill('Rye, wheat and oats');
    await dialog(ada).getByRole('combobox', { name: 'Slow mode' }).click();
    await ada.getByRole('option', { name: /^10 sec/ }).click();
    await ada.getByRole('button', { name: 'Save changes' }).click();
    await expect(noor.getByText('Rye, wheat and oats').first()).toBeVisible();
    await expect(noor.getByText(/Slow mode: one message every 10 sec/)).toBeVisible();
    await dialog(ada).getByRole('button', { name: 'Close' }).click();
  });

  await test.step('what comes into a private category stays open, until it is told to go with it', async () => {
    await ada.getByRole('button', { name: 'Harbour Street' }).click();
    await ada.getByRole('menuitem', { name: 'Create category' }).click();
    await dialog(ada).getByLabel('Name').fill('Cellar');
    await dialog(ada).getByRole('checkbox', { name: 'Private category' }).click();
    await dialog(ada).getByRole('button', { name: 'Create category' }).click();
    await category(ada, 'Cellar').waitFor();
    await drag(ada, channel(ada, 'plans'), category(ada, 'Cellar'), 'bottom');
    await expectOrder([ada], 'general [Workshop] stage [Kitchen] bread [Cellar] plans');
    await expectOrder([noor], 'general plans [Workshop] stage [Kitchen] bread');
    await ada.getByRole('button', { name: 'Sync with category' }).click();
    await expect(dialog(ada).getByText('2 members lose it').first()).toBeVisible();
    await dialog(ada).getByRole('button', { name: 'Go with the category' }).click();
    await expectOrder([noor], 'general [Workshop] stage [Kitchen] bread');
  });

  await test.step('a channel is deleted, after a second thought', async () => {
    await chooseIn(ada, 'stage', 'Delete channel');
    const question = ada.getByRole('alertdialog', { name: 'Delete channel?' });
    await question.getByRole('button', { name: 'Cancel' }).click();
    await expect(question).toBeHidden();
    await chooseIn(ada, 'stage', 'Delete channel');
    await question.getByRole('button', { name: 'Delete channel' }).click();
    await expectOrder([noor], 'general [Workshop] [Kitchen] bread');
  });

  await test.step('the same on a phone', async () => {
    const { page: phone, complaints: complaintsThere } = await enter('ada', PHONE);
    await list(phone).getByRole('button', { name: 'More about Kitchen' }).tap();
    await phone.getByRole('menuitem', { name: 'Move up' }).tap();
    await expectOrder([noor], 'general [Kitchen] bread [Workshop]');
    await list(phone).getByRole('button', { name: 'More about Workshop' }).tap();
    await phone.getByRole('menuitem', { name: 'Create channel' }).tap();
    await dialog(phone).getByLabel('Name').fill('tools');
    await dialog(phone).getByRole('button', { name: 'Create channel' }).tap();
    await expectOrder([noor], 'general [Kitchen] bread [Workshop] tools');
    await phone.getByRole('button', { name: 'Back to channels' }).tap();
    await list(phone).getByRole('button', { name: 'More about Workshop' }).tap();
    await phone.getByRole('menuitem', { name: 'Delete category' }).tap();
    await phone.getByRole('alertdialog').getByRole('button', { name: 'Delete category' }).tap();
    await expectOrder([noor], 'general tools [Kitchen] bread');
    expect(complaintsThere).toEqual([]);
  });
  expect(complaints).toEqual([]);
});
