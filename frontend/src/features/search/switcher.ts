import { foldForSearch, type Channel, type ChannelType, type UserSummary } from '@hearth/contract';

/** Somewhere to go to. */
export type Place =
  | { kind: 'channel'; id: string; name: string; detail: string; serverId: string; type: ChannelType; isUnread: boolean }
  | { kind: 'conversation'; id: string; name: string; detail: string; channel: Channel; isUnread: boolean }
  | { kind: 'person'; id: string; name: string; detail: string; user: UserSummary; isUnread: false }
  | { kind: 'server'; id: string; name: string; detail: string; icon: string | null; isUnread: boolean };

const SIGILS: Readonly<Record<string, Place['kind'][]>> = { '@': ['person', 'conversation'], '#': ['channel'], '*': ['server'] };
const SHOWN = 30;

/** How well a name fits what was typed; 0: not at all. The whole of it, its beginning, that of a word, a part, its letters in their order. */
export function fit(name: string, typed: string): number {
  const folded = foldForSearch(name);
  if (folded === typed) return 5;
  if (folded.startsWith(typed)) return 4;
  if (folded.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(typed))) return 3;
  if (folded.includes(typed)) return 2;
  return typed.length > 1 && hasInOrder(folded, typed) ? 1 : 0;
}

function hasInOrder(name: string, typed: string): boolean {
  let at = 0;
  for (const letter of typed) {
    at = name.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/**
 * What fits best and is used most first. With nothing typed: what is unread, then what is used most.
 *
 * @param weightOf how much the user goes to a place
 */
export function ranked(places: readonly Place[], typed: string, weightOf: (id: string) => number): Place[] {
  const [sigil = ''] = typed;
  const kinds = SIGILS[sigil];
  const text = foldForSearch(kinds ? typed.slice(1) : typed).trim();
  const of = places.filter(({ kind }) => kinds?.includes(kind) ?? true);
  const scored = of.map((place) => ({
    place,
    fit: text === '' ? 0 : best(place, text),
    use: Math.min(2, Math.log2(1 + weightOf(place.id)) / 2),
  }));
  const chosen = text === '' ? scored.filter(({ place, use }) => place.isUnread || use > 0 || kinds) : scored.filter((one) => one.fit > 0);
  const unread = (place: Place) => (place.isUnread ? (text === '' ? 10 : 0.5) : 0);
  return chosen
    .toSorted((one, other) => other.fit + other.use + unread(other.place) - one.fit - one.use - unread(one.place))
    .slice(0, SHOWN)
    .map(({ place }) => place);
}

/** Where it is counts a little: `gen tide` finds #general of Tidelog. */
function best({ name, detail, kind }: Place, text: string): number {
  const whole = Math.max(fit(name, text), kind === 'person' ? fit(detail, text) : 0);
  if (whole > 0) return whole;
  const [first = '', ...others] = text.split(/\s+/);
  const rest = others.join(' ');
  return rest !== '' && fit(name, first) > 1 && fit(detail, rest) > 1 ? 1.5 : 0;
}
