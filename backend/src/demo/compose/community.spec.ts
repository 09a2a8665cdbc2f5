import { describe, expect, it } from '@jest/globals';
import { displayName, idTime, limits, username } from '@hearth/contract';
import { demoPlot } from '../content/plot.js';
import { composeCommunity, type Community } from './community.js';
import { DAYS } from './schedule.js';

const DAY = 24 * 3_600_000;
const noon = new Date(2026, 10, 21, 12, 5);

describe.each([
  ['in the afternoon', new Date(2026, 10, 21, 15, 40)],
  ['at night', new Date(2027, 0, 1, 3, 10)],
  ['after the clocks changed', new Date(2026, 2, 29, 9, 0)],
])('the community, seeded %s', (_, now) => {
  const community = composeCommunity(demoPlot, now);
  const channels = ofChannels(community);

  it('has some thousand messages over six weeks, up to a few minutes ago', () => {
    const times = community.messages.map(({ createdAt }) => createdAt.getTime());
    expect(times.length).toBeGreaterThanOrEqual(3_000);
    expect(times.length).toBeLessThanOrEqual(5_000);
    expect(Math.min(...times)).toBeGreaterThan(now.getTime() - (DAYS + 2) * DAY);
    expect(now.getTime() - Math.max(...times)).toBeLessThan(10 * 60_000);
    for (const { editedAt, deletedAt, createdAt } of community.messages) {
      for (const at of [createdAt, editedAt, deletedAt]) if (at) expect(at.getTime()).toBeLessThan(now.getTime());
    }
  });

  it('sleeps at night', () => {
    const latest = new Set(channels.flatMap(({ messages }) => messages.slice(-15)));
    const hours = community.messages.filter((message) => !latest.has(message)).map(({ createdAt }) => createdAt.getHours());
    expect(hours.filter((hour) => hour >= 1 && hour < 5).length).toBeLessThan(hours.length / 100);
  });

  it('says something in every text channel, in order and without gaps', () => {
    expect(channels.length).toBeGreaterThanOrEqual(14);
    for (const { messages, lastSeq, version } of channels) {
      expect(messages.length).toBeGreaterThan(50);
      expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_message, index) => index + 1));
      expect(lastSeq).toBe(messages.length);
      const versions = messages.map((message) => message.version);
      expect(new Set(versions).size).toBe(messages.length);
      expect(Math.max(...versions)).toBe(version);
      messages.forEach((message) => expect(message.version).toBeGreaterThanOrEqual(message.seq));
      messages.slice(1).forEach((message, index) => {
        expect(message.createdAt.getTime()).toBeGreaterThanOrEqual(messages[index]?.createdAt.getTime() ?? 0);
      });
    }
  });

  it('has some messages that were edited or deleted, with nothing left of the deleted ones', () => {
    const deleted = community.messages.filter(({ deletedAt }) => deletedAt);
    expect(deleted.length).toBeGreaterThan(2);
    expect(deleted.every(({ content }) => content === '')).toBe(true);
    expect(community.messages.filter(({ editedAt }) => editedAt).length).toBeGreaterThan(5);
  });

  it('lets only those speak who have joined', () => {
    const joined = new Map(community.members.map(({ serverId, userId, joinedAt }) => [`${serverId} ${userId}`, joinedAt]));
    for (const { serverId, messages } of channels) {
      for (const { authorId, createdAt } of messages) {
        expect(joined.get(`${serverId} ${authorId}`)?.getTime()).toBeLessThan(createdAt.getTime());
      }
    }
  });

  it('repeats nothing of any length within sight', () => {
    for (const { messages } of channels) {
      const lastSeen = new Map<string, number>();
      for (const { content, seq } of messages.filter((message) => message.content.length > 30)) {
        expect(seq - (lastSeen.get(content) ?? -100)).toBeGreaterThan(30);
        lastSeen.set(content, seq);
      }
    }
  });

  it('makes ids of the time of what they name', () => {
    const { users, servers, roles, messages } = community;
    for (const { id, createdAt } of [...users, ...servers, ...community.channels, ...messages]) {
      expect(idTime(id.toString())).toBe(createdAt.getTime());
    }
    const ids = [...users, ...roles, ...community.channels, ...messages].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('leaves something unread to those who can be signed in, and not everything', () => {
    for (const login of demoPlot.logins) {
      const { id } = community.users.find((user) => user.username === login) ?? {};
      const unread = channels.map(
        ({ lastSeq, readStates }) => lastSeq - (readStates.find(({ userId }) => userId === id)?.lastReadSeq ?? 0),
      );
      expect(unread).toHaveLength(15);
      expect(unread.filter((count) => count > 0).length).toBeGreaterThanOrEqual(4);
      expect(unread.filter((count) => count === 0).length).toBeGreaterThanOrEqual(4);
    }
  });

  it('gives every member a position that is behind nothing of their own', () => {
    for (const { serverId, messages, lastSeq, readStates } of channels) {
      expect(readStates).toHaveLength(community.members.filter((member) => member.serverId === serverId).length);
      for (const { userId, joinedSeq, lastReadSeq, lastDeliveredSeq } of readStates) {
        const ownSeq = messages.findLast(({ authorId }) => authorId === userId)?.seq ?? 0;
        expect(lastReadSeq).toBeGreaterThanOrEqual(Math.max(joinedSeq, ownSeq));
        expect(lastDeliveredSeq).toBeGreaterThanOrEqual(lastReadSeq);
        expect(lastDeliveredSeq).toBeLessThanOrEqual(lastSeq);
      }
    }
  });
});

describe('the material', () => {
  const { messages, users, servers, members } = composeCommunity(demoPlot, noon);

  it('is the same for the same time', () => {
    expect(composeCommunity(demoPlot, noon)).toEqual(composeCommunity(demoPlot, noon));
  });

  it('has no slot unfilled and nothing that could not be sent', () => {
    for (const { content, deletedAt } of messages) {
      expect(content).not.toMatch(/\{(day\+\d|[a-f])\}|\[[^\][]*\|[^\][]*\]/);
      expect(content.length).toBeLessThanOrEqual(limits.content);
      if (!deletedAt) expect(content.trim()).not.toBe('');
    }
  });

  it('links to example hosts only', () => {
    const hosts = messages.flatMap(({ content }) => [...content.matchAll(/https?:\/\/([^/\s:)]+)/g)].map(([, host]) => host));
    expect(hosts.length).toBeGreaterThan(20);
    for (const host of hosts) expect(host).toMatch(/(^|\.)example\.org$/);
  });

  it('speaks several languages and shows code', () => {
    for (const script of [/\p{Script=Arabic}{3}/u, /[پچژگ]/, /\p{Script=Cyrillic}{3}/u, /\p{Script=Hiragana}{2}/u, /```\w+\n/]) {
      expect(messages.filter(({ content }) => script.test(content)).length).toBeGreaterThan(10);
    }
  });

  it('has people with names that the contract allows, each in a server, everyone speaking', () => {
    expect(users).toHaveLength(24);
    for (const user of users) {
      expect(username.parse(user.username)).toBe(user.username);
      expect(displayName.parse(user.displayName)).toBe(user.displayName);
      expect(user.bio.length).toBeLessThanOrEqual(limits.bio);
      expect(members.some(({ userId }) => userId === user.id)).toBe(true);
      expect(messages.filter(({ authorId }) => authorId === user.id).length).toBeGreaterThan(10);
    }
    expect(users.filter(({ isAdmin }) => isAdmin).map((user) => user.username)).toEqual([demoPlot.logins[0]]);
  });

  it('counts the members of each server', () => {
    for (const { id, memberCount } of servers) expect(members.filter(({ serverId }) => serverId === id)).toHaveLength(memberCount);
  });
});

function ofChannels({ channels, messages, readStates }: Community) {
  return channels
    .filter(({ type }) => type === 'TEXT')
    .map((channel) => ({
      ...channel,
      messages: messages.filter(({ channelId }) => channelId === channel.id).toSorted((one, other) => one.seq - other.seq),
      readStates: readStates.filter(({ channelId }) => channelId === channel.id),
    }));
}
