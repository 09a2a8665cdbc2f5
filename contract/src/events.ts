import * as z from 'zod';
import { auditReason } from './audit-log.js';
import { channel, readChannelBody, readState, receipt } from './channels.js';
import { conversation, conversationState } from './conversations.js';
import { draft } from './drafts.js';
import { reactionEmoji } from './emoji.js';
import { expression } from './expressions.js';
import { counter, id, seq, timestamp } from './ids.js';
import { unreadMentions } from './inbox.js';
import { limits } from './limits.js';
import { messageMark } from './marks.js';
import { memberWindow, memberWindowChange, watchMembers } from './member-list.js';
import { createMessageBody, editMessageBody, message } from './messages.js';
import type { problem } from './errors.js';
import { reminder } from './reminders.js';
import { scheduledMessage } from './scheduled.js';
import { relationship } from './relationships.js';
import { reportStatus } from './reports.js';
import { joinedServer, member, role, server } from './servers.js';
import { chosenStatus, me, presence, settings, userSummary } from './users.js';

const nothing = z.null();

/** What a client may send, with the data that its acknowledgement carries. */
export const clientEvents = {
  'message:send': {
    payload: createMessageBody.safeExtend({ channelId: id }),
    data: message,
  },
  'message:edit': {
    payload: editMessageBody.extend({ messageId: id }),
    data: message,
  },
  'message:delete': { payload: z.object({ messageId: id, reason: auditReason.optional() }), data: message },
  'reaction:add': { payload: z.object({ messageId: id, emoji: reactionEmoji }), data: message },
  /** An own one. */
  'reaction:remove': { payload: z.object({ messageId: id, emoji: reactionEmoji }), data: message },
  'channel:delivered': {
    payload: z.object({
      positions: z
        .array(z.object({ channelId: id, seq }))
        .min(1)
        .max(limits.deliveredPositions),
    }),
    data: nothing,
  },
  'channel:read': {
    payload: readChannelBody.extend({ channelId: id }),
    data: nothing,
  },
  /** The part of the member list that is on screen from now on, instead of the one before; null: none. */
  'server:subscribe': { payload: watchMembers, data: memberWindow.nullable() },
  'typing:start': { payload: z.object({ channelId: id }), data: nothing },
  'typing:stop': { payload: z.object({ channelId: id }), data: nothing },
  /** `status` is chosen for the account and kept; `active: false` says that nobody is at this device now. */
  'presence:update': {
    payload: z.object({
      status: chosenStatus.optional(),
      active: z.boolean().optional(),
    }),
    data: nothing,
  },
} as const satisfies Record<string, { payload: z.ZodType; data: z.ZodType }>;

export type ClientEventName = keyof typeof clientEvents;
export type ClientPayload<N extends ClientEventName> = z.output<(typeof clientEvents)[N]['payload']>;
export type ClientRequest<N extends ClientEventName> = z.input<(typeof clientEvents)[N]['payload']>;
export type ClientData<N extends ClientEventName> = z.output<(typeof clientEvents)[N]['data']>;

export type Acknowledgement<T> = { ok: true; data: T } | { ok: false; error: z.infer<typeof problem> };

const messageChange = z.object({ channelId: id, version: seq, message });

/** What one user has on a message now: the emoji of their reactions, or the answers that they voted for. */
const actor = z.object({ userId: id, reactions: z.array(z.string()).optional(), votes: z.array(z.number().int()).optional() });
export type MessageActor = z.infer<typeof actor>;

/** Everything a client needs after connecting; whatever follows are changes to it. */
export const ready = z
  .object({
    user: me,
    sessionId: id,
    servers: z.array(joinedServer),
    /** Those that the user joined and that are not archived. */
    threads: z.array(channel),
    readStates: z.array(readState),
    mentions: z.array(unreadMentions),
    /** Those of the user, of friends and of people in conversations with the user who are not offline. */
    presences: z.array(presence),
    relationships: z.array(relationship),
    /** Those that are not archived, up to a limit, in the order in which they are shown. */
    conversations: z.array(conversation),
    /** The newest ones, in channels that the user may see. */
    drafts: z.array(draft),
    settings,
  })
  .meta({ id: 'Ready' });
export type Ready = z.infer<typeof ready>;

/** What the server sends. Nothing in an event depends on its reader, except in those sent to one user's own room. */
export const singleServerEvents = {
  ready,
  /** `direct`: in a DM or group, which a device that does not hold it yet then loads. */
  'message:new': messageChange.extend({ direct: z.literal(true).optional() }),
  /** `actor`: who reacted or voted, for their own other devices. */
  'message:update': messageChange.extend({ actor: actor.optional() }),
  'message:delete': messageChange,
  /** Tombstones, by seq ascending; each has a version of its own, `fromVersion` the first and `version` the last. */
  'message:bulk-delete': z.object({
    channelId: id,
    ids: z.array(id).min(1),
    seqs: z.array(seq).min(1),
    fromVersion: seq,
    version: seq,
    deletedAt: timestamp,
  }),
  /** Own room: what the user marked a message with, on whichever device. */
  'message:mark': messageMark,
  'channel:versions': z.object({
    channels: z.array(z.object({ channelId: id, version: counter, lastSeq: counter })),
  }),
  'channel:receipts': z.object({ channelId: id, receipts: z.array(receipt) }),
  /** Own room: another device read, or marked unread. */
  'channel:read': readState,
  /** `active: false`: stopped. Ends by itself 5 s after the last one. */
  typing: z.object({ channelId: id, userId: id, active: z.boolean() }),
  presence,
  /** Own room: the user made or joined a server. */
  'server:create': joinedServer,
  'server:update': server,
  /** The server is gone, or the user is no longer in it. */
  'server:delete': z.object({ serverId: id }),
  /** `assigned`: it came back with those who had it, so that what is held of members is out of date. */
  'role:create': z.object({ serverId: id, role, assigned: z.boolean().optional() }),
  'role:update': z.object({ serverId: id, role }),
  /** Its overwrites and assignments are gone with it. */
  'role:delete': z.object({ serverId: id, roleId: id }),
  /** The places of all roles. */
  'role:order': z.object({ serverId: id, roles: z.array(z.object({ id, position: z.number().int() })) }),
  'expression:create': expression,
  'expression:update': expression,
  'expression:delete': z.object({ serverId: id, expressionId: id }),
  'channel:create': channel,
  'channel:update': channel,
  /** Gone, or the user may not see it any more. */
  'channel:delete': z.object({ serverId: id.nullable(), channelId: id }),
  /** Own room: the user is in a thread now, or one they are in is active again. */
  'channel:join': z.object({ channel, readState }),
  /** Own room: the user left a thread. */
  'channel:leave': z.object({ channelId: id }),
  /** Own room: another device pinned, archived or muted a DM or group. */
  'conversation:update': conversationState,
  /** Own room: what is written in a channel and not sent, on whichever device. */
  'draft:update': draft,
  /** Own room: a message waits for its time, was changed or refused. Null: it was sent, or deleted. */
  'scheduled:update': z.object({ scheduledId: id, channelId: id, scheduled: scheduledMessage.nullable() }),
  /** Own room: null: it was deleted. */
  'reminder:update': z.object({ reminderId: id, reminder: reminder.nullable() }),
  /** Own room: its time has come. */
  'reminder:fire': reminder,
  'member:add': member,
  'member:update': member,
  'member:remove': z.object({ serverId: id, userId: id }),
  /** To devices with this part of the list on screen. */
  'member:list': memberWindowChange,
  'user:update': userSummary,
  /** Own room. Neither a type nor ignored: it ended. */
  'relationship:update': relationship,
  /** Own room: what only the own devices see of the account. */
  'me:update': me,
  /** Own room. */
  'settings:update': settings,
  /** Rooms of those who may see the reports of a server: one came, or was decided on. */
  'report:update': z.object({ serverId: id, reportId: id, status: reportStatus }),
  /** Own room: how far work is that the user began. `targetId`: who was banned, or the incident. */
  'moderation:progress': z.object({
    serverId: id,
    kind: z.enum(['BAN', 'INCIDENT']),
    targetId: id,
    status: z.enum(['RUNNING', 'DONE', 'FAILED']),
    done: counter,
    total: counter,
  }),
  /** Own room, before the socket ends; the client of that session signs out. */
  'session:revoked': z.object({ sessionId: id }),
} as const satisfies Record<string, z.ZodType>;

export type SingleServerEventName = keyof typeof singleServerEvents;
export type ServerPayload<N extends SingleServerEventName> = z.output<(typeof singleServerEvents)[N]>;

/** One event inside an `events` frame. */
export type ServerEventEntry = {
  [N in SingleServerEventName]: [name: N, payload: ServerPayload<N>];
}[SingleServerEventName];

const eventName = z.enum(Object.keys(singleServerEvents) as [SingleServerEventName, ...SingleServerEventName[]]);

/** `events`: several events in one frame, in order, handled as if each had come alone. */
export const serverEvents = {
  ...singleServerEvents,
  events: z.array(z.tuple([eventName, z.unknown()])).transform((list) => list as ServerEventEntry[]),
} as const;

export type ServerEventName = keyof typeof serverEvents;

/** The two maps in the form that Socket.IO's types take. */
export type ServerToClientEvents = {
  [N in SingleServerEventName]: (payload: ServerPayload<N>) => void;
} & {
  events: (list: ServerEventEntry[]) => void;
};
export type ClientToServerEvents = {
  [N in ClientEventName]: (payload: ClientRequest<N>, acknowledge: (answer: Acknowledgement<ClientData<N>>) => void) => void;
};
