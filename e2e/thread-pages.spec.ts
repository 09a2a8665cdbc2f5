import { randomUUID } from 'node:crypto';
import { expect, test, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';
import { faultsOn } from './axe';
import { openBrowser, openPage } from './browser';
import { drawing } from './drawing';
import { startHearth, type Hearth } from './hearth';
import { buildPlace, PASSWORD, type Place } from './place';

let hearth: Hearth;
let browser: Browser;
let place: Place;
let paths: Record<string, string>;

/** A channel with threads in every state, a forum with posts, and an announcement channel with a follower. */
test.beforeAll(async () => {
  hearth = await startHearth();
  place = await buildPlace(hearth);
  const { ada, noor, serverId, generalId } = place;
  const begin = (channelId: string, name: string, content: string, attachmentIds: string[] = []) =>
    ada.call('POST', `/channels/${channelId}/threads`, { name, content, attachmentIds, nonce: randomUUID() });
  const open = await begin(generalId, 'Who brings what', 'Write it down here.');
  await noor.say(open.id, 'زيتون وطماطم');
  const asleep = await begin(generalId, 'Old plans', 'From spring.');
  await ada.call('PATCH', `/channels/${asleep.id}`, { archived: true });
  const locked = await begin(generalId, 'Settled', 'It is decided.');
  await ada.call('PATCH', `/channels/${locked.id}`, { locked: true });
  const news = await ada.call('POST', `/servers/${serverId}/channels`, { name: 'news', type: 'ANNOUNCEMENT' });
  const home = await ada.call<{ channels: { id: string }[] }>('POST', '/servers', { name: 'Allotments' });
  await ada.call('POST', `/channels/${news.id}/followers`, { targetId: home.channels[0]?.id });
  const forum = await ada.call('POST', `/servers/${serverId}/channels`, {
    name: 'questions',
    type: 'FORUM',
    topic: 'One question a post. '.repeat(40),
  });
  await ada.call('PUT', `/channels/${forum.id}/tags`, { tags: [{ name: 'Flour' }, { name: 'Solved', moderated: true }] });
  const bread = await ada.upload(forum.id, 'bread.png', drawing(400, 300, [205, 133, 63]), { alt: 'Two loaves' });
  const post = await begin(forum.id, 'Rye or wheat?', 'Which one keeps longer?', [bread]);
  const at = `/servers/${serverId}/channels`;
  paths = {
    'a thread beside its channel': `${at}/${generalId}?thread=${open.id}`,
    'an archived thread': `${at}/${generalId}?thread=${asleep.id}`,
    'a locked thread on its own': `${at}/${locked.id}`,
    'a forum': `${at}/${forum.id}`,
    'a post': `${at}/${forum.id}?thread=${post.id}`,
    'the settings of a forum': `${at}/${forum.id}?channel-settings=${forum.id}.posts`,
    'who follows': `${at}/${news.id}?channel-settings=${news.id}.followers`,
    'what is followed': `${at}/${news.id}?channel-settings=${news.id}.following`,
  };
  browser = await openBrowser();
});

test.afterAll(async () => {
  await browser.close();
  await hearth.stop();
});

const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  colorScheme: 'dark',
  locale: 'ar',
};

async function arrive(page: Page, path: string): Promise<void> {
  await page.goto(hearth.url + path);
  await page.locator('[data-composer], [role="dialog"] h1, [role="dialog"] h2, main ul').first().waitFor();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

const sidewaysOverflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function expectSound(page: Page): Promise<void> {
  expect(await faultsOn(page)).toEqual([]);
  expect(await sidewaysOverflow(page)).toBe(0);
}

test('threads, forums and followers pass axe on a phone in Arabic, in the dark, and nothing runs out of the window', async () => {
  test.setTimeout(180_000);
  const { page, complaints } = await openPage(browser, { ...phone, reducedMotion: 'reduce' });
  await page.goto(`${hearth.url}/login`);
  await page.locator('input:not([type="password"])').fill('ada');
  await page.locator('input[type="password"]').fill(PASSWORD);
  await page.locator('button[type="submit"]').click();
  await page.waitForURL(/\/(servers|conversations|friends)/);
  for (const [name, path] of Object.entries(paths)) {
    await test.step(name, async () => {
      await arrive(page, path);
      await expectSound(page);
    });
  }
  await test.step('a post that is written, with a file', async () => {
    await arrive(page, paths['a forum'] ?? '');
    await expect(page.getByRole('img', { name: 'Two loaves' })).toBeVisible();
    await page.getByRole('button', { name: 'منشور جديد' }).click();
    const dialog = page.getByRole('dialog');
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), dialog.getByRole('button', { name: 'رفع ملفات' }).click()]);
    await chooser.setFiles({ name: 'rye.png', mimeType: 'image/png', buffer: drawing(400, 300, [205, 133, 63]) });
    await dialog.getByRole('listitem').waitFor();
    await expectSound(page);
  });
  await test.step('who is in a thread', async () => {
    await arrive(page, paths['a locked thread on its own'] ?? '');
    await page.getByRole('button', { name: /Settled/ }).click();
    await page.getByRole('menuitem').first().click();
    await page.getByRole('dialog').getByRole('listitem').first().waitFor();
    await expectSound(page);
  });
  expect(complaints).toEqual([]);
});
