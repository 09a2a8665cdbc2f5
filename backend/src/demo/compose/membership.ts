import type { Person, ServerOutline } from '../script/outline.js';
import type { Joined } from './conversation.js';
import { idMaker } from './ids.js';
import { DAYS } from './schedule.js';

export interface Account {
  id: bigint;
  username: string;
  displayName: string;
  bio: string;
  createdAt: Date;
}

const HOUR = 3_600_000;
const BETWEEN_JOINS = 5 * HOUR;
const BEFORE_JOINING = 4 * 60_000;
/** The servers are older than what is told of them. */
export const DAYS_BEFORE_STORY = 14;

/** When each member joined a server. */
export function joiningTimes({ owner, members, newcomers }: ServerOutline, now: Date): Joined {
  const opened = daysAgo(now, DAYS + DAYS_BEFORE_STORY - 1).getTime();
  const early = [owner, ...members].map((username, place): [string, Date] => [username, new Date(opened + place * BETWEEN_JOINS)]);
  const late = Object.entries(newcomers).map(([username, day]): [string, Date] => [username, daysAgo(now, DAYS - day)]);
  return new Map([...early, ...late]);
}

/** The beginning of a day. */
export function daysAgo(now: Date, days: number): Date {
  const day = new Date(now);
  day.setDate(day.getDate() - days);
  day.setHours(0, 0, 0, 0);
  return day;
}

/** Accounts in the order in which they were made: each shortly before joining the first server. */
export function openAccounts(people: readonly Person[], servers: readonly Joined[]): Account[] {
  const dated = people.map(({ username, displayName, bio }) => ({
    username,
    displayName,
    bio,
    createdAt: firstArrival(username, servers),
  }));
  dated.sort((one, other) => one.createdAt.getTime() - other.createdAt.getTime());
  const makeId = idMaker(0);
  return dated.map((account) => ({ ...account, id: makeId(account.createdAt) }));
}

function firstArrival(username: string, servers: readonly Joined[]): Date {
  const times = servers.flatMap((joined) => joined.get(username)?.getTime() ?? []);
  if (times.length === 0) throw new Error(`${username} is in no server`);
  return new Date(Math.min(...times) - BEFORE_JOINING);
}
