import type { OverwritesPreview } from '@hearth/contract';

type Change = OverwritesPreview['permissions'][number];
type Affected = Change['gains'];

const nobody: Affected = { count: 0, members: [] };

/** Everybody of the first is among the second, as far as both are named. */
const isAmong = (some: Affected, others: Affected): boolean =>
  some.count <= others.count && some.members.every(({ id }) => others.members.some((other) => other.id === id));

/** Without what goes without saying: whoever gains or loses sight of a channel gains or loses all else in it, too. */
export function tellingChanges(changes: readonly Change[]): Change[] {
  const view = changes.find(({ permission }) => permission === 'VIEW_CHANNEL');
  if (!view) return [...changes];
  const others = changes
    .filter((change) => change !== view)
    .map(({ permission, gains, loses }) => ({
      permission,
      gains: isAmong(gains, view.gains) ? nobody : gains,
      loses: isAmong(loses, view.loses) ? nobody : loses,
    }));
  return [view, ...others.filter(({ gains, loses }) => gains.count + loses.count > 0)];
}
