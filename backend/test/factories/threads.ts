import type { Channel, Message } from '@hearth/contract';
import { MessagesService } from '../../src/messages/messages.service.js';
import { ThreadOpeningService } from '../../src/threads/thread-opening.service.js';
import type { TestApp } from '../harness.js';
import { buildMember } from './servers.js';
import type { TestUser } from './users.js';

/** A message in a channel. */
export const buildMessage = (hearth: TestApp, { author, channelId, content = 'words' }: MessageInput): Promise<Message> =>
  hearth.get(MessagesService).create(author, channelId, { content, nonce: crypto.randomUUID() });

interface MessageInput {
  author: TestUser;
  channelId: string;
  content?: string;
}

interface ThreadInput {
  owner?: TestUser;
  parent?: Channel;
  name?: string;
  content?: string;
  tagIds?: string[];
}

/** A thread that begins with a message of its owner, a member of a new server unless they are named. */
export async function buildThread(
  hearth: TestApp,
  { owner, parent, name = 'thread', content = 'first', tagIds }: ThreadInput = {},
): Promise<Channel> {
  const { user, server } = owner && parent ? { user: owner, server: null } : await buildMember(hearth);
  const parentId = parent?.id ?? server?.general.id ?? '';
  return hearth.get(ThreadOpeningService).open(owner ?? user, parentId, { name, content, nonce: crypto.randomUUID(), tagIds });
}
