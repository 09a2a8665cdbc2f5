import { expect, test, type Browser, type Page } from '@playwright/test';
import { paths } from '../frontend/src/lib/paths';
import { openBrowser, openPage } from './browser';
import { furnish, type Furnished } from './furnish';
import { startHearth, type Hearth } from './hearth';
import { History } from './history';
import { logIn } from './people';
import { buildPlace, PASSWORD } from './place';
import { expectSound } from './screens/check';
import { dialogs } from './screens/dialogs';
import { during, over } from './screens/over';
import { overlays, pages, places } from './screens/pages';
import { closeAll, overlay, type Opening } from './screens/steps';

let history: History;
let hearth: Hearth;
let browser: Browser;

// Together they take minutes, and each begins anew.
test.describe.configure({ mode: 'parallel', timeout: 600_000 });

test.beforeEach(async () => {
  history = await History.open();
  hearth = await startHearth({ DATABASE_URL: history.url, RATE_LIMIT_SCALE: '0', REGISTRATION: 'open' });
  browser = await openBrowser();
});

test.afterEach(async () => {
  await browser.close();
  await hearth.stop();
  await history.close();
});

const still = { viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' } as const;

async function look(page: Page, place: Furnished, screens: Record<string, Opening>, standsOver = false): Promise<void> {
  for (const [name, open] of Object.entries(screens)) {
    await test.step(name, async () => {
      await open(page, place);
      // A menu that led there may still be going.
      await expect(page.locator('[role="menu"][data-closed]')).toHaveCount(0);
      if (standsOver) await overlay(page).first().waitFor();
      await expectSound(page, name);
      await page.context().setOffline(false);
      await closeAll(page);
      // What is being done on the page ends as well.
      await page.keyboard.press('Escape');
    });
  }
}

/** Every page in the list beside it. */
async function lookThrough(page: Page, what: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  const items = dialog.getByRole('navigation').getByRole('button');
  const names = await items.allInnerTexts();
  for (const [index, name] of names.entries()) {
    // What ends things asks first, and is no page.
    if (/^(Log out|Leave|Delete|Admin console)/.test(name)) continue;
    await test.step(`${what}: ${name}`, async () => {
      await items.nth(index).click();
      await expect(dialog.getByRole('main').locator('header h2').first()).toHaveText(name.split('\n')[0] ?? name);
      await expectSound(page, `${what}: ${name}`);
    });
  }
}

/** Somebody at a furnished place, and what went wrong on the way. */
async function enter() {
  const { page, complaints } = await openPage(browser, still);
  const place = await furnish(hearth, await buildPlace(hearth));
  await history.embed(place.said.link.id, 'https://example.org/rye', {
    title: 'Rye, and how to bake it',
    description: 'Three days of patience for one loaf.',
    siteName: 'Example',
  });
  await logIn(page, hearth.url, 'ada');
  await page.locator('[data-composer]').waitFor();
  return { page, complaints, place };
}

test('axe finds nothing where nobody is signed in, in the light and in the dark', async () => {
  const { page, complaints } = await openPage(browser, still);
  const entrance = (name: string, path: string) =>
    test.step(name, async () => {
      await page.goto(hearth.url + path);
      await page.getByRole('heading').first().waitFor();
      await expectSound(page, name);
    });

  await entrance('before the set-up', paths.home);
  await entrance('the set-up', hearth.setupLink.slice(hearth.url.length));
  const { inviteCode } = await buildPlace(hearth);
  await entrance('the set-up once it is done', paths.setup);
  await entrance('logging in', paths.login);
  await entrance('an invite', paths.invite(inviteCode));
  await entrance('an invite that has ended', paths.invite('nothing'));
  await entrance('registering', paths.register);

  await test.step('nobody is anywhere yet', async () => {
    await page.getByLabel('User name').fill('newcomer');
    await page.getByLabel('Display name').fill('Newcomer');
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Create account' }).click();
    await page.getByText('A place of your own').waitFor();
    await expectSound(page, 'home, empty');
  });
  expect(complaints).toEqual([]);
});

test('axe finds nothing on any page, in the light and in the dark', async () => {
  const { page, complaints, place } = await enter();
  await look(page, place, { ...pages, ...places, ...during });
  expect(complaints).toEqual([]);
});

test('axe finds nothing in what stands over a page, in the light and in the dark', async () => {
  const { page, complaints, place } = await enter();
  await look(page, place, { ...dialogs, ...over }, true);
  expect(complaints).toEqual([]);
});

test('axe finds nothing in any settings, in the light and in the dark', async () => {
  const { page, complaints, place } = await enter();
  for (const [what, openings] of Object.entries(overlays)) {
    for (const open of openings) {
      await open(page, place);
      await lookThrough(page, what);
    }
  }
  expect(complaints).toEqual([]);
});
