import { expect } from '@playwright/test';
import type { OverlayName } from '../../frontend/src/app/use-overlay';
import { paths } from '../../frontend/src/lib/paths';
import type { Furnished } from '../furnish';
import { go, toChannel, toConversation, type Opening } from './steps';

/** The addresses of those who are not signed in; each is opened by itself. */
type Entrance = 'home' | 'setup' | 'login' | 'register' | 'invite';

/** Every address of the app: one that is not here does not compile. */
export const pages: Record<Exclude<keyof typeof paths, Entrance>, Opening> = {
  // Leads on to a channel.
  server: async (page, { serverId }) => {
    await go(page, paths.server(serverId));
    await page.locator('[data-composer]').waitFor();
  },
  enterServer: async (page, { otherServerId }) => {
    await go(page, paths.enterServer(otherServerId));
    await page.locator('[data-composer]').waitFor();
  },
  conversations: async (page) => {
    await go(page, paths.conversations);
    await page.getByText('Pick a conversation').waitFor();
  },
  friends: async (page) => {
    await go(page, paths.friends);
    await page.getByRole('tabpanel').waitFor();
  },
  inbox: async (page) => {
    await go(page, paths.inbox);
    await page.getByRole('tabpanel').getByRole('article').first().waitFor();
  },
  starred: async (page) => {
    await go(page, paths.starred);
    await page.getByRole('list', { name: 'Starred messages' }).waitFor();
  },
  channel: (page, place) => toChannel(page, place, place.generalId),
  thread: async (page, { serverId, generalId, threadId }) => {
    await go(page, paths.thread(serverId, generalId, threadId));
    await page.getByRole('heading', { name: 'Who brings what' }).waitFor();
    await page.getByText('زيتون وطماطم').waitFor();
  },
  message: async (page, { serverId, generalId, said }) => {
    await go(page, paths.message(serverId, generalId, said.markdown.seq));
    await page.getByText('What we need').waitFor();
  },
};

const inServerSettings =
  (page: (place: Furnished) => string): Opening =>
  async (tab, place) => {
    await go(tab, `${paths.channel(place.serverId, place.generalId)}?server-settings=${page(place)}`);
    await tab.getByRole('dialog', { name: 'Harbour Street' }).getByRole('main').waitFor();
  };

/** Places that one address leads to, each looking different there. */
export const places: Record<string, Opening> = {
  'polls and what stands about them': async (page, { serverId, generalId, said }) => {
    await go(page, paths.message(serverId, generalId, said.open.seq));
    await page.getByRole('region', { name: /الخبز/ }).waitFor();
  },
  'a direct conversation': (page, { directId }) => toConversation(page, directId),
  'a group': (page, { groupId }) => toConversation(page, groupId),
  'a conversation in which one is refused': async (page, { refusingId }) => {
    await toConversation(page, refusingId);
    const composer = page.locator('#conversation [data-composer]');
    await composer.fill('Hello?');
    await composer.press('Enter');
    await page.getByRole('button', { name: 'Discard' }).first().waitFor();
  },
  announcements: (page, place) => toChannel(page, place, place.newsId),
  'a channel with a copied announcement': (page, place) => toChannel(page, place, place.breadId),
  'a forum': async (page, { serverId, forumId }) => {
    await go(page, paths.channel(serverId, forumId));
    await page.getByRole('list', { name: 'Posts' }).waitFor();
  },
  'a post beside its forum': async (page, { serverId, forumId, postId }) => {
    await go(page, paths.thread(serverId, forumId, postId));
    await page.getByRole('heading', { name: 'Rye or wheat?' }).first().waitFor();
  },
  'a thread in the place of a channel': async (page, { serverId, threadId }) => {
    await go(page, paths.channel(serverId, threadId));
    await page.getByRole('heading', { name: 'Who brings what', level: 1 }).waitFor();
  },
  'a role': inServerSettings(({ roleId }) => `roles.${roleId}`),
  'a rule of AutoMod': inServerSettings(({ ruleId }) => `automod.${ruleId}`),
  'a raid being undone': inServerSettings(() => 'incidents.new'),
  'the unread list of the inbox': async (page) => {
    await go(page, paths.inbox);
    await page.getByRole('tab', { name: 'Unread' }).click();
  },
  ...Object.fromEntries(
    ['All', 'Requests', 'Blocked', 'Add friend'].map((tab): [string, Opening] => [
      `friends: ${tab}`,
      async (page) => {
        await go(page, paths.friends);
        await page.getByRole('tab', { name: tab }).click();
      },
    ]),
  ),
};

/** What lies over the conversation by the address; one that is not here does not compile. */
export const overlays: Record<Exclude<OverlayName, 'thread' | 'pane'>, readonly Opening[]> = {
  settings: [
    async (page, { serverId, generalId }) => {
      await go(page, `${paths.channel(serverId, generalId)}?settings=`);
      await page.getByRole('dialog', { name: 'Settings' }).waitFor();
    },
  ],
  'server-settings': [
    async (page, { serverId, generalId }) => {
      await go(page, `${paths.channel(serverId, generalId)}?server-settings=`);
      await page.getByRole('dialog', { name: 'Harbour Street' }).waitFor();
    },
  ],
  admin: [
    async (page, { serverId, generalId }) => {
      await go(page, `${paths.channel(serverId, generalId)}?admin=`);
      await page.getByRole('dialog', { name: 'Admin console' }).waitFor();
    },
  ],
  'channel-settings': ['breadId', 'newsId', 'forumId', 'kitchenId'].map((name): Opening => async (page, place) => {
    const id = place[name as 'breadId'];
    await go(page, `${paths.channel(place.serverId, place.generalId)}?channel-settings=${id}`);
    await page.getByRole('dialog').getByRole('navigation').waitFor();
    await expect(page.getByRole('dialog').getByRole('main')).toBeVisible();
  }),
};
