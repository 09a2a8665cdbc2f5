import type { Page } from '@playwright/test';
import { paths } from '../../frontend/src/lib/paths';
import type { Furnished } from '../furnish';
import { choose, go, ofMessage, ofOneself, ofServer, press, toChannel, toConversation, toMessage, type Opening } from './steps';

const header = (page: Page) => page.locator('#conversation header').first();

const ofSpeaker =
  (...items: string[]): Opening =>
  (page, place) =>
    ofMessage(page, place, 'last', 'Grace Hopper', ...items);

async function inThread(page: Page, place: Furnished, item: string): Promise<void> {
  await go(page, paths.channel(place.serverId, place.threadId));
  await page.getByRole('button', { name: /Actions for Who/ }).click();
  await choose(page, item);
}

async function inPoll(page: Page, place: Furnished, button: string): Promise<void> {
  const row = await toMessage(page, place, 'open');
  await row.getByRole('button', { name: button }).click();
}

/** What opens over a page by a key or a click: menus, panels, and dialogs that belong to one place. */
export const over: Record<string, Opening> = {
  'the menu of a message': (page, place) => press(page, place, 'last', 'Enter'),
  'the menu of an own message': (page, place) => press(page, place, 'edited', 'Enter'),
  'what can be done about its author': ofSpeaker(),
  'the picker of a reaction': async (page, place) => {
    await press(page, place, 'last', '+');
    await page.getByRole('gridcell').or(page.getByRole('option')).first().waitFor();
  },
  'who reacted': async (page, place) => {
    const row = await toMessage(page, place, 'markdown');
    await row.getByRole('button', { name: /^🍞/ }).click({ button: 'right' });
    await page.getByRole('dialog').getByRole('listitem').first().waitFor();
  },
  'who has read a message': async (page, place) => {
    await ofMessage(page, place, 'edited', 'Read by');
    await page.getByRole('dialog', { name: 'Read by' }).getByRole('listitem').first().waitFor();
  },
  'what a message said before': async (page, place) => {
    const row = await toMessage(page, place, 'edited');
    await row.getByRole('button', { name: '(edited)' }).click();
    await page.getByRole('dialog').locator('ins').first().waitFor();
  },
  'deleting a message': (page, place) => press(page, place, 'last', 'Delete'),
  'removing previews': (page, place) => ofMessage(page, place, 'link', 'Remove previews'),
  'a poll being made': async (page, place) => {
    await toChannel(page, place, place.generalId);
    await page.getByRole('button', { name: 'More to send' }).click();
    await choose(page, 'New poll');
  },
  'who voted': async (page, place) => {
    await inPoll(page, place, 'Show votes');
    await page.getByRole('dialog').getByRole('listitem').first().waitFor();
  },
  'ending a poll': (page, place) => inPoll(page, place, 'End poll'),
  'emoji to write': async (page, place) => {
    await toChannel(page, place, place.generalId);
    await page.locator('#conversation [data-composer]').fill('');
    await page.keyboard.press('ControlOrMeta+e');
    await page.getByRole('gridcell').or(page.getByRole('option')).first().waitFor();
  },
  'pinned messages': async (page, place) => {
    await toChannel(page, place, place.generalId);
    await header(page).getByRole('button', { name: 'Pinned messages' }).click();
    await page.getByRole('dialog').getByRole('article').first().waitFor();
  },
  'the threads of a channel': async (page, place) => {
    await toChannel(page, place, place.generalId);
    await header(page).getByRole('button', { name: 'Threads' }).click();
    await page.getByRole('dialog').getByRole('listitem').first().waitFor();
  },
  'people in a thread': async (page, place) => {
    await inThread(page, place, 'People in this thread');
    await page.getByRole('dialog').getByRole('listitem').first().waitFor();
  },
  'a thread being set up': (page, place) => inThread(page, place, 'Edit thread'),
  'a post being written': async (page, { serverId, forumId }) => {
    await go(page, paths.channel(serverId, forumId));
    await page.getByRole('button', { name: 'New post' }).click();
  },
  'the card of somebody': async (page, place) => {
    const row = await toMessage(page, place, 'last');
    await row.press('Enter');
    await choose(page, 'Profile of Grace Hopper');
    await page.getByRole('dialog', { name: 'Profile' }).getByText('@grace').waitFor();
  },
  'reporting a message': (page, place) => ofMessage(page, place, 'last', 'Report message'),
  'reporting somebody': ofSpeaker('Report'),
  'timing somebody out': ofSpeaker('Time out'),
  'kicking somebody': ofSpeaker('Kick'),
  'banning somebody': ofSpeaker('Ban'),
  'naming somebody': ofSpeaker('Change nickname'),
  'the menu of a server': (page, place) => ofServer(page, place),
  'the menu of a channel': async (page, place) => {
    await toChannel(page, place, place.generalId);
    await page.getByRole('link', { name: /^bread/ }).click({ button: 'right' });
    await page.getByRole('menuitem').first().waitFor();
  },
  'the menu of a conversation': async (page, { groupId }) => {
    await toConversation(page, groupId);
    await page
      .getByRole('link', { name: /Grace Hopper/ })
      .first()
      .click({ button: 'right' });
    await page.getByRole('menuitem').first().waitFor();
  },
  'the own menu': (page, place) => ofOneself(page, place),
  'the own status text': (page, place) => ofOneself(page, place, 'Set a status text'),
};

/** What a page looks like while something is done on it. */
export const during: Record<string, Opening> = {
  'the buttons over a message': async (page, place) => {
    const row = await toMessage(page, place, 'last');
    await row.hover();
    await row.getByRole('toolbar').waitFor();
  },
  'an own message being changed': async (page, place) => {
    await press(page, place, 'edited', 'e');
    await page.getByRole('textbox', { name: 'Edit message' }).waitFor();
  },
  'an answer being written': async (page, place) => {
    await press(page, place, 'last', 'r');
    await page.getByRole('group', { name: /^Replying to/ }).waitFor();
  },
  'choosing several messages': (page, place) => ofMessage(page, place, 'last', 'Choose several…'),
  'names being completed': async (page, place) => {
    await toChannel(page, place, place.generalId);
    await page.locator('#conversation [data-composer]').fill('');
    await page.locator('#conversation [data-composer]').pressSequentially('@');
    await page.getByRole('option').first().waitFor();
  },
  'suggestions for a search': async (page, place) => {
    await toChannel(page, place, place.generalId);
    await page.keyboard.press('ControlOrMeta+f');
    await page.getByRole('option').first().waitFor();
  },
  'what was found': async (page, place) => {
    await toChannel(page, place, place.generalId);
    await page.keyboard.press('ControlOrMeta+f');
    const field = page.getByRole('combobox', { name: /^Search/ });
    await field.fill('noon');
    await field.press('Enter');
    await page.getByRole('list', { name: 'Messages found' }).getByRole('button').first().waitFor();
  },
  'without network': async (page, place) => {
    await toChannel(page, place, place.newsId);
    await page.context().setOffline(true);
    const composer = page.locator('#conversation [data-composer]');
    await composer.fill('Is anybody there?');
    await composer.press('Enter');
    await page.getByText("You're offline.").waitFor();
  },
};
