import { expect, test, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';
import { openBrowser, openPage } from './browser';
import { startHearth, type Hearth } from './hearth';
import { logIn, message, write } from './people';
import { buildPlace, type Place, type Resident } from './place';

let hearth: Hearth;
let browser: Browser;
let place: Place;
const complaints: string[][] = [];

const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

async function befriend(one: Resident, other: Resident): Promise<void> {
  await one.call('PUT', `/users/me/relationships/${other.id}`, { type: 'FRIEND' });
  await other.call('PUT', `/users/me/relationships/${one.id}`, { type: 'FRIEND' });
}

test.beforeAll(async () => {
  hearth = await startHearth();
  place = await buildPlace(hearth);
  await Promise.all([befriend(place.ada, place.grace), befriend(place.ada, place.noor)]);
  browser = await openBrowser();
});

test.afterAll(async () => {
  await browser.close();
  await hearth.stop();
});

const home = (page: Page) => page.getByRole('navigation', { name: 'Direct messages' });

async function enter(username: string, options?: BrowserContextOptions): Promise<Page> {
  const visitor = await openPage(browser, options);
  complaints.push(visitor.complaints);
  visitor.page.setDefaultTimeout(15_000);
  await logIn(visitor.page, hearth.url, username);
  // On a phone the list of channels stands alone.
  await visitor.page.getByRole('link', { name: 'Direct messages' }).click();
  await home(visitor.page).waitFor();
  return visitor.page;
}

/** What happened, as the conversation tells it. */
const notice = (page: Page, text: string | RegExp) => page.getByRole('main').getByText(text);
const listed = (page: Page, name: RegExp | string) => home(page).getByRole('link', { name });
const option = async (page: Page, name: string) => {
  await page.getByRole('button', { name: 'Conversation options' }).click();
  await page.getByRole('menuitem', { name, exact: true }).click();
};

async function say(page: Page, text: string): Promise<void> {
  await page.getByRole('form', { name: 'New message' }).getByRole('textbox').fill(text);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
}

test('three people meet in a group, keep their conversations in order and choose who comes near', async () => {
  test.setTimeout(240_000);
  const ada = await enter('ada');
  const grace = await enter('grace');
  const noor = await enter('noor', phone);

  await test.step('a group is made with the keyboard alone', async () => {
    await home(ada).getByRole('button', { name: 'New message' }).first().focus();
    await ada.keyboard.press('Enter');
    const to = ada.getByRole('combobox', { name: 'To' });
    await to.focus();
    for (const name of ['Grace', 'نور']) {
      await ada.keyboard.type(name);
      await expect(ada.getByRole('option', { name: new RegExp(name) })).toBeVisible();
      await ada.keyboard.press('Enter');
      await expect(ada.getByRole('dialog').getByText(new RegExp(name)).first()).toBeVisible();
    }
    const name = ada.getByRole('textbox', { name: 'Name of the group' });
    await name.waitFor();
    await expect(async () => {
      await ada.keyboard.press('Tab');
      await expect(name).toBeFocused({ timeout: 200 });
    }).toPass();
    await ada.keyboard.type('Boats');
    await ada.keyboard.press('Enter');
    await expect(ada.getByRole('heading', { name: 'Boats', level: 1 })).toBeVisible();
    await write(ada, 'Ada 1: on Sunday?');
    await expect(listed(grace, /Boats/)).toBeVisible();
  });

  await test.step('it takes another name and an icon, and loses its name', async () => {
    await listed(grace, /Boats/).click();
    await option(grace, 'Edit group');
    const dialog = grace.getByRole('dialog', { name: 'Edit group' });
    await dialog.getByLabel('Name of the group').fill('Sailing');
    await dialog.getByLabel('Emoji as an icon').fill('⛵');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(notice(ada, 'Grace Hopper changed the name to Sailing')).toBeVisible();
    await expect(notice(ada, 'Grace Hopper changed the icon to ⛵')).toBeVisible();
    await option(grace, 'Edit group');
    await dialog.getByLabel('Name of the group').fill('');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(notice(ada, 'Grace Hopper removed the name')).toBeVisible();
    await expect(ada.getByRole('heading', { name: /Grace Hopper/, level: 1 })).toBeVisible();
  });

  await test.step('on a phone it is pinned, muted and put away, and stays open over a reload', async () => {
    await listed(noor, /Ada Lovelace/).click();
    await say(noor, 'Noor 1: with pleasure');
    await expect(message(ada, 'Noor 1')).toBeVisible();
    await option(noor, 'Pin');
    await option(noor, 'Mute');
    await noor.getByRole('button', { name: 'Back to the conversations' }).click();
    await expect(listed(noor, /Ada Lovelace.*Muted.*Pinned/)).toBeVisible();
    await listed(noor, /Ada Lovelace/).click();
    await option(noor, 'Archive');
    await noor.getByRole('button', { name: 'Undo' }).click();
    await noor.getByRole('button', { name: 'Back to the conversations' }).click();
    await listed(noor, /Ada Lovelace/).click();
    await option(noor, 'Archive');
    await noor.reload();
    await expect(message(noor, 'Noor 1')).toBeVisible();
    await noor.getByRole('button', { name: 'Back to the conversations' }).click();
    await home(noor).getByRole('button', { name: 'Archive' }).click();
    await expect(listed(noor, /Ada Lovelace/)).toBeVisible();
  });

  await test.step('its owner makes somebody go, takes them in again, and leaves it to another', async () => {
    const people = ada.getByRole('complementary');
    await people.getByRole('listitem').filter({ hasText: 'نور' }).hover();
    await people.getByRole('button', { name: /Actions for .?نور/ }).click();
    await ada.getByRole('menuitem', { name: 'Remove from group' }).click();
    await ada.getByRole('alertdialog').getByRole('button', { name: 'Remove from group' }).click();
    await expect(notice(ada, /Ada Lovelace removed .?نور/)).toBeVisible();
    await expect(noor.getByText('Nothing in the archive')).toBeVisible();
    await option(ada, 'Add people');
    await ada.getByRole('combobox', { name: 'People' }).fill('نور');
    await ada.getByRole('option', { name: /نور/ }).click();
    await ada.getByRole('dialog', { name: 'Add people' }).getByRole('button', { name: 'Add', exact: true }).click();
    await expect(people.getByText(/نور/)).toBeVisible();
    await option(ada, 'Leave group');
    await ada.getByRole('alertdialog').getByRole('button', { name: 'Leave group' }).click();
    await expect(ada.getByText('Pick a conversation')).toBeVisible();
    await expect(notice(grace, 'Ada Lovelace left')).toBeVisible();
    await expect(grace.getByRole('complementary').getByText('Owner')).toBeAttached();
  });

  await test.step('a profile is written on a phone, and read with what two have in common', async () => {
    await noor.goto(`${hearth.url}/conversations?settings=profile`);
    await noor.getByLabel('Pronouns').fill('she/her');
    await noor.getByLabel('About you').fill('Grows tomatoes.');
    await noor.getByRole('radio', { name: 'Teal' }).click();
    await noor.getByRole('button', { name: 'Save changes' }).click();
    await expect(noor.getByRole('button', { name: 'Save changes' })).toBeHidden();
    await ada.goto(`${hearth.url}/friends?tab=all`);
    await ada.getByRole('button', { name: /نور/ }).first().click();
    const card = ada.getByRole('dialog', { name: 'Profile' });
    await expect(card.getByText('she/her')).toBeVisible();
    await expect(card.getByText('Grows tomatoes.')).toBeVisible();
    await card.getByText('1 server in common').click();
    await expect(card.getByRole('link', { name: /Harbour Street/ })).toBeVisible();
    await ada.keyboard.press('Escape');
  });

  await test.step('whoever may not write is told beside what they wrote', async () => {
    const { channel } = await place.grace.call<{ channel: { id: string } }>('POST', '/users/me/channels', { userId: place.noor.id });
    await grace.goto(`${hearth.url}/conversations/${channel.id}`);
    await noor.goto(`${hearth.url}/conversations?settings=privacy`);
    const who = noor.getByRole('radiogroup', { name: 'Who may start a conversation with you' });
    await who.getByRole('radio', { name: /Friends only/ }).click();
    await expect(who.getByRole('radio', { name: /Friends only/ })).toBeChecked();
    await write(grace, 'Grace 1: may I?');
    await expect(notice(grace, /This person doesn't accept that from you/)).toBeVisible();
    await who.getByRole('radio', { name: 'Everyone' }).click();
    await grace.getByRole('button', { name: 'Try again' }).click();
    await expect(notice(grace, /This person doesn't accept that from you/)).toBeHidden();
    await noor.goto(`${hearth.url}/conversations`);
    await expect(listed(noor, /Grace 1: may I\?/)).toBeVisible();
  });

  await test.step('whom one ignores or blocks is not read in the list', async () => {
    await noor.goto(`${hearth.url}/conversations/`);
    await listed(noor, /Grace Hopper.*Grace 1/).click();
    await noor.getByRole('heading', { level: 1 }).getByRole('button', { name: 'Grace Hopper' }).click();
    await noor.getByRole('dialog', { name: 'Profile' }).getByRole('button', { name: 'More' }).click();
    await noor.getByRole('menuitem', { name: 'Ignore' }).click();
    await noor.keyboard.press('Escape');
    await noor.getByRole('button', { name: 'Back to the conversations' }).click();
    await expect(listed(noor, /Message of Grace Hopper, whom you ignore/)).toBeVisible();
    await place.noor.call('PUT', `/users/me/relationships/${place.grace.id}`, { type: 'BLOCKED' });
    await expect(listed(noor, /Blocked message/)).toBeVisible();
    await place.noor.call('DELETE', `/users/me/relationships/${place.grace.id}`);
  });

  await test.step('a request is declined only after a question', async () => {
    await place.grace.call('PUT', `/users/me/relationships/${place.noor.id}`, { type: 'FRIEND' });
    await noor.goto(`${hearth.url}/friends?tab=pending`);
    await noor.getByRole('button', { name: 'Decline Grace Hopper' }).click();
    await noor.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click();
    await noor.getByRole('button', { name: 'Decline Grace Hopper' }).click();
    await noor.getByRole('alertdialog').getByRole('button', { name: 'Decline' }).click();
    await expect(noor.getByText('No open requests')).toBeVisible();
  });
  expect(complaints.flat()).toEqual([]);
});
