import type { Page } from '@playwright/test';

/** One message as its reader sees it; what it does not have is left out. */
export interface Line {
  who?: string;
  says: string[];
  quote?: string;
  poll?: string[];
  /** With "mine" behind those of the reader. */
  reactions?: string[];
  thread?: string;
  /** Edited, pinned, starred, and how far an own one has come. */
  marks?: string[];
}

/** In the page. */
function readLines(): Line[] {
  // Marks that keep texts of different directions apart are no words.
  const plain = (words: string) =>
    words
      .replaceAll(/[\u2066-\u2069]/g, '')
      .replaceAll(/\s+/g, ' ')
      .trim();
  const text = (node: Element | null | undefined) => plain(node?.textContent ?? '');
  const label = (node: Element) => plain(node.getAttribute('aria-label') ?? '');
  const all = (root: ParentNode, selector: string) => [...root.querySelectorAll(selector)];
  const list = <T>(name: string, items: T[]) => (items.length > 0 ? { [name]: items } : {});

  const pollOf = (poll: Element) => [
    ...all(poll, 'p').map(text),
    ...all(poll, '[data-answer]').map((answer) => label(answer) + (answer.getAttribute('aria-checked') === 'true' ? ' mine' : '')),
    text(poll.querySelector('[aria-live]')),
  ];
  const marksOf = (row: Element) => [
    ...all(row, 'time')
      .map(text)
      .filter((time) => time === '(edited)'),
    ...all(row, '[title=Pinned], [title=Starred]').map((mark) => mark.getAttribute('title')),
    ...all(row, '[role=img]').map(label),
  ];
  const spoken = (row: Element) => {
    const poll = row.querySelector('section');
    const thread = row.querySelector('button:has(> svg + bdi)');
    const quote = row.querySelector('button[aria-label^="Reply to "]');
    return {
      who: /^(.+?), [^:]*\d:\d\d[^:]*: /.exec(label(row))?.[1] ?? '',
      says: all(row, 'p')
        .filter((part) => !poll?.contains(part))
        .map(text),
      ...(quote && { quote: label(quote) }),
      ...(poll && { poll: pollOf(poll) }),
      ...list(
        'reactions',
        all(row, '[role=group] [aria-pressed]').map((chip) => label(chip) + (chip.getAttribute('aria-pressed') === 'true' ? ' mine' : '')),
      ),
      ...(thread && { thread: text(thread.querySelector('bdi')) + ', ' + text(thread.querySelector('bdi + span')) }),
      ...list('marks', marksOf(row).toSorted()),
    };
  };
  return all(document, '[data-conversation-list] [data-row]').map((row) => {
    if (row.getAttribute('aria-label')?.includes(': ')) return spoken(row);
    return { says: [label(row) || text(row.children[1]?.firstElementChild)] };
  });
}

/** The conversation that is open, from top to bottom, as far as it is in the page. */
export const linesOf = (page: Page): Promise<Line[]> => page.evaluate(readLines);

/** In the page. */
function readPlaces(): string[] {
  const rows = [...document.querySelectorAll('[data-channel-id]')].map((row) => {
    const copy = row.cloneNode(true) as Element;
    for (const aside of copy.querySelectorAll('time, button')) aside.remove();
    // What only pictures say is said in names.
    for (const image of copy.querySelectorAll('[role=img]')) image.append(` ${image.getAttribute('aria-label') ?? ''} `);
    return (copy.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
  });
  const rail = [...document.querySelectorAll('nav[aria-label=Servers] a')].map((link) => link.getAttribute('aria-label') ?? '');
  return [document.title, ...rail, ...rows];
}

/** What the lists beside the conversation and the title of the tab say is new, and what was said last. */
export const placesOf = (page: Page): Promise<string[]> => page.evaluate(readPlaces);
