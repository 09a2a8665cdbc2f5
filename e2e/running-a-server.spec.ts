import { expect, test, type Browser, type Page } from '@playwright/test';
import { openBrowser, openPage } from './browser';
import { startHearth, type Hearth } from './hearth';
import { logIn, message, write } from './people';
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

async function enter(username: string): Promise<Page> {
  const { page } = await openPage(browser);
  await logIn(page, hearth.url, username);
  await page.getByRole('textbox', { name: 'Message #general' }).waitFor();
  return page;
}

const settingsOf = async (page: Page, section: string) => {
  await page.getByRole('button', { name: 'Harbour Street' }).click();
  await page.getByRole('menuitem', { name: 'Server settings' }).click();
  await page.getByRole('dialog').getByRole('button', { name: section, exact: true }).click();
};

const save = (page: Page) => page.getByRole('button', { name: 'Save changes' }).click();

test('an owner and a moderator run a server, and a newcomer feels it at once', async () => {
  test.setTimeout(240_000);
  const ada = await enter('ada');
  const grace = await enter('grace');

  await test.step('the owner sets rules, and makes a role for those who keep them', async () => {
    await settingsOf(ada, 'Joining');
    await ada.getByRole('button', { name: 'Add rule' }).click();
    await ada.getByLabel('Rule 1', { exact: true }).fill('Be kind.');
    await save(ada);
    await expect(ada.getByRole('button', { name: 'Save changes' })).toBeHidden();
    await ada.getByRole('button', { name: 'Roles', exact: true }).click();
    await ada.getByRole('button', { name: 'Create role' }).click();
    await ada.getByLabel('Role name').fill('Bakers');
    await ada.getByRole('radio', { name: 'Amber' }).click();
    await ada.getByRole('tab', { name: 'Permissions' }).click();
    await ada.getByRole('checkbox', { name: 'Manage messages' }).click();
    await save(ada);
    await expect(ada.getByRole('list', { name: 'Roles' }).getByText('Bakers')).toBeVisible();
    await ada.getByRole('tab', { name: 'Members' }).click();
    await ada.getByRole('combobox', { name: 'Give it to somebody' }).fill('Grace');
    await ada.getByRole('option', { name: /Grace Hopper/ }).click();
    await expect(ada.getByRole('button', { name: 'Take the role from Grace Hopper' })).toBeVisible();
  });

  const { page: eve } = await openPage(browser);
  await test.step('a newcomer reads, accepts the rules and writes', async () => {
    await eve.goto(`${hearth.url}/invite/${place.inviteCode}`);
    await eve.getByLabel('User name').fill('eve');
    await eve.getByLabel('Display name').fill('Eve');
    await eve.getByLabel('Password', { exact: true }).fill('correct horse battery');
    await eve.getByRole('button', { name: 'Create account and join' }).click();
    await eve.getByRole('button', { name: 'Read the rules' }).click();
    await expect(eve.getByText('Be kind.')).toBeVisible();
    await expect(eve.getByRole('button', { name: 'Accept the rules' })).toBeDisabled();
    await eve.getByRole('checkbox').click();
    await eve.getByRole('button', { name: 'Accept the rules' }).click();
    await write(eve, 'Eve 1: hello everybody');
    await expect(message(grace, 'Eve 1')).toBeVisible();
  });

  await test.step('they choose what they are called here', async () => {
    await eve.getByRole('button', { name: 'Harbour Street' }).click();
    await eve.getByRole('menuitem', { name: 'Change my nickname' }).click();
    await eve.getByRole('textbox', { name: 'Nickname' }).fill('Eve the baker');
    await eve.getByRole('button', { name: 'Save' }).click();
    await expect(message(grace, 'Eve 1').getByText('Eve the baker')).toBeVisible();
    await eve.getByRole('button', { name: 'Harbour Street' }).click();
    await eve.getByRole('menuitem', { name: 'Change my nickname' }).click();
    await eve.getByRole('textbox', { name: 'Nickname' }).fill('');
    await eve.getByRole('button', { name: 'Save' }).click();
    await expect(grace.getByText('Eve the baker')).toHaveCount(0);
  });

  await test.step('a moderator times the newcomer out, and lets them write again', async () => {
    await message(grace, 'Eve 1').click({ button: 'right' });
    await grace.getByRole('menuitem', { name: 'Eve', exact: true }).hover();
    await grace.getByRole('menuitem', { name: 'Time out' }).click();
    await grace.getByRole('textbox', { name: 'Reason' }).fill('A test of patience');
    await grace.getByRole('button', { name: 'Time out' }).click();
    await expect(eve.getByText(/You're timed out\. You can write again in \d/)).toBeVisible();
    await settingsOf(grace, 'Members');
    await grace.getByRole('button', { name: 'More about Eve' }).click();
    await grace.getByRole('menuitem', { name: 'End time-out' }).click();
    await write(eve, 'Eve 2: back again');
    await expect(message(eve, 'Eve 2')).toBeVisible();
  });

  await test.step('a channel becomes private after it was shown who loses it', async () => {
    await ada.keyboard.press('Escape');
    await expect(eve.getByRole('link', { name: 'bread' })).toBeVisible();
    await ada.getByRole('link', { name: 'bread' }).click({ button: 'right' });
    await ada.getByRole('menuitem', { name: 'Channel settings' }).click();
    await ada.getByRole('dialog').getByRole('button', { name: 'Permissions' }).click();
    await ada.getByRole('checkbox', { name: 'Private channel' }).click();
    await ada.getByRole('combobox', { name: 'Who can see it' }).fill('Mod');
    await ada.getByRole('option', { name: 'Moderators' }).click();
    await save(ada);
    const preview = ada.getByRole('dialog', { name: 'Save these changes?' });
    await expect(preview.getByText('2 members lose it')).toBeVisible();
    await expect(preview.getByText('Eve')).toBeVisible();
    await expect(preview.getByText('Grace Hopper')).toHaveCount(0);
    await preview.getByRole('button', { name: 'Save changes' }).click();
    await expect(eve.getByRole('link', { name: 'bread' })).toBeHidden();
    await expect(grace.getByRole('link', { name: 'bread', includeHidden: true })).toBeAttached();
  });

  await test.step('it can be seen why somebody cannot', async () => {
    await ada.getByRole('dialog').getByRole('button', { name: "Why can or can't they?" }).click();
    await ada.getByRole('combobox', { name: 'Member' }).fill('Eve');
    await ada.getByRole('option', { name: /Eve/ }).click();
    await expect(ada.getByText('This channel denies it for Everyone.')).toBeVisible();
  });

  await test.step('the moderator decides on a report, and the audit log has it all', async () => {
    await grace.getByRole('dialog').getByRole('button', { name: 'Reports 1 open report' }).click();
    await expect(grace.getByText('Buy cheap tomatoes, only today')).toBeVisible();
    await grace.getByRole('button', { name: 'Mark as resolved' }).click();
    await expect(grace.getByText('Nothing to look at')).toBeVisible();
    await expect(grace.getByRole('dialog').getByRole('button', { name: 'Reports', exact: true })).toBeVisible();
    await grace.getByRole('dialog').getByRole('button', { name: 'Audit log' }).click();
    const log = grace.getByRole('list', { name: 'Audit log' });
    await expect(log.getByText('Grace Hopper decided on a report')).toBeVisible();
    await expect(log.getByText('Ada Lovelace changed the permissions of the channel bread')).toBeVisible();
    const timeout = log.getByRole('listitem').filter({ hasText: 'changed the time-out of eve' }).last();
    await timeout.getByRole('button', { name: 'What exactly' }).click();
    await expect(timeout.getByText('A test of patience')).toBeVisible();
  });

  await test.step('the newcomer is kicked', async () => {
    await grace.getByRole('dialog').getByRole('button', { name: 'Members', exact: true }).click();
    await grace.getByRole('button', { name: 'More about Eve' }).click();
    await grace.getByRole('menuitem', { name: 'Kick' }).click();
    await grace.getByRole('button', { name: 'Kick', exact: true }).click();
    await expect(eve.getByRole('button', { name: 'Harbour Street' })).toBeHidden();
    await expect(grace.getByRole('button', { name: 'More about Eve' })).toBeHidden();
  });
});
