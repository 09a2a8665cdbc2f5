import { expect, test, type Browser, type Page } from '@playwright/test';
import { openBrowser } from './browser';
import { startWholeHearth, type Hearth } from './hearth';
import { arrange, goTo, namesFor, openDevice, type Device, type Meeting } from './meeting';
import { Network } from './network';
import { expectState, message, write } from './people';
import { buildPlace, type Place, type Resident } from './place';
import { randomFrom } from './random';
import { linesOf, placesOf } from './shown';
import { Talk } from './talk';
import { toldLines } from './told';

/** Another one makes another conversation; what fails with one can be looked at again with it. */
const SEED = Number(process.env['HEARTH_SEED'] ?? 1);

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
/** So high that a whole conversation is in the page, and so wide that the lists stand beside it. */
const WALL = { width: 1_000, height: 9_000 };
/** For what waits for the network. */
const PATIENCE = { timeout: 30_000 };
const VIEW_CHANNEL = String(1 << 10);

let hearth: Hearth;
let wire: Network;
let air: Network;
let browsers: [Browser, Browser];
let place: Place;
let meeting: Meeting;

test.beforeAll(async () => {
  hearth = await startWholeHearth();
  [wire, air] = [await Network.to(hearth.port), await Network.to(hearth.port)];
  browsers = await Promise.all([openBrowser(), openBrowser()]);
  place = await buildPlace(hearth);
  meeting = await arrange(place);
});

test.afterAll(async () => {
  await Promise.all(browsers.map((browser) => browser.close()));
  await Promise.all([wire.close(), air.close()]);
  await hearth.stop();
});

const usernames = (): Map<Resident, string> =>
  new Map([
    [place.ada, 'ada'],
    [place.grace, 'grace'],
    [place.noor, 'noor'],
  ]);

const open = (browser: Browser, name: string, owner: Resident, more: { url?: string; options?: typeof PHONE } = {}): Promise<Device> =>
  openDevice(browser, usernames().get(owner) ?? '', { name, owner, url: hearth.url, path: meeting.lounge, ...more });

const see = (device: Device, channelId: string): Promise<void> => goTo(device.page, meeting.spots.get(channelId)?.path ?? '');

const mayEnter = ({ owner }: Device, channelId: string): boolean => meeting.spots.get(channelId)?.people.includes(owner) === true;

/** The keys of a message act while it has the focus. */
async function press(page: Page, text: string, key: string): Promise<void> {
  await message(page, text).first().focus();
  await page.keyboard.press(key);
}

async function choose(page: Page, text: string, item: string): Promise<void> {
  await press(page, text, 'Enter');
  await page.getByRole('menuitem', { name: item }).click();
}

/** On a screen keyboard Enter breaks the line. */
async function tap(page: Page, text: string): Promise<void> {
  await page.getByRole('form', { name: 'New message' }).getByRole('textbox').fill(text);
  await page.getByRole('button', { name: 'Send', exact: true }).tap();
}

async function visitEverySpot(devices: readonly Device[]): Promise<void> {
  for (const channelId of meeting.spots.keys()) {
    const here = devices.filter((device) => mayEnter(device, channelId));
    await Promise.all(here.map((device) => see(device, channelId)));
    await Promise.all(here.map(({ page }) => expect(page.locator('[data-conversation-list] [data-row]').first()).toBeVisible()));
  }
}

/** Each of them shows what the server tells its owner. */
async function expectSame(devices: readonly Device[], channelId: string): Promise<void> {
  for (const { page, owner, name } of devices) {
    await expect(async () => {
      const told = await toldLines(owner, channelId, await namesFor(owner, place, meeting));
      expect(await linesOf(page), `${name}, seed ${SEED}`).toEqual(told);
    }).toPass({ timeout: 20_000 });
  }
}

/** The lists of one device, at the same place in the app as the other. */
async function expectSamePlaces(device: Device, fresh: Device): Promise<void> {
  for (const path of [meeting.lounge, '/friends']) {
    await Promise.all([device, fresh].map(({ page }) => goTo(page, path)));
    await expect(async () => {
      expect(await placesOf(device.page), `${device.name}, seed ${SEED}`).toEqual(await placesOf(fresh.page));
    }).toPass({ timeout: 20_000 });
  }
}

test(`three people talk for long through cuts of the network, and every device shows what a fresh one does (seed ${SEED})`, async () => {
  test.setTimeout(240_000);
  const { ada, grace, noor, generalId, breadId } = place;
  const { spots, dmId, groupId, lounge } = meeting;
  const [first, second] = browsers;
  const devices = await Promise.all([
    open(first, "Ada's desk", ada, { url: wire.url }),
    open(second, "Ada's phone", ada, { options: PHONE }),
    open(second, "Grace's", grace, { url: air.url }),
    open(first, "Noor's", noor),
  ]);
  const [desk, phone, hers, his] = devices;
  const everywhere = [...spots.keys()];
  const talk = new Talk(spots, randomFrom(SEED));
  const goOn = async (turns: number, where: readonly string[] = everywhere) => {
    await talk.look(ada, everywhere);
    await talk.goOn(turns, where);
  };

  await test.step('they meet, and do by hand what people do', async () => {
    await visitEverySpot(devices);
    await Promise.all(devices.map((device) => see(device, generalId)));
    await write(desk.page, 'Ada is early');
    await message(hers.page, 'Ada is early').waitFor();
    await press(hers.page, 'Ada is early', 'r');
    await write(hers.page, 'Grace is late');
    await press(desk.page, 'Ada is early', 'e');
    await desk.page.getByRole('textbox', { name: 'Edit message' }).fill('Ada was early');
    await desk.page.keyboard.press('Enter');
    await press(his.page, 'Ada was early', '+');
    await his.page.getByRole('combobox', { name: 'Search emoji' }).fill('fire');
    await his.page.keyboard.press('Enter');
    await press(hers.page, 'Ada was early', 'p');
    await choose(phone.page, 'Grace is late', 'Star message');
    await choose(hers.page, 'Buy cheap tomatoes', 'Hide for me');
    await his.page.getByRole('textbox', { name: 'Message #general' }).pressSequentially('@gra');
    await his.page.getByRole('option', { name: /Grace Hopper/ }).waitFor();
    await his.page.keyboard.press('Enter');
    await his.page.keyboard.type('are you there?');
    await expect(hers.page.getByText(/is typing/)).toBeVisible();
    await his.page.keyboard.press('Enter');
    await press(desk.page, 'are you there?', 'f');
    const dialog = desk.page.getByRole('dialog', { name: 'Forward message' });
    await dialog.getByRole('checkbox', { name: /Picnic/ }).click();
    await dialog.getByRole('button', { name: 'Forward to 1 chat' }).click();
    await expect(dialog).toBeHidden();
    await choose(his.page, 'Ada was early', 'Mark unread from here');
    await goOn(32);
  });

  await test.step('Ada is cut off on both of her devices, and writes on both', async () => {
    await see(phone, dmId);
    await tap(phone.page, 'Ada 0: still there');
    await expectState(phone.page, 'Ada 0', 'Delivered');
    wire.silence();
    await phone.page.context().setOffline(true);
    await choose(phone.page, 'Ada 0', 'Star message');
    await write(desk.page, 'Ada 1: from the desk, into a tunnel');
    await tap(phone.page, 'Ada 1: from the phone');
    await goOn(16);
    await grace.call('POST', `/channels/${generalId}/messages/bulk-delete`, { ids: talk.lastOf(grace, generalId, 5) });
    wire.cut();
    air.silence();
    await write(desk.page, 'Ada 2: from the desk');
    await see(phone, groupId);
    await tap(phone.page, 'Ada 2: from the phone');
    await goOn(16);
    for (const network of [wire, air]) network.restore();
    await phone.page.context().setOffline(false);
    await see(hers, generalId);
    await expect(message(hers.page, 'Ada 2: from the desk')).toBeVisible(PATIENCE);
    await see(hers, groupId);
    await expect(message(hers.page, 'Ada 2: from the phone')).toBeVisible(PATIENCE);
  });

  await test.step('a channel is taken from Noor while he reads in it, and given back', async () => {
    const link = his.page.getByRole('link', { name: /^bread/ });
    await see(his, breadId);
    await ada.call('PUT', `/channels/${breadId}/overwrites/${noor.id}`, { type: 'MEMBER', allow: '0', deny: VIEW_CHANNEL });
    await expect(link).toBeHidden();
    await goOn(16, [breadId, generalId]);
    await ada.call('DELETE', `/channels/${breadId}/overwrites/${noor.id}`);
    await expect(link).toBeVisible();
  });

  await test.step('the server dies in the middle of it', async () => {
    await see(desk, generalId);
    const crash = hearth.crash();
    await write(desk.page, 'Ada 3: during the crash');
    await see(hers, dmId);
    await write(hers.page, 'Grace 3: during the crash');
    await goOn(16);
    await crash;
    await see(phone, dmId);
    await expect(message(phone.page, 'Grace 3')).toBeVisible(PATIENCE);
    await see(his, generalId);
    await expect(message(his.page, 'Ada 3')).toBeVisible(PATIENCE);
  });

  const fresh = await test.step('what is new in places that nobody looks at', async () => {
    await Promise.all(devices.map(({ page }) => page.setViewportSize(WALL)));
    await Promise.all(devices.map(({ page }) => goTo(page, lounge)));
    await goOn(24);
    expect(talk.count).toBeGreaterThan(100);
    const opened = await Promise.all([
      open(first, "Ada's new one", ada),
      open(second, "Grace's new one", grace),
      open(first, "Noor's new one", noor),
    ]);
    await Promise.all(opened.map(({ page }) => page.setViewportSize(WALL)));
    for (const device of devices) await expectSamePlaces(device, opened.find(({ owner }) => owner === device.owner) ?? device);
    return opened;
  });

  for (const [channelId, { calledBy }] of spots) {
    await test.step(`what was said in ${calledBy(ada) ?? ''}`, async () => {
      const here = [...devices, ...fresh].filter((device) => mayEnter(device, channelId));
      await Promise.all(here.map((device) => see(device, channelId)));
      await expectSame(here, channelId);
    });
  }
  for (const { complaints, name } of [...devices, ...fresh]) expect(complaints, name).toEqual([]);
});
