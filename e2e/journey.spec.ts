import { expect, test, type Browser, type Page } from '@playwright/test';
import { openBrowser, openPage, type Visitor } from './browser';
import { startWholeHearth, type Hearth } from './hearth';
import { Network } from './network';
import { conversation, expectState, logIn, message, registerByInvite, setUp, write } from './people';

let hearth: Hearth;
let network: Network;
let browsers: Browser[];

// The second continues what the first has begun.
test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  hearth = await startWholeHearth();
  network = await Network.to(hearth.port);
  browsers = await Promise.all([openBrowser(), openBrowser()]);
});

test.afterAll(async () => {
  await Promise.all(browsers.map((browser) => browser.close()));
  await network.close();
  await hearth.stop();
});

const texts = (page: Page) => conversation(page, /^(Ada|Grace) /);

test('two people meet, talk, lose the network and find everything as it was said', async () => {
  const [ada, grace] = (await Promise.all(browsers.map((browser) => openPage(browser)))) as [Visitor, Visitor];

  // From the set-up link to a server with somebody else in it.
  const setupLink = hearth.setupLink.replace(hearth.url, network.url);
  const invite = await setUp(ada.page, setupLink, 'Harbour Street');
  await registerByInvite(grace.page, invite.replace(network.url, hearth.url), 'grace', 'Grace Hopper');
  await expect(ada.page.getByRole('complementary').getByText('Grace Hopper')).toBeVisible();

  await test.step('both chat, and the ticks tell how far it went', async () => {
    await write(ada.page, 'Ada 1: good morning');
    await expect(message(grace.page, 'Ada 1')).toBeVisible();
    await expectState(ada.page, 'Ada 1', 'Read');
    await write(grace.page, 'Grace 1: good morning to you');
    await expect(message(ada.page, 'Grace 1')).toBeVisible();
    await expectState(grace.page, 'Grace 1', 'Read');
  });

  await test.step('one loses the network in the middle of sending', async () => {
    network.silence();
    await write(ada.page, 'Ada 2: into the tunnel');
    await expectState(ada.page, 'Ada 2', 'Sending');
    network.cut();
    await expect(ada.page.getByRole('alert')).toBeVisible();
    for (const index of [3, 4, 5]) await write(ada.page, `Ada ${index}: still there?`);
    for (const index of [3, 4, 5]) await expectState(ada.page, `Ada ${index}`, 'Sending');
    for (const index of [2, 3, 4]) await write(grace.page, `Grace ${index}: meanwhile`);
    await expectState(grace.page, 'Grace 4', 'Sent');
    await expect(message(ada.page, 'Grace 2')).toHaveCount(0);
  });

  await test.step('it comes back, and nothing is lost, doubled or out of order', async () => {
    network.restore();
    await expect(message(grace.page, 'Ada 5')).toBeVisible({ timeout: 30_000 });
    await expect(message(ada.page, 'Grace 4')).toBeVisible();
    await expect(ada.page.getByRole('alert')).toHaveCount(0);
    for (const index of [2, 3, 4, 5]) await expectState(ada.page, `Ada ${index}`, 'Read');
    await expectState(grace.page, 'Grace 4', 'Read');
    const [seenByAda, seenByGrace] = [await texts(ada.page), await texts(grace.page)];
    expect(seenByAda).toEqual(seenByGrace);
    expect(seenByAda.filter((text) => text.startsWith('Ada')).map((text) => text.slice(0, 5))).toEqual([
      'Ada 1',
      'Ada 2',
      'Ada 3',
      'Ada 4',
      'Ada 5',
    ]);
    expect(seenByAda.filter((text) => text.startsWith('Grace')).map((text) => text.slice(0, 7))).toEqual([
      'Grace 1',
      'Grace 2',
      'Grace 3',
      'Grace 4',
    ]);
  });

  await test.step('the server is killed, and both go on', async () => {
    await write(ada.page, 'Ada 6: before the crash');
    await expectState(ada.page, 'Ada 6', 'Read');
    const crash = hearth.crash();
    await write(grace.page, 'Grace 5: during the crash');
    await crash;
    await expect(message(ada.page, 'Grace 5')).toBeVisible({ timeout: 30_000 });
    expect(await texts(ada.page)).toEqual(await texts(grace.page));
    await ada.page.reload();
    await expect(message(ada.page, 'Grace 5')).toBeVisible();
    expect(await texts(ada.page)).toEqual(await texts(grace.page));
  });

  expect(ada.complaints).toEqual([]);
  expect(grace.complaints).toEqual([]);
});

test('what waits to be sent survives a closed tab', async () => {
  const { page: grace } = await openPage(browsers[1] as Browser);
  // The network goes before the library of the tables has come.
  await grace.route(/\/assets\/store-/, (route) => route.abort());
  await logIn(grace, network.url, 'grace');
  await expect(message(grace, 'Grace 5')).toBeVisible();
  network.cut();
  await write(grace, 'Grace 6: written in the dark');
  await expectState(grace, 'Grace 6', 'Sending');
  const later = await grace.context().newPage();
  await grace.close();
  network.restore();
  await later.goto(network.url);
  await expect(message(later, 'Grace 6')).toBeVisible();
  // Ada's tab of the journey before is still open.
  await expectState(later, 'Grace 6', 'Read');
});
