import { expect, test, type Browser, type Page } from '@playwright/test';
import { openBrowser, openPage, type Visitor } from './browser';
import { drawing } from './drawing';
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

async function enter(username: string, options?: Parameters<typeof openPage>[1]): Promise<Visitor> {
  const visitor = await openPage(browser, options);
  await logIn(visitor.page, hearth.url, username);
  // On a phone it is the list of channels that comes first.
  await visitor.page.getByRole('link', { name: 'general' }).click();
  await visitor.page.getByRole('textbox', { name: 'Message #general' }).waitFor();
  return visitor;
}

const threadOf = (page: Page) => page.getByRole('complementary', { name: 'Threads' });

const said = (page: Page, text: string) => threadOf(page).getByRole('article').filter({ hasText: text });

async function reply(page: Page, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Write in this thread' });
  await field.fill(text);
  await field.press('Enter');
}

const open = (page: Page, channel: string) => page.getByRole('link', { name: channel, exact: true }).click();

async function choose(page: Page, button: string, item: string): Promise<void> {
  await page.getByRole('button', { name: button }).last().click();
  await page.getByRole('menuitem', { name: item }).click();
}

test('two people take a matter aside, and a third finds it and leaves it again', async () => {
  test.setTimeout(180_000);
  const { page: ada, complaints } = await enter('ada');
  const { page: grace } = await enter('grace');
  const { page: noor } = await enter('noor', { viewport: { width: 390, height: 844 }, hasTouch: true });
  await write(ada, 'Ada 1: is the oven still broken?');

  await test.step('a thread begins at a message', async () => {
    await message(grace, 'Ada 1').click({ button: 'right' });
    await grace.getByRole('menuitem', { name: 'Start a thread' }).click();
    const dialog = grace.getByRole('dialog', { name: 'Start a thread' });
    await expect(dialog.getByLabel('Name')).toHaveValue(/^Ada 1/);
    await dialog.getByLabel('Name').fill('The oven');
    await dialog.getByLabel('First message').fill('Grace 1: since Friday');
    await dialog.getByRole('button', { name: 'Start a thread' }).click();
    await expect(said(grace, 'Grace 1: since Friday')).toBeVisible();
  });

  await test.step('everybody sees it under the message; who writes is in it', async () => {
    const chip = message(ada, 'Ada 1').getByRole('button', { name: /The oven.*1 reply/ });
    await chip.click();
    await expect(said(ada, 'Grace 1: since Friday')).toBeVisible();
    await ada.keyboard.type('Ada 2: I call somebody');
    await ada.keyboard.press('Enter');
    await expect(said(grace, 'Ada 2: I call somebody')).toBeVisible();
    await expect(ada.getByRole('link', { name: 'The oven' })).toBeVisible();
  });

  await test.step('on a phone it takes the whole place, and the way back leads to the channel', async () => {
    await message(noor, 'Ada 1')
      .getByRole('button', { name: /2 replies/ })
      .click();
    await expect(message(noor, 'Ada 2: I call somebody')).toBeVisible();
    await noor.getByRole('button', { name: 'Join' }).click();
    await expect(noor.getByRole('button', { name: 'Join' })).toBeHidden();
    await choose(noor, 'Actions for The oven', 'People in this thread');
    const people = noor.getByRole('list', { name: 'People in this thread' });
    await expect(people.getByRole('listitem')).toHaveCount(3);
    await people.getByRole('button', { name: 'Grace Hopper' }).click();
    await expect(noor.getByRole('dialog').getByText('@grace')).toBeVisible();
    await noor.keyboard.press('Escape');
    await expect(noor.getByRole('dialog')).toBeHidden();
    await noor.getByRole('button', { name: 'Back', exact: true }).click();
    await expect(noor.getByRole('textbox', { name: 'Message #general' })).toBeVisible();
  });

  await test.step('what comes later is unread for who is in it, and for nobody else', async () => {
    await ada.keyboard.press('Escape');
    await expect(threadOf(ada)).toBeHidden();
    await reply(grace, 'Grace 2: thank you');
    await expect(ada.getByRole('link', { name: /The oven.*1 unread/ })).toBeVisible();
    await ada.getByRole('link', { name: /The oven/ }).click({ button: 'right' });
    await ada.getByRole('menuitem', { name: 'Leave thread' }).click();
    await expect(ada.getByRole('link', { name: /The oven/ })).toBeHidden();
  });

  await test.step('what is locked stays readable, and only moderators write there', async () => {
    await choose(grace, 'Actions for The oven', 'Archive');
    await expect(grace.getByText('In the archive. A message takes it out again.')).toBeVisible();
    await ada.getByRole('button', { name: 'Threads' }).click();
    await ada.getByRole('tab', { name: 'Archived' }).click();
    await ada
      .getByRole('list', { name: 'Archived' })
      .getByRole('button', { name: /The oven/ })
      .click();
    await choose(ada, 'Actions for The oven', 'Lock');
    await message(noor, 'Ada 1')
      .getByRole('button', { name: /The oven/ })
      .click();
    await expect(noor.getByText('This thread is locked.', { exact: false })).toBeVisible();
    await expect(noor.getByRole('textbox', { name: 'Write in this thread' })).toHaveCount(0);
  });

  await test.step('what a channel is for is read whole, by keyboard and on a phone', async () => {
    const topic = `${'Rye and wheat. '.repeat(60)}\nAnd oats.`;
    await place.ada.call('PATCH', `/channels/${place.breadId}`, { topic });
    await open(ada, 'bread');
    await ada.getByRole('button', { name: /^Rye and wheat/ }).press('Enter');
    await expect(ada.getByRole('dialog', { name: 'Topic' }).getByText('And oats.')).toBeVisible();
    await noor.getByRole('button', { name: 'Back', exact: true }).click();
    await noor.getByRole('textbox', { name: 'Message #general' }).waitFor();
    await noor.getByRole('button', { name: 'Back to channels' }).click();
    await open(noor, 'bread');
    await choose(noor, 'More about bread', 'Topic');
    await expect(noor.getByRole('dialog', { name: 'Topic' }).getByText('And oats.')).toBeVisible();
  });

  expect(complaints).toEqual([]);
});

test('a forum gets tags, and posts are found by them', async () => {
  const forum = await place.ada.call('POST', `/servers/${place.serverId}/channels`, {
    name: 'questions',
    type: 'FORUM',
    topic: `One question a post.\n${'Look first whether it was asked before. '.repeat(12)}`,
  });
  const { page: ada } = await enter('ada');
  const { page: grace, complaints } = await enter('grace');

  await test.step('who runs it adds tags', async () => {
    await ada.getByRole('link', { name: 'questions' }).click({ button: 'right' });
    await ada.getByRole('menuitem', { name: 'Channel settings' }).click();
    await ada.getByRole('dialog').getByRole('button', { name: 'Posts' }).click();
    for (const name of ['Flour', 'Ovens']) {
      await ada.getByRole('button', { name: 'Add tag' }).click();
      await ada.getByLabel('Name of the tag').last().fill(name);
    }
    await ada.getByRole('button', { name: 'Save changes' }).click();
    await expect(ada.getByRole('button', { name: 'Save changes' })).toBeHidden();
    await ada.keyboard.press('Escape');
  });

  await test.step('somebody asks something', async () => {
    await open(grace, 'questions');
    await expect(grace.getByText('No posts yet')).toBeVisible();
    await grace.getByRole('region', { name: 'About posting here' }).getByRole('button', { name: 'Show all' }).click();
    await grace.getByRole('button', { name: 'Show less' }).click();
    await grace.getByRole('button', { name: 'New post' }).click();
    const dialog = grace.getByRole('dialog', { name: 'New post' });
    await dialog.getByRole('button', { name: 'Post', exact: true }).click();
    await expect(dialog.getByText('Give the post a title.')).toBeVisible();
    await dialog.getByLabel('Title').fill('Rye or wheat?');
    await dialog.getByLabel('Text').fill('Which one keeps longer?');
    const [chooser] = await Promise.all([grace.waitForEvent('filechooser'), dialog.getByRole('button', { name: 'Upload files' }).click()]);
    await chooser.setFiles({ name: 'rye.png', mimeType: 'image/png', buffer: drawing(600, 400, [205, 133, 63]) });
    await expect(dialog.getByRole('region', { name: 'Files' }).getByRole('listitem')).toHaveCount(1);
    await dialog.getByRole('button', { name: 'Flour' }).click();
    await dialog.getByRole('button', { name: 'Post', exact: true }).click();
    await expect(said(grace, 'Which one keeps longer?')).toBeVisible();
  });

  await test.step('another one finds it by its tag and its title, and answers', async () => {
    await place.noor.call('POST', `/channels/${forum.id}/threads`, { name: 'A small oven', content: 'Which?', nonce: crypto.randomUUID() });
    await open(ada, 'questions');
    const posts = ada.getByRole('list', { name: 'Posts' }).getByRole('article');
    await expect(posts).toHaveCount(2);
    await ada.getByRole('button', { name: 'Flour' }).click();
    await expect(posts).toHaveCount(1);
    await ada.getByRole('button', { name: 'Flour' }).first().click();
    await ada.getByRole('searchbox', { name: 'Search posts' }).fill('rye');
    await expect(posts).toHaveCount(1);
    await expect(posts.getByRole('img', { name: 'rye.png' })).toBeVisible();
    await posts.getByRole('button', { name: 'Rye or wheat?' }).click();
    await expect(said(ada, 'Which one keeps longer?').getByRole('button', { name: 'Open rye.png' })).toBeVisible();
    await reply(ada, 'Rye does.');
    await expect(said(grace, 'Rye does.')).toBeVisible();
    await ada.getByRole('searchbox', { name: 'Search posts' }).fill('');
    await choose(ada, 'Actions for Rye or wheat?', 'Pin');
    await expect(grace.getByRole('list', { name: 'Posts' }).getByRole('article').first()).toContainText('Pinned');
  });

  await test.step('a tag does not go from all posts unasked', async () => {
    const tagged = grace.getByRole('list', { name: 'Posts' }).getByRole('article').first().getByText('Flour');
    await expect(tagged).toBeVisible();
    await ada.getByRole('link', { name: 'questions' }).click({ button: 'right' });
    await ada.getByRole('menuitem', { name: 'Channel settings' }).click();
    await ada.getByRole('dialog').getByRole('button', { name: 'Posts' }).click();
    await ada.getByRole('button', { name: 'Remove Flour' }).click();
    await ada.getByRole('button', { name: 'Save changes' }).click();
    const question = ada.getByRole('alertdialog', { name: 'Remove the tag?' });
    await expect(question).toContainText('Flour: every post');
    await question.getByRole('button', { name: 'Cancel' }).click();
    await expect(question).toBeHidden();
    await expect(tagged).toBeVisible();
    await ada.getByRole('button', { name: 'Save changes' }).click();
    await question.getByRole('button', { name: 'Remove and save' }).click();
    await expect(tagged).toBeHidden();
    await expect(question).toBeHidden();
  });

  expect(complaints).toEqual([]);
});

test('an announcement reaches the server that follows, and what becomes of it too', async () => {
  await place.ada.call('POST', `/servers/${place.serverId}/channels`, { name: 'news', type: 'ANNOUNCEMENT' });
  await place.grace.call('POST', '/servers', { name: 'Allotments' });
  const { page: ada, complaints } = await enter('ada');
  const { page: grace } = await enter('grace');

  await test.step('somebody lets a channel of another server follow', async () => {
    await open(grace, 'news');
    await choose(grace, 'More about news', 'Follow');
    await grace.getByRole('dialog', { name: 'Follow #news' }).getByRole('button', { name: 'Follow' }).click();
    await expect(grace.getByText('#general follows now')).toBeVisible();
    await grace.getByRole('link', { name: /Allotments/ }).click();
    await grace.getByRole('textbox', { name: 'Message #general' }).waitFor();
  });

  await test.step('what is published comes, with where it is from', async () => {
    await open(ada, 'news');
    await write(ada, 'The harbour is closed on Sunday.');
    await message(ada, 'The harbour is closed').click({ button: 'right' });
    await ada.getByRole('menuitem', { name: 'Publish' }).click();
    await ada.getByRole('alertdialog').getByRole('button', { name: 'Publish' }).click();
    await expect(message(ada, 'The harbour is closed').getByText('Published')).toBeVisible();
    await expect(message(grace, 'The harbour is closed').getByText('From #news in Harbour Street')).toBeVisible();
  });

  await test.step('an edit follows, and who runs the channel sees who follows', async () => {
    await message(ada, 'The harbour is closed').hover();
    await message(ada, 'The harbour is closed').getByRole('button', { name: 'Edit message' }).click();
    await ada.getByRole('textbox', { name: 'Edit message' }).fill('The harbour is open on Sunday.');
    await ada.getByRole('textbox', { name: 'Edit message' }).press('Enter');
    await expect(message(grace, 'The harbour is open')).toBeVisible();
    await choose(ada, 'More about news', 'Channel settings');
    await ada.getByRole('dialog').getByRole('button', { name: 'Followers' }).click();
    await expect(ada.getByText('Allotments', { exact: false })).toBeVisible();
  });

  expect(complaints).toEqual([]);
});
