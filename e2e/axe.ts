import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** All that a theme changes. */
export const COLOURS = ['color-contrast', 'link-in-text-block'];

export const withinTags = (axe: AxeBuilder): AxeBuilder => axe.withTags(TAGS);

/** What axe finds wrong on a page. */
export async function faultsOn(page: Page, narrow = withinTags): Promise<string[]> {
  // As legacy it needs no second page, which takes longer than looking does.
  const { violations } = await narrow(new AxeBuilder({ page }).setLegacyMode()).analyze();
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 300)}`));
}
