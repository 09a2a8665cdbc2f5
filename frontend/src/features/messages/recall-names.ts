import { limits, type UserSummary } from '@hearth/contract';
import { call } from '@/api';
import { sameSummary } from '@/features/users';
import { heldConversations, holdUser } from './client';

/** Who wrote, is named or is quoted in what is held. */
const heldPeople = (): UserSummary[] =>
  heldConversations().flatMap(({ messages }) =>
    messages.flatMap(({ author, mentions, replyTo }) => [
      author,
      ...mentions,
      ...(replyTo ? [replyTo.author, ...(replyTo.mentions ?? [])] : []),
    ]),
  );

const byId = (people: readonly UserSummary[]) => new Map(people.map((person) => [person.id, person]));

/** Who took another name while this device was away did so unheard: no message has changed by it. */
export async function recallNames(): Promise<void> {
  const asked = byId(heldPeople());
  const ids = [...asked.keys()];
  for (let from = 0; from < ids.length; from += limits.lookedUpUsers) {
    // Without an answer now, the next connection asks again.
    const answer = await call('lookUpUsers', { body: { ids: ids.slice(from, from + limits.lookedUpUsers) } }).catch(() => null);
    takeNames(asked, answer?.users ?? []);
  }
}

/** What was heard since it was asked is newer than the answer. */
function takeNames(asked: ReadonlyMap<string, UserSummary>, users: readonly UserSummary[]): void {
  const now = byId(heldPeople());
  for (const user of users) {
    const [before, after] = [asked.get(user.id), now.get(user.id)];
    if (before && after && sameSummary(before, after)) holdUser(user);
  }
}
