import { expect, test, type Browser, type Page } from '@playwright/test';
import { Api } from './api';
import { openBrowser, openPage, type Visitor } from './browser';
import { startHearth, type Hearth } from './hearth';
import { expectState, message, registerByInvite, setUp, write } from './people';

let hearth: Hearth;
let browsers: Browser[];
let ada: Visitor;
let grace: Visitor;
let owner: Api;
let serverId: string;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  hearth = await startHearth();
  browsers = await Promise.all([openBrowser(), openBrowser()]);
  [ada, grace] = (await Promise.all(browsers.map((browser) => openPage(browser)))) as [Visitor, Visitor];
  const invite = await setUp(ada.page, hearth.setupLink, 'Harbour Street');
  await registerByInvite(grace.page, invite, 'grace', 'Grace Hopper');
  owner = await Api.of(ada.page, hearth.url, 'ada');
  const { servers } = await owner.call<{ servers: { id: string }[] }>(ada.page, 'GET', '/servers');
  serverId = servers[0]?.id ?? '';
});

test.afterAll(async () => {
  await Promise.all(browsers.map((browser) => browser.close()));
  await hearth.stop();
});

const channelLink = (page: Page, name: string) => page.getByRole('navigation').getByRole('link', { name });

/** Longer than this after the act nothing of a channel that was taken away may be seen. */
const AT_ONCE = { timeout: 1_000 };

test('who gains a role sees its channel, and who loses it loses all of it at once', async () => {
  const member = await Api.of(grace.page, hearth.url, 'grace');
  const role = await owner.call<{ id: string }>(ada.page, 'POST', `/servers/${serverId}/roles`, { name: 'Stewards' });
  const overwrites = [
    { targetId: serverId, type: 'ROLE', allow: '0', deny: '1024' },
    { targetId: role.id, type: 'ROLE', allow: '1024', deny: '0' },
  ];
  const body = { name: 'stewards', type: 'TEXT', overwrites };
  const channel = await owner.call<{ id: string }>(ada.page, 'POST', `/servers/${serverId}/channels`, body);
  await channelLink(ada.page, 'stewards').click();
  await write(ada.page, 'The keys are in the blue box');
  await expect(channelLink(grace.page, 'stewards')).toHaveCount(0);

  const membership = `/servers/${serverId}/members/${member.userId}/roles/${role.id}`;
  await owner.call(ada.page, 'PUT', membership);
  await channelLink(grace.page, 'stewards').click();
  await expect(message(grace.page, 'The keys are in the blue box')).toBeVisible();

  await owner.call(ada.page, 'DELETE', membership);
  await expect(channelLink(grace.page, 'stewards')).toHaveCount(0, AT_ONCE);
  await expect(message(grace.page, 'The keys are in the blue box')).toHaveCount(0, AT_ONCE);
  await expect(grace.page.getByRole('heading', { level: 1, name: 'general' })).toBeVisible();
  expect(await member.status(grace.page, `/channels/${channel.id}/messages`)).toBe(404);
  await write(ada.page, 'Only for stewards');
  await expectState(ada.page, 'Only for stewards', 'Sent');
  await grace.page.goto(`${hearth.url}/servers/${serverId}/channels/${channel.id}`);
  await expect(grace.page.getByRole('heading', { level: 1, name: 'general' })).toBeVisible();
  await expect(grace.page.getByText('Only for stewards')).toHaveCount(0);
});

test('two people become friends and write to each other', async () => {
  await test.step('a request by name, and its acceptance', async () => {
    await ada.page.goto(`${hearth.url}/friends`);
    await ada.page.getByRole('tab', { name: 'Add friend' }).click();
    await ada.page.getByRole('textbox', { name: 'User name' }).fill('grace');
    await ada.page.getByRole('button', { name: /request/i }).click();
    await grace.page.goto(`${hearth.url}/friends`);
    await grace.page.getByRole('tab', { name: /Requests/ }).click();
    await grace.page
      .getByRole('button', { name: /Accept/ })
      .first()
      .click();
    await grace.page.getByRole('tab', { name: 'All' }).click();
    await expect(grace.page.getByRole('main').getByText('Ada Lovelace')).toBeVisible();
  });

  await test.step('the first message shows the conversation to the other one', async () => {
    await ada.page.getByRole('button', { name: 'New message' }).first().click();
    const dialog = ada.page.getByRole('dialog');
    await dialog.getByRole('combobox').fill('Grace');
    await ada.page.getByRole('option', { name: /Grace Hopper/ }).click();
    await dialog.getByRole('button', { name: 'Start', exact: true }).click();
    await expect(ada.page.getByRole('heading', { level: 1, name: 'Grace Hopper' })).toBeVisible();
    await write(ada.page, 'Just between us');
    await grace.page
      .getByRole('navigation')
      .getByRole('link', { name: /Ada Lovelace/ })
      .click();
    await expect(message(grace.page, 'Just between us')).toBeVisible();
    await expectState(ada.page, 'Just between us', 'Read');
  });

  await test.step('a block ends it', async () => {
    const api = await Api.of(grace.page, hearth.url, 'grace');
    await api.call(grace.page, 'PUT', `/users/me/relationships/${owner.userId}`, { type: 'BLOCKED' });
    await expect(grace.page.getByText(/You blocked Ada Lovelace/)).toBeVisible();
    await write(ada.page, 'Are you there?');
    await expect(
      message(ada.page, 'Are you there?')
        .getByText(/Not sent|couldn't/i)
        .first(),
    ).toBeVisible();
    await expect(message(grace.page, 'Are you there?')).toHaveCount(0);
  });
  expect([...ada.complaints, ...grace.complaints]).toEqual([]);
});
