import { expect, type Page } from '@playwright/test';

const PASSWORD = 'correct horse battery';

async function fillAccount(page: Page, username: string, displayName: string): Promise<void> {
  await page.getByLabel('User name').fill(username);
  await page.getByLabel('Display name').fill(displayName);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
}

/** From the set-up link to a first server. Returns the invite link that the app shows. */
export async function setUp(page: Page, setupLink: string, server: string): Promise<string> {
  await page.goto(setupLink);
  await fillAccount(page, 'ada', 'Ada Lovelace');
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByLabel('Server name').fill(server);
  await page.getByRole('button', { name: 'Create server' }).click();
  const link = await page.getByRole('textbox', { name: 'Invite link' }).inputValue();
  await page.getByRole('button', { name: 'Open #general' }).click();
  await expectInChannel(page, 'general');
  return link;
}

export async function registerByInvite(page: Page, link: string, username: string, displayName: string): Promise<void> {
  await page.goto(link);
  await fillAccount(page, username, displayName);
  await page.getByRole('button', { name: 'Create account and join' }).click();
  await expectInChannel(page, 'general');
}

/** As whoever has signed in on this device before comes back. */
export async function signIn(page: Page, url: string, username: string): Promise<void> {
  const answer = await page.request.post(`${url}/api/v1/auth/login`, { data: { login: username, password: PASSWORD } });
  expect(answer.ok()).toBe(true);
}

export async function logIn(page: Page, url: string, username: string): Promise<void> {
  await page.goto(`${url}/login`);
  await page.getByLabel('User name').fill(username);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Log in' }).click();
}

const expectInChannel = (page: Page, channel: string) => expect(page.getByRole('textbox', { name: `Message #${channel}` })).toBeVisible();

const composer = (page: Page) => page.getByRole('form', { name: 'New message' }).getByRole('textbox');

export async function write(page: Page, text: string): Promise<void> {
  await composer(page).fill(text);
  await composer(page).press('Enter');
}

/** A message in the conversation by the text that it begins with; what was found or pinned stands beside it. */
export const message = (page: Page, text: string) =>
  page.locator('[data-conversation-list]').getByRole('article').filter({ hasText: text });

/** How far an own message has come, as a screen reader says it. */
export const expectState = (page: Page, text: string, state: 'Sending' | 'Sent' | 'Delivered' | 'Read') =>
  expect(message(page, text).getByRole('img', { name: state, exact: true })).toBeAttached();

/** The texts of the conversation from top to bottom, as far as they begin with one of the prefixes. */
export async function conversation(page: Page, prefix: RegExp): Promise<string[]> {
  const texts = await page.getByRole('article').locator('p').allInnerTexts();
  return texts.filter((text) => prefix.test(text));
}
