import type AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { COLOURS, faultsOn } from '../axe';
import { settle } from '../gallery-page';
import { arrived, overlay } from './steps';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Base UI puts one at either end of an open menu, hidden from screen readers and reached by Tab: it closes the menu and hands the focus on,
 * so that nobody ever rests on it. axe takes it for something hidden that has the focus.
 */
const FOCUS_GUARD = '[data-base-ui-focus-guard]';

async function findings(page: Page, theme: 'light' | 'dark', narrow: (axe: AxeBuilder) => AxeBuilder): Promise<string[]> {
  await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme);
  await settle(page);
  // What stands over the page is looked at alone: the page behind it was looked at before.
  const isOver = (await overlay(page).count()) > 0;
  const part = isOver ? '[data-base-ui-portal]' : 'html';
  const found = await faultsOn(page, (axe) => {
    const narrowed = narrow(axe.include(part).exclude(FOCUS_GUARD));
    // What stands over the page is in no landmark of it.
    return isOver ? narrowed.disableRules('region') : narrowed;
  });
  return found.map((fault) => `${theme}: ${fault}`);
}

/** Everything in the light, and in the dark what can differ there. Says all that is wrong and goes on. */
export async function expectSound(page: Page, screen: string): Promise<void> {
  await arrived(page);
  const found = [
    ...(await findings(page, 'light', (axe) => axe.withTags(TAGS))),
    ...(await findings(page, 'dark', (axe) => axe.withRules(COLOURS))),
  ];
  expect.soft(found, screen).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect.soft(overflow, `${screen} is no wider than the window`).toBeLessThanOrEqual(0);
}
