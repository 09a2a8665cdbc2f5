import { authEvents } from '@/features/auth';
import { conversationsEvents } from '@/features/conversations';
import { channelsEvents } from '@/features/channels';
import { draftsEvents } from '@/features/drafts';
import { expressionsEvents } from '@/features/expressions';
import { forumsEvents } from '@/features/forums';
import { galleryEvents } from '@/features/gallery';
import { laterEvents } from '@/features/later';
import { memberListEvents } from '@/features/member-list';
import { mentionEvents, messagesEvents } from '@/features/messages';
import { moderationEvents } from '@/features/moderation';
import { presenceEvents } from '@/features/presence';
import { relationshipsEvents } from '@/features/relationships';
import { serversEvents } from '@/features/servers';
import { settingsEvents } from '@/features/settings';
import { threadsEvents } from '@/features/threads';
import { usersEvents } from '@/features/users';
import { type EventHandlers, inOrder } from '@/realtime';

/**
 * What every event of the server does, over all events there are: one that is forgotten here does not compile. Where several features
 * listen, those come first on whose caches the others look.
 */
export const eventHandlers: EventHandlers = {
  ready: inOrder(
    usersEvents.ready,
    settingsEvents.ready,
    authEvents.ready,
    presenceEvents.ready,
    channelsEvents.ready,
    serversEvents.ready,
    relationshipsEvents.ready,
    moderationEvents.ready,
    messagesEvents.ready,
    threadsEvents.ready,
    conversationsEvents.ready,
    draftsEvents.ready,
    laterEvents.ready,
    expressionsEvents.ready,
    mentionEvents.ready,
    galleryEvents.ready,
  ),
  'message:new': inOrder(
    channelsEvents['message:new'],
    messagesEvents['message:new'],
    presenceEvents['message:new'],
    conversationsEvents['message:new'],
    mentionEvents['message:new'],
    galleryEvents['message:new'],
  ),
  'message:update': inOrder(
    channelsEvents['message:update'],
    messagesEvents['message:update'],
    conversationsEvents['message:update'],
    forumsEvents['message:update'],
    mentionEvents['message:update'],
    laterEvents['message:update'],
    galleryEvents['message:update'],
  ),
  'message:delete': inOrder(
    channelsEvents['message:delete'],
    messagesEvents['message:delete'],
    conversationsEvents['message:delete'],
    forumsEvents['message:delete'],
    mentionEvents['message:delete'],
    laterEvents['message:delete'],
    galleryEvents['message:delete'],
  ),
  'message:bulk-delete': inOrder(
    channelsEvents['message:bulk-delete'],
    messagesEvents['message:bulk-delete'],
    forumsEvents['message:bulk-delete'],
    mentionEvents['message:bulk-delete'],
    laterEvents['message:bulk-delete'],
    galleryEvents['message:bulk-delete'],
  ),
  'message:mark': inOrder(
    messagesEvents['message:mark'],
    conversationsEvents['message:mark'],
    laterEvents['message:mark'],
    galleryEvents['message:mark'],
  ),
  'channel:versions': inOrder(
    mentionEvents['channel:versions'],
    channelsEvents['channel:versions'],
    messagesEvents['channel:versions'],
    conversationsEvents['channel:versions'],
  ),
  'channel:receipts': messagesEvents['channel:receipts'],
  'channel:read': inOrder(channelsEvents['channel:read'], mentionEvents['channel:read']),
  typing: presenceEvents.typing,
  presence: inOrder(presenceEvents.presence, usersEvents.presence),
  'server:create': inOrder(
    channelsEvents['server:create'],
    serversEvents['server:create'],
    relationshipsEvents['server:create'],
    mentionEvents['server:create'],
    expressionsEvents['server:create'],
  ),
  'server:update': inOrder(serversEvents['server:update'], moderationEvents['server:update']),
  'server:delete': inOrder(
    serversEvents['server:delete'],
    channelsEvents['server:delete'],
    moderationEvents['server:delete'],
    messagesEvents['server:delete'],
    relationshipsEvents['server:delete'],
    mentionEvents['server:delete'],
    laterEvents['server:delete'],
    expressionsEvents['server:delete'],
  ),
  'expression:create': expressionsEvents['expression:create'],
  'expression:update': expressionsEvents['expression:update'],
  'expression:delete': expressionsEvents['expression:delete'],
  'role:create': inOrder(serversEvents['role:create'], mentionEvents['role:create']),
  'role:update': serversEvents['role:update'],
  'role:delete': inOrder(mentionEvents['role:delete'], serversEvents['role:delete'], channelsEvents['role:delete']),
  'role:order': serversEvents['role:order'],
  'channel:create': inOrder(channelsEvents['channel:create'], conversationsEvents['channel:create'], mentionEvents['channel:create']),
  'channel:update': inOrder(channelsEvents['channel:update'], serversEvents['channel:update']),
  'channel:delete': inOrder(
    channelsEvents['channel:delete'],
    messagesEvents['channel:delete'],
    conversationsEvents['channel:delete'],
    draftsEvents['channel:delete'],
    laterEvents['channel:delete'],
    mentionEvents['channel:delete'],
  ),
  'channel:join': inOrder(channelsEvents['channel:join'], messagesEvents['channel:join'], mentionEvents['channel:join']),
  'channel:leave': inOrder(channelsEvents['channel:leave'], mentionEvents['channel:leave']),
  'member:add': inOrder(serversEvents['member:add'], messagesEvents['member:add'], relationshipsEvents['member:add']),
  'member:update': inOrder(
    serversEvents['member:update'],
    moderationEvents['member:update'],
    relationshipsEvents['member:update'],
    mentionEvents['member:update'],
  ),
  'member:remove': inOrder(
    serversEvents['member:remove'],
    moderationEvents['member:remove'],
    messagesEvents['member:remove'],
    relationshipsEvents['member:remove'],
  ),
  'member:list': memberListEvents['member:list'],
  'user:update': inOrder(
    usersEvents['user:update'],
    serversEvents['user:update'],
    relationshipsEvents['user:update'],
    moderationEvents['user:update'],
    messagesEvents['user:update'],
    channelsEvents['user:update'],
    conversationsEvents['user:update'],
    forumsEvents['user:update'],
    laterEvents['user:update'],
  ),
  'relationship:update': inOrder(relationshipsEvents['relationship:update'], mentionEvents['relationship:update']),
  'conversation:update': conversationsEvents['conversation:update'],
  'draft:update': draftsEvents['draft:update'],
  'scheduled:update': laterEvents['scheduled:update'],
  'reminder:update': laterEvents['reminder:update'],
  'reminder:fire': laterEvents['reminder:fire'],
  'me:update': usersEvents['me:update'],
  'settings:update': inOrder(settingsEvents['settings:update'], messagesEvents['settings:update']),
  'report:update': moderationEvents['report:update'],
  'moderation:progress': moderationEvents['moderation:progress'],
  'session:revoked': authEvents['session:revoked'],
};
