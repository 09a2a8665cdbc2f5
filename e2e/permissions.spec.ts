import { expect, test, type Browser, type Page } from '@playwright/test';
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

async function enter(username: string): Promise<Page> {
  const { page } = await openPage(browser);
  await logIn(page, hearth.url, username);
  await page.getByRole('link', { name: 'bread' }).click();
  await page.getByRole('textbox', { name: 'Message #bread' }).waitFor();
  return page;
}

const SEND = (1n << 11n).toString();
const writing = (page: Page, decision: 'Deny' | 'Allow') =>
  page.getByRole('radiogroup', { name: 'Send messages' }).getByRole('radio', { name: decision });

test('rules of a channel: two decide at once, everybody learns why, the category takes over', async () => {
  test.setTimeout(180_000);
  const ada = await enter('ada');
  const noor = await enter('noor');
  const overwrites = `/channels/${place.breadId}/overwrites`;

  await test.step('what somebody else sets meanwhile stays', async () => {
    await ada.getByRole('link', { name: 'bread' }).click({ button: 'right' });
    await ada.getByRole('menuitem', { name: 'Channel settings' }).click();
    await ada.getByRole('dialog').getByRole('button', { name: 'Permissions' }).click();
    await writing(ada, 'Deny').click();
    await place.ada.call('PUT', `${overwrites}/${place.roleId}`, { type: 'ROLE', allow: SEND, deny: '0' });
    await expect(ada.getByRole('button', { name: 'Remove the rules for Moderators' })).toBeVisible();
    await ada.getByRole('button', { name: 'Save changes' }).click();
    const preview = ada.getByRole('dialog', { name: 'Save these changes?' });
    await expect(preview.getByText('1 member loses it')).toBeVisible();
    await preview.getByRole('button', { name: 'Save changes' }).click();
    await expect(preview).toBeHidden();
    await expect(ada.getByRole('button', { name: 'Remove the rules for Moderators' })).toBeVisible();
  });

  await test.step('a member reads why they cannot write', async () => {
    await noor.getByRole('button', { name: 'Why?' }).click();
    const own = noor.getByRole('dialog', { name: 'What you may do in bread' });
    await expect(own.getByText('This channel denies it for Everyone.')).toBeVisible();
    await noor.keyboard.press('Escape');
    await noor.getByRole('button', { name: 'More about bread' }).click();
    await noor.getByRole('menuitem', { name: 'What I may do' }).click();
    await expect(own).toBeVisible();
    await noor.keyboard.press('Escape');
  });

  await test.step('whoever decides otherwise than somebody else is told', async () => {
    await writing(ada, 'Allow').click();
    await place.ada.call('DELETE', `${overwrites}/${place.serverId}`);
    await expect(ada.getByText('Somebody else changed the rules for Everyone meanwhile.')).toBeVisible();
    await ada.getByRole('button', { name: 'Reset' }).click();
    await place.ada.call('PUT', `${overwrites}/${place.serverId}`, { type: 'ROLE', allow: '0', deny: SEND });
    await expect(noor.getByRole('button', { name: 'Why?' })).toBeVisible();
  });

  await test.step('it is shown who gains what by going with the category', async () => {
    await ada.getByRole('button', { name: 'Go with the category' }).click();
    const preview = ada.getByRole('dialog', { name: 'Take the rules of the category?' });
    await expect(preview.getByText('1 member gains it')).toBeVisible();
    await expect(preview.getByText('نور الهدى')).toBeVisible();
    await preview.getByRole('button', { name: 'Go with the category' }).click();
    await expect(noor.getByRole('textbox', { name: 'Message #bread' })).toBeVisible();
    await ada.keyboard.press('Escape');
  });

  await test.step('the audit log is searched for somebody who was kicked', async () => {
    await place.grace.call('DELETE', `/servers/${place.serverId}/members/${place.noor.id}`);
    await place.ada.call('DELETE', `/servers/${place.serverId}/members/${place.grace.id}`);
    await ada.getByRole('button', { name: 'Harbour Street' }).click();
    await ada.getByRole('menuitem', { name: 'Server settings' }).click();
    await ada.getByRole('dialog').getByRole('button', { name: 'Audit log' }).click();
    await ada.getByRole('combobox', { name: 'Who' }).fill('gra');
    await ada.getByRole('option', { name: /Grace Hopper/ }).click();
    const log = ada.getByRole('list', { name: 'Audit log' });
    await expect(log.getByText('Grace Hopper kicked')).toBeVisible();
    await expect(log.getByText('Ada Lovelace')).toHaveCount(0);
  });
});
