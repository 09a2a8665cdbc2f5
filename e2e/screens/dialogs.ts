import type { DialogRequest } from '../../frontend/src/app/dialogs-store';
import { paths } from '../../frontend/src/lib/paths';
import { choose, go, ofChannel, ofConversation, ofMessage, ofOneself, ofServer, press, toChannel, write, type Opening } from './steps';

const addServer =
  (item: string): Opening =>
  async (page, place) => {
    await toChannel(page, place, place.generalId);
    await page.getByRole('button', { name: 'Add a server' }).click();
    await choose(page, item);
  };

const byKey =
  (key: string): Opening =>
  async (page, place) => {
    await toChannel(page, place, place.generalId);
    await page.keyboard.press(key);
  };

/** Every dialog that can be asked for: one that is not here does not compile. */
export const dialogs: Record<DialogRequest['kind'], Opening> = {
  createServer: addServer('Create server'),
  joinServer: addServer('Join server'),
  leaveServer: async (page, { otherServerId, otherGeneralId }) => {
    await go(page, paths.channel(otherServerId, otherGeneralId));
    await page.getByRole('button', { name: 'Allotments' }).click();
    await choose(page, 'Leave server');
  },
  invite: (page, place) => ofServer(page, place, 'Invite people'),
  createChannel: (page, place) => ofServer(page, place, 'Create channel'),
  createCategory: (page, place) => ofServer(page, place, 'Create category'),
  deleteChannel: (page, place) => ofChannel(page, place, place.breadId, 'Delete channel'),
  ownPermissions: (page, place) => ofChannel(page, place, place.breadId, 'What I may do'),
  syncChannel: async (page, place) => {
    await toChannel(page, place, place.breadId);
    for (const category of ['No category', 'Kitchen']) {
      await page.getByRole('link', { name: /^bread/ }).click({ button: 'right' });
      await choose(page, 'Move to', category);
    }
    await page.getByRole('button', { name: 'Sync with category' }).click();
  },
  // Where there is room, the topic stands beside the name.
  topic: async (page, place) => {
    const size = page.viewportSize();
    await page.setViewportSize({ width: 390, height: 844 });
    await ofChannel(page, place, place.breadId, 'Topic');
    await page.getByRole('dialog').getByText('Rye and wheat').waitFor();
    if (size) await page.setViewportSize(size);
  },
  createThread: (page, place) => ofMessage(page, place, 'last', 'Start a thread'),
  publish: async (page, place) => {
    await toChannel(page, place, place.newsId);
    await page.getByRole('article').filter({ hasText: 'And it stays so' }).focus();
    await page.keyboard.press('Enter');
    await choose(page, 'Publish');
  },
  follow: (page, place) => ofChannel(page, place, place.newsId, 'Follow'),
  newConversation: async (page) => {
    await go(page, paths.conversations);
    await page.getByRole('button', { name: 'New message' }).first().click();
  },
  addPeople: (page, { groupId }) => ofConversation(page, groupId, 'Add people'),
  editGroup: (page, { groupId }) => ofConversation(page, groupId, 'Edit group'),
  leaveGroup: (page, { groupId }) => ofConversation(page, groupId, 'Leave group'),
  schedule: async (page, place) => {
    await toChannel(page, place, place.newsId);
    await write(page, 'Good evening');
    await page.getByRole('button', { name: 'Schedule message' }).click();
    await choose(page, 'Pick date and time');
  },
  scheduled: (page, place) => ofOneself(page, place, /^Scheduled messages/),
  remind: (page, place) => ofMessage(page, place, 'last', 'Remind me', 'Pick date and time'),
  reminders: (page, place) => ofOneself(page, place, /^Reminders/),
  forward: (page, place) => press(page, place, 'markdown', 'f'),
  logOut: async (page, { serverId, generalId }) => {
    await go(page, `${paths.channel(serverId, generalId)}?settings=`);
    await page.getByRole('button', { name: 'Log out', exact: true }).first().click();
  },
  switcher: byKey('ControlOrMeta+k'),
  jumpToDate: (page, place) => ofChannel(page, place, place.generalId, 'Jump to date'),
  media: (page, place) => ofChannel(page, place, place.generalId, 'Media and files'),
  shortcuts: byKey('ControlOrMeta+/'),
};
