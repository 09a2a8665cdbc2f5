import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { openBrowser, openPage } from './browser';
import { startHearth, type Hearth } from './hearth';
import { conversation, expectState, message, registerByInvite, setUp, signIn, write } from './people';

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

/** In the page: what this browser keeps of anybody. */
const leftovers = async () => ({
  databases: (await indexedDB.databases()).map(({ name }) => name),
  storage: Object.keys(localStorage).filter((key) => /account|drafts|uses|searches|emoji|visits/.test(key)),
});

/** In the page: what lies in a table of the account. */
const rowsIn = async (table: string): Promise<{ messages?: unknown[] }[]> => {
  const name = (await indexedDB.databases()).find((one) => one.name?.startsWith('hearth-account-'))?.name;
  if (name === undefined) return [];
  const opening = indexedDB.open(name);
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new Error('no database'));
  });
  const reading = database.transaction(table).objectStore(table).getAll() as IDBRequest<{ messages?: unknown[] }[]>;
  const rows = await new Promise<{ messages?: unknown[] }[]>((resolve) => (reading.onsuccess = () => resolve(reading.result)));
  database.close();
  return rows;
};

const keptMessages = async (page: Page): Promise<number> =>
  (await page.evaluate(rowsIn, 'windows')).reduce((sum, { messages = [] }) => sum + messages.length, 0);

/** As the browser does when the network is back: it tells the service worker, with no tab of the app open. */
async function wake(context: BrowserContext, url: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${url}/icon.svg`);
  const session = await context.newCDPSession(page);
  const found = new Promise<string>((resolve) =>
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      for (const { scopeURL, registrationId } of registrations) if (scopeURL.startsWith(url)) resolve(registrationId);
    }),
  );
  await session.send('ServiceWorker.enable');
  const registrationId = await found;
  await session.send('ServiceWorker.dispatchSyncEvent', { origin: url, registrationId, tag: 'send-waiting', lastChance: false });
  await page.close();
}

const chip = (page: Page, text: string) => message(page, text).getByRole('button', { name: /^🔥, / });

/** In the page: whether the files of the app are all there. */
const isInstalled = async (): Promise<boolean> => (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated';

const ready = async (page: Page, messages: number): Promise<void> => {
  await expect.poll(() => page.evaluate(isInstalled), { timeout: 30_000 }).toBe(true);
  await expect.poll(() => keptMessages(page), { timeout: 30_000 }).toBeGreaterThanOrEqual(messages);
};

test('the browser may install the app, and asks for a newer one each time', async ({ request }) => {
  const [worker, manifest] = [
    await request.get(`${hearth.url}/service-worker.js`),
    await request.get(`${hearth.url}/manifest.webmanifest`),
  ];
  expect(worker.headers()).toMatchObject({ 'cache-control': 'no-cache', 'content-type': 'text/javascript' });
  expect(worker.headers()['content-security-policy']).toContain("worker-src 'self'");
  expect(manifest.headers()).toMatchObject({ 'cache-control': 'no-cache', 'content-type': 'application/manifest+json' });
  const { icons } = (await manifest.json()) as { icons: { src: string; type: string }[] };
  for (const { src, type } of icons) expect((await request.get(`${hearth.url}${src}`)).headers()['content-type']).toBe(type);
});

test('without network the app opens, is read and written in, and goes on where it comes back', async () => {
  const [first, second] = browsers as [Browser, Browser];
  const ada = await openPage(first, { viewport: { width: 1440, height: 900 }, serviceWorkers: 'allow' });
  const grace = await openPage(second);
  const invite = await setUp(ada.page, hearth.setupLink, 'Harbour Street');
  await registerByInvite(grace.page, invite, 'grace', 'Grace Hopper');
  await write(grace.page, 'Grace 1: good morning');
  await write(ada.page, 'Ada 1: good morning to you');
  await expect(message(ada.page, 'Grace 1')).toBeVisible();
  await expectState(ada.page, 'Ada 1', 'Read');
  // A greeting of the server's own, and two of these.
  await ready(ada.page, 2);

  await test.step('it opens as it was, and says calmly how it is', async () => {
    await ada.page.context().setOffline(true);
    await ada.page.reload();
    await expect(message(ada.page, 'Grace 1')).toBeVisible();
    await expect(message(ada.page, 'Ada 1')).toBeVisible();
    await expect(ada.page.getByRole('alert').getByText("You're offline")).toBeVisible();
    await expect(ada.page.getByRole('link', { name: 'Harbour Street' })).toBeVisible();
  });

  await test.step('what is written waits, also beyond a reload', async () => {
    await write(ada.page, 'Ada 2: from the tunnel');
    await write(ada.page, 'Ada 3: still in it');
    await expectState(ada.page, 'Ada 3', 'Sending');
    await write(grace.page, 'Grace 2: where is Ada?');
    await message(ada.page, 'Grace 1').focus();
    await ada.page.keyboard.press('+');
    await ada.page.getByRole('combobox', { name: 'Search emoji' }).fill('fire');
    await ada.page.keyboard.press('Enter');
    await expect(chip(ada.page, 'Grace 1')).toHaveAttribute('aria-pressed', 'true');
    const field = ada.page.getByRole('textbox', { name: 'Message #general' });
    await field.fill('half of a thought');
    await ada.page.reload();
    await expectState(ada.page, 'Ada 2', 'Sending');
    await expect(field).toHaveValue('half of a thought');
    await field.fill('');
    await expect(chip(ada.page, 'Grace 1')).toHaveAttribute('aria-pressed', 'true');
    await expect(message(ada.page, 'Grace 2')).toHaveCount(0);
  });

  await test.step('it comes back: all is there, once and in order, on both sides', async () => {
    await ada.page.context().setOffline(false);
    await expect(message(grace.page, 'Ada 3')).toBeVisible({ timeout: 30_000 });
    await expect(message(ada.page, 'Grace 2')).toBeVisible();
    await expectState(ada.page, 'Ada 3', 'Read');
    await expect(chip(grace.page, 'Grace 1')).toHaveAccessibleName('🔥, 1 reaction');
    const said = [
      'Grace 1: good morning',
      'Ada 1: good morning to you',
      'Grace 2: where is Ada?',
      'Ada 2: from the tunnel',
      'Ada 3: still in it',
    ];
    expect(await conversation(ada.page, /^(Ada|Grace) /)).toEqual(said);
    expect(await conversation(grace.page, /^(Ada|Grace) /)).toEqual(said);
  });

  await test.step('what was written before the tab was closed is sent with none open', async () => {
    const context = ada.page.context();
    await context.setOffline(true);
    await ada.page.reload();
    await write(ada.page, 'Ada 4: and good night');
    await expect.poll(() => ada.page.evaluate(rowsIn, 'outbox').then((rows) => rows.length)).toBe(1);
    await ada.page.close();
    await context.setOffline(false);
    await wake(context, hearth.url);
    await expect(message(grace.page, 'Ada 4')).toBeVisible();
    const later = await context.newPage();
    await later.goto(hearth.url);
    await expectState(later, 'Ada 4', 'Read');
    ada.page = later;
  });

  await test.step('signing out leaves nothing', async () => {
    await ada.page.keyboard.press('Escape');
    await ada.page.getByRole('button', { name: 'Settings' }).first().click();
    await ada.page.getByRole('button', { name: 'Log out' }).click();
    await ada.page.getByRole('alertdialog').getByRole('button', { name: 'Log out' }).click();
    await expect(ada.page.getByLabel('User name')).toBeVisible();
    await expect.poll(() => ada.page.evaluate(leftovers)).toEqual({ databases: [], storage: [] });
  });

  await test.step('so does a session that ended while no page was open', async () => {
    await signIn(ada.page, hearth.url, 'ada');
    await ada.page.goto(hearth.url);
    await expect.poll(async () => (await ada.page.evaluate(leftovers)).storage).toContain('hearth.visits');
    await ada.page.context().clearCookies();
    await ada.page.reload();
    await expect(ada.page.getByLabel('User name')).toBeVisible();
    await expect.poll(() => ada.page.evaluate(leftovers)).toEqual({ databases: [], storage: [] });
  });

  expect(ada.complaints).toEqual([]);
  expect(grace.complaints).toEqual([]);
});
