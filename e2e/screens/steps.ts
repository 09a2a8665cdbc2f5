import { expect, type Locator, type Page } from '@playwright/test';
import { paths } from '../../frontend/src/lib/paths';
import type { Furnished } from '../furnish';

/** Brings a screen onto a page on which Ada is signed in and reads English. */
export type Opening = (page: Page, place: Furnished) => Promise<void>;

/** What stands over the page. */
export const overlay = (page: Page): Locator =>
  page.locator('[data-base-ui-portal]').locator('[role="dialog"]:not([data-toast]), [role="alertdialog"], [role="menu"], [role="listbox"]');

/** As a link of the app leads there: nothing is loaded anew. */
export const go = (page: Page, path: string): Promise<void> => page.evaluate((to) => history.pushState(null, '', to), path);

/** When nothing on it is still to come. */
export async function arrived(page: Page): Promise<void> {
  await expect(page.locator('[aria-busy="true"]:visible')).toHaveCount(0);
}

const composer = (page: Page): Locator => page.locator('#conversation [data-composer]').first();

/** A channel of Ada's server. */
export async function toChannel(page: Page, { serverId }: Furnished, channelId: string): Promise<void> {
  await go(page, paths.channel(serverId, channelId));
  await expect(page).toHaveURL(new RegExp(`channels/${channelId}$`));
  await composer(page).waitFor();
}

export async function toMessage(page: Page, place: Furnished, name: keyof Furnished['said']): Promise<Locator> {
  const { id, nonce, channelId, seq } = place.said[name];
  await go(page, paths.message(place.serverId, channelId, seq));
  // Rows of one's own are known by their nonces.
  const row = page.locator(`[data-row="${id}"], [data-row="${nonce}"]`);
  await row.waitFor();
  return row;
}

/** With a message, as by keyboard. */
export async function press(page: Page, place: Furnished, name: keyof Furnished['said'], key: string): Promise<void> {
  const row = await toMessage(page, place, name);
  await row.focus();
  await page.keyboard.press(key);
}

/** Through menus, from item to item. */
export async function choose(page: Page, ...items: (string | RegExp)[]): Promise<void> {
  for (const name of items) await page.getByRole('menuitem', { name }).last().click();
}

export async function ofMessage(page: Page, place: Furnished, name: keyof Furnished['said'], ...items: (string | RegExp)[]): Promise<void> {
  await press(page, place, name, 'Enter');
  await choose(page, ...items);
}

/** The menu at the head of a channel. */
export async function ofChannel(page: Page, place: Furnished, channelId: string, ...items: string[]): Promise<void> {
  await toChannel(page, place, channelId);
  await page
    .locator('#conversation header')
    .getByRole('button', { name: /^More about/ })
    .first()
    .click();
  await choose(page, ...items);
}

/** The menu of the server that is open. */
export async function ofServer(page: Page, place: Furnished, ...items: string[]): Promise<void> {
  await toChannel(page, place, place.generalId);
  await page
    .getByRole('navigation', { name: /^Channels of/ })
    .getByRole('heading')
    .first()
    .getByRole('button')
    .click();
  await choose(page, ...items);
}

/** The menu at the own name. */
export async function ofOneself(page: Page, place: Furnished, ...items: (string | RegExp)[]): Promise<void> {
  await toChannel(page, place, place.generalId);
  await page
    .getByRole('region', { name: 'Your account' })
    .getByRole('button', { name: /Change status/ })
    .click();
  await choose(page, ...items);
}

/** A DM or group, and its menu. */
export async function toConversation(page: Page, channelId: string): Promise<void> {
  await go(page, paths.channel(null, channelId));
  await composer(page).waitFor();
}

export async function ofConversation(page: Page, channelId: string, ...items: string[]): Promise<void> {
  await toConversation(page, channelId);
  await page.getByRole('button', { name: 'Conversation options' }).click();
  await choose(page, ...items);
}

export const write = (page: Page, text: string): Promise<void> => composer(page).fill(text);

/** Closes what stands over the page. */
export async function closeAll(page: Page): Promise<void> {
  await expect(async () => {
    if ((await overlay(page).count()) > 0) await page.keyboard.press('Escape');
    await expect(overlay(page)).toHaveCount(0, { timeout: 500 });
  }).toPass();
}
