import type { Conversation } from '@hearth/contract';
import { ConversationsService } from '../../src/conversations/conversations.service.js';
import { GroupsService } from '../../src/conversations/groups/groups.service.js';
import { RelationshipsService } from '../../src/relationships/relationships.service.js';
import type { TestApp } from '../harness.js';
import { buildMember } from './servers.js';
import { buildUser, type TestUser } from './users.js';

/** Two people who are friends, by way of a server that they share. */
export async function buildFriends(
  hearth: TestApp,
  input: { one?: TestUser; other?: TestUser } = {},
): Promise<{ one: TestUser; other: TestUser }> {
  const one = input.one ?? (await buildUser(hearth));
  const { user: other, server } = await buildMember(hearth, input.other && { user: input.other });
  await buildMember(hearth, { server, user: one });
  const relationships = hearth.get(RelationshipsService);
  await relationships.request(one, other.id);
  await relationships.request(other, one.id);
  return { one, other };
}

export interface TestConversation {
  conversation: Conversation;
  /** The one who began it first. */
  users: TestUser[];
}

/** A DM between friends. */
export async function buildDm(
  hearth: TestApp,
  input: { one?: TestUser; other?: TestUser } = {},
): Promise<TestConversation & { id: string }> {
  const { one, other } = await buildFriends(hearth, input);
  const conversation = await hearth.get(ConversationsService).openDm(one, other.id);
  return { id: conversation.channel.id, conversation, users: [one, other] };
}

/** A group of so many people, all friends of the one who made it. */
export async function buildGroup(
  hearth: TestApp,
  input: { size?: number; name?: string } = {},
): Promise<TestConversation & { id: string }> {
  const owner = await buildUser(hearth);
  const others: TestUser[] = [];
  while (others.length < (input.size ?? 3) - 1) others.push((await buildFriends(hearth, { one: owner })).other);
  const conversation = await hearth.get(GroupsService).create(
    owner,
    others.map(({ id }) => id),
    input.name,
  );
  return { id: conversation.channel.id, conversation, users: [owner, ...others] };
}
