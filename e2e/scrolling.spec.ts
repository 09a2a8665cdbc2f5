import { expect, test, type Browser, type Page } from '@playwright/test';
import { openBrowser, openPage } from './browser';
import { drawing } from './drawing';
import { recordFrames, type Frames } from './frames';
import { startHearth, type Hearth } from './hearth';
import { History, idOf, type Written } from './history';
import { logIn } from './people';
import { buildPlace, type Place } from './place';

const MESSAGES = 10_000;
/** How far Noor has read: what follows is of somebody else. */
const READ = 6_002;
/** Pixels of what was read that stay in view above the line. */
const ABOVE_LINE = 72;

let history: History;
let hearth: Hearth;
let browser: Browser;
let place: Place;
/** Pictures in all shapes. */
let pictures: object[];

test.beforeAll(async () => {
  history = await History.open();
  hearth = await startHearth({ DATABASE_URL: history.url });
  browser = await openBrowser();
  place = await buildPlace(hearth);
  pictures = await uploaded(8);
  await history.write(
    place.breadId,
    Array.from({ length: MESSAGES }, (_, index) => written(index + 1)),
  );
  await history.read(place.ada.id, place.breadId, MESSAGES);
  await history.read(place.noor.id, place.breadId, READ);
});

test.afterAll(async () => {
  await browser.close();
  await hearth.stop();
  await history.close();
});

async function uploaded(count: number): Promise<object[]> {
  const { ada, generalId } = place;
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1)
    ids.push(await ada.upload(generalId, `loaf-${n}.png`, drawing(500 + n * 90, 900 - n * 60, [200 - n * 20, 120, 60 + n * 20])));
  const { id } = await ada.say(generalId, '', ids);
  let attachments: { state: string }[] = [];
  await expect(async () => {
    ({ attachments } = await ada.call<{ attachments: { state: string }[] }>('GET', `/messages/${id}`));
    expect(attachments.map(({ state }) => state)).toEqual(ids.map(() => 'ready'));
  }).toPass();
  return attachments;
}

const LONG = 'Rye rises slowly, and slower still where it is cold. '.repeat(8);

/** Three in a row are of one author. */
const authorOf = (seq: number): string => [place.ada, place.grace, place.noor][Math.floor(seq / 3) % 3]?.id ?? '';

function written(seq: number): Written {
  return {
    authorId: authorOf(seq),
    content: textOf(seq),
    ...(seq % 10 === 0 && { attachments: [pictures[(seq / 10) % pictures.length] ?? {}] }),
    ...(seq % 4 === 0 && {
      reactions: [
        { emoji: '👍', count: (seq % 7) + 1 },
        { emoji: '🍞', count: 2 },
      ],
    }),
  };
}

/** Of every sort that a channel has. */
function textOf(seq: number): string {
  switch (seq % 10) {
    case 2:
      return `Loaf ${seq}: ${LONG}`;
    case 4:
      return `Loaf ${seq}\n\`\`\`ts\nconst flour = ${seq};\nfor (let day = 0; day < 3; day += 1) feed(starter, flour / 10);\nbake(starter);\n\`\`\``;
    case 6:
      return `Loaf ${seq}, see https://example.org/bread/${seq} and **mind** the _salt_, ~~not~~ \`2 %\` of it`;
    case 8:
      return `Loaf ${seq}\n> as before\n- flour\n- water\n- salt\n\nwith ||patience||`;
    default:
      return `Loaf ${seq}`;
  }
}

const list = (page: Page) => page.locator('[data-conversation-list]');
const row = (page: Page, seq: number) => page.getByRole('article').filter({ hasText: new RegExp(`Loaf ${seq}(?!\\d)`) });

async function openBread(): Promise<Page> {
  const { page } = await openPage(browser);
  await logIn(page, hearth.url, 'ada');
  await page.getByRole('link', { name: /bread/ }).click();
  await expect(row(page, MESSAGES)).toBeVisible();
  await list(page).hover();
  return page;
}

/** Where a message stands, once nothing moves any more: for five frames in a row. */
function restOf(page: Page, seq: number): Promise<number> {
  return row(page, seq).evaluate(
    (element) =>
      new Promise<number>((resolve) => {
        let last = Number.NaN;
        let same = 0;
        const look = (): void => {
          const { top } = element.getBoundingClientRect();
          same = top === last ? same + 1 : 0;
          last = top;
          if (same < 5) requestAnimationFrame(look);
          else resolve(top);
        };
        look();
      }),
  );
}

/** Scrolling stops at whole pixels of the screen, and sizes are rounded. */
const expectStill = (now: number, before: number) => expect(Math.abs(now - before)).toBeLessThanOrEqual(1);

/** The first message that stands whole in the list. */
async function firstInView(page: Page): Promise<number> {
  const texts = await list(page).evaluate((scroller) => {
    const { top } = scroller.getBoundingClientRect();
    const rows = [...scroller.querySelectorAll('[data-row]')];
    return rows.filter((one) => one.getBoundingClientRect().top >= top).map((one) => one.textContent);
  });
  return Number(/Loaf (\d+)/.exec(texts[0] ?? '')?.[1]);
}

/** The figures are for reading: how fast a machine is, is nothing to test. */
const tell = (what: string, frames: Frames): void => void process.stdout.write(`  ${what}: ${JSON.stringify(frames)}\n`);

/** Turns the wheel and waits until the list stands still: the browser glides. */
async function wheel(page: Page, steps: number, by: number): Promise<void> {
  for (let step = 0; step < steps; step += 1) await page.mouse.wheel(0, by);
  let before = Number.NaN;
  for (let seq = await firstInView(page); seq !== before; seq = await firstInView(page)) {
    before = seq;
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)));
  }
}

test('ten thousand messages of every sort scroll by with few rows in the page', async () => {
  test.setTimeout(180_000);
  const page = await openBread();
  const reading = await recordFrames(page, () => wheel(page, 80, -240));
  tell('reading', reading);
  const flying = await recordFrames(page, () => wheel(page, 150, -2_000));
  tell('flying', flying);
  expect(await firstInView(page)).toBeLessThan(MESSAGES - 1_000);

  // The other end, and back to the present.
  await page.goto(`${page.url()}?at=1`);
  await expect(page.getByText('Welcome to #bread')).toBeVisible();
  await expect(row(page, 1)).toBeVisible();
  await list(page).hover();
  const down = await recordFrames(page, () => wheel(page, 80, 600));
  tell('down from the beginning', down);
  // So far and no further, though what lies behind is let go of.
  expect(await firstInView(page)).toBeLessThan(1_000);
  await page.getByRole('button', { name: 'Jump to newest' }).click();
  await expect(row(page, MESSAGES)).toBeInViewport();
  for (const { rows } of [reading, flying, down]) expect(rows).toBeLessThan(150);
});

test('what is read stays where it is, whatever comes and wherever one was in between', async () => {
  const page = await openBread();
  const channel = page.url();

  await test.step('a link leads to its message, in the middle', async () => {
    await page.goto(`${channel}?at=5000`);
    const box = await list(page).boundingBox();
    const middle = (box?.y ?? 0) + (box?.height ?? 0) / 2;
    await expect(row(page, 5_000)).toBeInViewport();
    const top = await restOf(page, 5_000);
    const height = (await row(page, 5_000).boundingBox())?.height ?? 0;
    expect(Math.abs(top + height / 2 - middle)).toBeLessThan(40);
  });

  await test.step('older messages come above without moving it', async () => {
    await list(page).hover();
    const older = page.waitForResponse(/messages\?before=/);
    while (!(await Promise.race([older.then(() => true), page.waitForTimeout(0).then(() => false)]))) {
      await page.mouse.wheel(0, -200);
      await restOf(page, await firstInView(page));
    }
    const seq = await firstInView(page);
    const before = await restOf(page, seq);
    await older.then((answer) => answer.finished());
    expectStill(await restOf(page, seq), before);
  });

  await test.step('one that grows above it does not move it', async () => {
    const seq = await firstInView(page);
    const before = await restOf(page, seq);
    const hers = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((up) => seq - up).find((one) => authorOf(one) === place.grace.id) ?? 0;
    await place.grace.call('PATCH', `/messages/${idOf(place.breadId, hers)}`, { content: `Loaf ${hers} has risen. ${LONG}` });
    await expect(row(page, hers)).toContainText('has risen');
    expectStill(await restOf(page, seq), before);
  });

  await test.step('who comes back from another channel stands where they left', async () => {
    const seq = await firstInView(page);
    const before = await restOf(page, seq);
    await page.getByRole('link', { name: /general/ }).click();
    await expect(page.getByText('Buy cheap tomatoes')).toBeVisible();
    await page.getByRole('link', { name: /bread/ }).click();
    await expect(row(page, seq)).toBeInViewport();
    expectStill(await restOf(page, seq), before);
  });

  await test.step('new messages wait below, are counted, and are led to', async () => {
    const seq = await firstInView(page);
    const before = await restOf(page, seq);
    await place.grace.say(place.breadId, 'Loaf 10001 is out of the oven');
    await place.noor.say(place.breadId, 'Loaf 10002 follows');
    const button = page.getByRole('button', { name: '2 new messages' });
    await expect(button).toBeVisible();
    expectStill(await restOf(page, seq), before);
    await button.click();
    await expect(row(page, 10_001)).toBeInViewport();
    await expect(row(page, 10_002)).toBeInViewport();
    await expect(button).toBeHidden();
  });

  await test.step('whoever is at the end stays there', async () => {
    await place.grace.say(place.breadId, 'Loaf 10003 as well');
    await expect(row(page, 10_003)).toBeInViewport();
    await expect(page.getByRole('button', { name: 'Jump to newest' })).toBeHidden();
  });
});

test('who was away begins at the first unread message, and finds the way there', async () => {
  const { page } = await openPage(browser);
  await logIn(page, hearth.url, 'noor');
  await page.getByRole('link', { name: /bread/ }).click();
  const line = page.getByRole('separator', { name: 'New', exact: true });
  const first = row(page, READ + 1);

  await test.step('the line stands above it, and a little of what was read above the line', async () => {
    await expect(line).toBeVisible();
    const top = await restOf(page, READ + 1);
    const [listBox, lineBox] = [await list(page).boundingBox(), await line.boundingBox()];
    const lineTop = (lineBox?.y ?? 0) - (listBox?.y ?? 0);
    expect(lineTop).toBeGreaterThanOrEqual(ABOVE_LINE);
    expect(lineTop).toBeLessThan(ABOVE_LINE + 60);
    expect(top - (lineBox?.y ?? 0)).toBeLessThan(60);
    await expect(row(page, READ)).toBeInViewport();
    await expect(page.getByRole('button', { name: /unread messages/ })).toBeHidden();
  });

  await test.step('from further down a bar leads there', async () => {
    const channel = page.url();
    await page.goto(`${channel}?at=9000`);
    await expect(row(page, 9_000)).toBeInViewport();
    const bar = page.getByRole('button', { name: /unread messages\. Jump to the first/ });
    await bar.click();
    await expect(first).toBeInViewport();
    await expect(line).toBeVisible();
    await expect(bar).toBeHidden();
    await page.goto(`${channel}?at=200`);
    await expect(row(page, 200)).toBeInViewport();
    await expect(bar).toBeHidden();
    await page.getByRole('button', { name: /[\d,]+ new messages/ }).click();
    await expect(first).toBeInViewport();
  });
});
