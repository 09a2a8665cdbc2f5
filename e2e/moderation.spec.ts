import { expect, test, type Browser, type Page } from '@playwright/test';
import { openBrowser, openPage } from './browser';
import { startHearth, type Hearth } from './hearth';
import { logIn, message } from './people';
import { buildPlace, PASSWORD, Resident, type Place } from './place';

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** KICK_MEMBERS, BAN_MEMBERS, VIEW_CHANNEL, MANAGE_MESSAGES and TIMEOUT_MEMBERS, by their places. */
const MODERATION = [1n, 2n, 10n, 13n, 40n].reduce((sum, bit) => sum | (1n << bit), 0n).toString();

let hearth: Hearth;
let browser: Browser;
let place: Place;
let mallory: Resident;
let graceCode: string;

test.beforeAll(async () => {
  hearth = await startHearth();
  place = await buildPlace(hearth);
  await place.ada.call('PATCH', `/servers/${place.serverId}/roles/${place.roleId}`, { permissions: MODERATION });
  ({ code: graceCode } = await place.grace.call<{ code: string }>('POST', `/servers/${place.serverId}/invites`, {}));
  mallory = await Resident.register(hearth, 'mallory', 'Mallory', { inviteCode: graceCode });
  browser = await openBrowser();
});

test.afterAll(async () => {
  await browser.close();
  await hearth.stop();
});

async function enter(username: string, options?: Parameters<typeof openPage>[1]): Promise<Page> {
  const { page } = await openPage(browser, options);
  page.setDefaultTimeout(20_000);
  await logIn(page, hearth.url, username);
  await page.getByText('Harbour Street').first().waitFor();
  return page;
}

const general = (page: Page) => page.goto(`${hearth.url}/servers/${place.serverId}/channels/${place.generalId}`);

/** By its address, as a bookmark leads there; on any screen. */
const settingsOf = (page: Page, section: string) =>
  page.goto(`${hearth.url}/servers/${place.serverId}/channels/${place.generalId}?server-settings=${section}`);

const settings = (page: Page) => page.getByRole('dialog', { name: 'Harbour Street' });

const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

/** Goes from control to control until it is this one, as somebody does who has no mouse. */
async function tabTo(page: Page, name: string): Promise<void> {
  const wanted = page.locator(':focus').and(page.getByRole('button', { name, exact: true }).or(page.getByRole('checkbox', { name })));
  for (let step = 0; step < 60 && (await wanted.count()) === 0; step += 1) await page.keyboard.press('Tab');
  await expect(wanted).toBeFocused();
}

/** Moves in an open menu to an item and takes it. */
async function choose(page: Page, name: string): Promise<void> {
  const item = page.getByRole('menuitem', { name, exact: true });
  await item.waitFor();
  for (let step = 0; step < 20 && !(await item.evaluate((node) => node === document.activeElement)); step += 1)
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

const focused = (page: Page, text: string) => message(page, text).and(page.locator(':focus'));
const isOn = async (page: Page, text: string) => (await focused(page, text).count()) > 0;

/** A finger that stays. */
async function hold(page: Page, text: string): Promise<void> {
  const box = await message(page, text).last().boundingBox();
  if (!box) throw new Error(`no message ${text}`);
  const finger = await page.context().newCDPSession(page);
  const touchPoints = [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }];
  await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
  await page.getByRole('menu').waitFor();
  await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

test('a moderator keeps order: by mouse, and by the keyboard alone', async () => {
  test.setTimeout(240_000);
  for (const count of [1, 2, 3]) await mallory.say(place.generalId, `Mallory ${count}: cheap watches`);
  const [grace, noor] = await Promise.all([enter('grace'), enter('noor')]);

  await test.step('a member reports a message', async () => {
    await message(noor, 'Mallory 1').click({ button: 'right' });
    await noor.getByRole('menuitem', { name: 'Report message' }).click();
    const dialog = noor.getByRole('dialog', { name: 'Report message' });
    await expect(dialog.getByText('Mallory 1: cheap watches')).toBeVisible();
    await dialog.getByRole('radio', { name: 'Spam or advertising' }).click();
    await dialog.getByRole('textbox', { name: /What should the moderators know/ }).fill('Every day the same');
    await dialog.getByRole('button', { name: 'Send report' }).click();
    await expect(noor.getByText('Thank you for telling us')).toBeVisible();
  });

  await test.step('who came by whom is seen by whoever may kick', async () => {
    await settingsOf(grace, 'invites');
    const arrivals = grace.getByRole('list', { name: 'Who came' });
    await expect(arrivals.getByRole('listitem').filter({ hasText: 'mallory' })).toContainText('invited by Grace Hopper');
    await expect(grace.getByRole('tab', { name: 'Open invites' })).toHaveCount(0);
    await settings(grace).getByRole('button', { name: 'Members', exact: true }).click();
    const row = settings(grace).getByRole('list', { name: 'Members' }).getByRole('listitem').filter({ hasText: 'mallory' });
    await expect(row).toContainText('invited by Grace Hopper');
  });

  await test.step('who did harm and left is banned from the report, with what they wrote', async () => {
    await mallory.call('DELETE', `/servers/${place.serverId}/members/me`);
    await settingsOf(grace, 'reports');
    await expect(grace.getByText('Every day the same')).toBeVisible();
    await grace.getByRole('button', { name: 'More about Mallory' }).click();
    await grace.getByRole('menuitem', { name: 'Ban' }).click();
    const dialog = grace.getByRole('alertdialog', { name: 'Ban somebody who left?' });
    await dialog.getByRole('combobox', { name: 'Delete their messages' }).click();
    await grace.getByRole('option', { name: 'Of the last 1 hour' }).click();
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Spam, hit and run');
    await dialog.getByRole('button', { name: 'Ban', exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(message(noor, 'cheap watches')).toHaveCount(0);
    await grace.getByRole('article').filter({ hasText: 'Mallory 1' }).getByRole('button', { name: 'Mark as resolved' }).click();
    await expect(grace.getByText('Every day the same')).toBeHidden();
    await settings(grace).getByRole('button', { name: 'Bans' }).click();
    await expect(grace.getByText('Spam, hit and run')).toBeVisible();
    await expect(grace.getByText('3 messages were deleted.')).toBeVisible();
  });

  await test.step('whoever is banned is told so', async () => {
    const { page } = await openPage(browser);
    await logIn(page, hearth.url, 'mallory');
    await page.getByRole('button', { name: 'Join server' }).first().waitFor();
    await page.goto(`${hearth.url}/invite/${place.inviteCode}`);
    await expect(page.getByRole('heading', { name: "You're banned from this server" })).toBeVisible();
    await page.context().close();
  });

  await test.step('the ban is lifted by keyboard', async () => {
    await tabTo(grace, 'Lift ban');
    await press(grace, 'Enter');
    const dialog = grace.getByRole('alertdialog', { name: 'Lift ban?' });
    await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
    await press(grace, 'Tab', 'Enter');
    await expect(dialog).toBeHidden();
    await expect(grace.getByText('Nobody is banned')).toBeVisible();
    await expect(grace.getByRole('main').locator(':focus')).toHaveCount(1);
    await press(grace, 'Escape');
    await expect(settings(grace)).toBeHidden();
  });

  await test.step('several messages are deleted together by keyboard', async () => {
    for (const count of [1, 2]) await place.noor.say(place.generalId, `Noor ${count}: too much of it`);
    await message(grace, 'Noor 2').waitFor();
    await grace.getByRole('textbox', { name: 'Message #general' }).focus();
    for (let step = 0; step < 10 && !(await isOn(grace, 'Noor 2')); step += 1) await press(grace, 'Shift+Tab');
    await press(grace, 'Enter');
    await choose(grace, 'Choose several…');
    await expect(focused(grace, 'Noor 2')).toBeFocused();
    await press(grace, 'ArrowUp', 'Tab', 'Space');
    await expect(grace.getByText('2 messages chosen')).toBeVisible();
    await tabTo(grace, 'Delete message');
    await press(grace, 'Enter');
    await expect(grace.getByRole('alertdialog', { name: 'Delete 2 messages?' })).toBeVisible();
    await press(grace, 'Tab', 'Enter');
    await expect(message(noor, 'too much of it')).toHaveCount(0);
  });

  await test.step('an own invite is taken back', async () => {
    await grace.getByRole('button', { name: 'Harbour Street' }).click();
    await grace.getByRole('menuitem', { name: 'Invite people' }).click();
    await grace.getByRole('button', { name: 'Open invites that you made' }).click();
    await grace.getByRole('button', { name: `Take back invite ${graceCode}` }).click();
    await grace.getByRole('alertdialog').getByRole('button', { name: 'Take back' }).click();
    await expect(grace.getByText(`/invite/${graceCode}`, { exact: true })).toBeHidden();
    await noor.goto(`${hearth.url}/invite/${graceCode}`);
    await expect(noor.getByRole('heading', { name: 'This invite has ended' })).toBeVisible();
  });
});

test('on a phone a message is reported, its author banned and let back in, and messages are deleted together', async () => {
  test.setTimeout(180_000);
  await mallory.call('POST', `/invites/${place.inviteCode}/join`);
  await mallory.say(place.generalId, 'Mallory 4: cheap handbags');
  for (const count of [1, 2]) await place.noor.say(place.generalId, `Noor ${count}: the same once more`);
  const [grace, noor] = await Promise.all([enter('grace', phone), enter('noor', phone)]);
  await Promise.all([general(grace), general(noor)]);

  await test.step('a report, from under a finger', async () => {
    await hold(noor, 'Mallory 4');
    await noor.getByRole('menuitem', { name: 'Report message' }).tap();
    await noor.getByRole('radio', { name: 'Hate' }).tap();
    await noor.getByRole('button', { name: 'Send report' }).tap();
    await expect(noor.getByText('Thank you for telling us')).toBeVisible();
  });

  await test.step('a ban, with what they wrote', async () => {
    await hold(grace, 'Mallory 4');
    await grace.getByRole('menuitem', { name: 'Mallory', exact: true }).tap();
    await grace.getByRole('menuitem', { name: 'Ban' }).tap();
    const dialog = grace.getByRole('alertdialog', { name: 'Ban member?' });
    await dialog.getByRole('combobox', { name: 'Delete their messages' }).tap();
    await grace.getByRole('option', { name: 'Of the last 1 hour' }).tap();
    await dialog.getByRole('button', { name: 'Ban', exact: true }).tap();
    await expect(dialog).toBeHidden();
    await expect(message(noor, 'cheap handbags')).toHaveCount(0);
  });

  await test.step('the way back', async () => {
    await settingsOf(grace, 'bans');
    await grace.getByRole('button', { name: 'Lift ban' }).tap();
    await grace.getByRole('alertdialog').getByRole('button', { name: 'Lift ban' }).tap();
    await expect(grace.getByText('Nobody is banned')).toBeVisible();
    await general(grace);
  });

  await test.step('several messages at once', async () => {
    await hold(grace, 'Noor 1: the same');
    await grace.getByRole('menuitem', { name: 'Choose several…' }).tap();
    // Its bar takes room from the list.
    await expect(grace.getByText('1 message chosen')).toBeVisible();
    await message(grace, 'Noor 2: the same').getByRole('checkbox', { name: 'Choose message' }).tap();
    await expect(grace.getByText('2 messages chosen')).toBeVisible();
    await grace.getByRole('toolbar', { name: 'Chosen messages' }).getByRole('button', { name: 'Delete message' }).tap();
    const dialog = grace.getByRole('alertdialog', { name: 'Delete 2 messages?' });
    await dialog.getByRole('textbox', { name: /Reason/ }).fill('Said often enough');
    await dialog.getByRole('button', { name: 'Delete message' }).tap();
    await expect(message(noor, 'the same once more')).toHaveCount(0);
  });
});

test('an owner undoes a raid, hands the server over and leaves, and the new owner deletes it', async () => {
  test.setTimeout(180_000);
  const { code } = await place.ada.call<{ code: string }>('POST', `/servers/${place.serverId}/invites`, {});
  for (const name of ['rex', 'rita']) {
    const raider = await Resident.register(hearth, name, name, { inviteCode: code });
    await raider.say(place.generalId, `${name} was here`);
  }
  const [ada, noor] = await Promise.all([enter('ada'), enter('noor')]);
  await expect(message(noor, 'rita was here')).toBeVisible();

  await test.step('what a raid did is undone', async () => {
    await settingsOf(ada, 'incidents');
    await settings(ada).getByRole('main').getByRole('button', { name: 'Undo a raid' }).click();
    await ada.getByRole('textbox', { name: /Only those who came by one invite/ }).fill(`${hearth.url}/invite/${code}`);
    await ada.getByRole('button', { name: 'Look who it was' }).click();
    await expect(ada.getByRole('checkbox', { name: /rex/ })).toBeChecked();
    await expect(ada.getByRole('checkbox', { name: /noor/ })).toHaveCount(0);
    await ada.getByRole('checkbox', { name: /rita/ }).click();
    await ada.getByRole('combobox', { name: /Somebody else who was in it/ }).fill('mallory');
    await ada.getByRole('option', { name: /Mallory/ }).click();
    await expect(ada.getByRole('checkbox', { name: /Mallory/ })).toBeChecked();
    await expect(ada.getByRole('checkbox', { name: /rita/ })).not.toBeChecked();
    await ada.getByRole('checkbox', { name: /rita/ }).click();
    await ada.getByRole('button', { name: 'Go on with 3 people' }).click();
    await expect(ada.getByText('3 people are banned.')).toBeVisible();
    await ada.getByRole('button', { name: 'Undo the raid' }).click();
    await expect(ada.getByText('2', { exact: true }).locator('..').filter({ hasText: 'people removed' })).toBeVisible();
    await expect(message(noor, 'was here')).toHaveCount(0);
  });

  await test.step('the server is handed over, with the password', async () => {
    await settings(ada).getByRole('button', { name: 'Ownership' }).click();
    await ada.getByRole('button', { name: 'Hand over server' }).click();
    const dialog = ada.getByRole('dialog', { name: 'Hand over Harbour Street?' });
    await dialog.getByRole('combobox', { name: 'New owner' }).fill('Grace');
    await ada.getByRole('option', { name: /Grace Hopper/ }).click();
    await dialog.getByLabel('Your password').fill('not this one');
    await dialog.getByRole('button', { name: 'Hand over server' }).click();
    await expect(dialog.getByText("The password isn't right.")).toBeVisible();
    await dialog.getByLabel('Your password').fill(PASSWORD);
    await dialog.getByRole('button', { name: 'Hand over server' }).click();
    await expect(dialog).toBeHidden();
    await expect(settings(ada).getByRole('button', { name: 'Ownership' })).toBeHidden();
  });

  await test.step('whoever was the owner leaves', async () => {
    await general(ada);
    await ada.getByRole('button', { name: 'Harbour Street' }).click();
    await ada.getByRole('menuitem', { name: 'Leave server' }).click();
    await ada.getByRole('alertdialog').getByRole('button', { name: 'Leave server' }).click();
    await expect(ada.getByRole('button', { name: 'Harbour Street' })).toBeHidden();
  });

  await test.step('the new owner deletes it by its name', async () => {
    const grace = await enter('grace');
    await settingsOf(grace, 'danger');
    await grace.getByRole('button', { name: 'Delete server' }).click();
    const dialog = grace.getByRole('alertdialog', { name: 'Delete server?' });
    await dialog.getByRole('textbox').fill('Harbour Stret');
    await expect(dialog.getByRole('button', { name: 'Delete server' })).toBeDisabled();
    await dialog.getByRole('textbox').fill('Harbour Street');
    await dialog.getByRole('button', { name: 'Delete server' }).click();
    await expect(dialog).toBeHidden();
    await expect(noor.getByRole('button', { name: 'Harbour Street' })).toBeHidden();
  });
});
