import * as z from 'zod';
import { givenTimestamp, id, timestamp } from './ids.js';
import { limits } from './limits.js';
import { longText, nameText } from './text.js';
import { noContent, route } from './route.js';

/** 2 to 32 of `a-z 0-9 _ .`; capitals are folded. */
export const username = z
  .string()
  .max(limits.username.max * 2)
  .transform((name) => name.trim().toLowerCase())
  .pipe(
    z
      .string()
      .min(limits.username.min, {
        error: `at least ${limits.username.min} characters`,
      })
      .max(limits.username.max, {
        error: `at most ${limits.username.max} characters`,
      })
      .regex(/^[a-z0-9_.]+$/, {
        error: 'only letters a to z, digits, _ and .',
      }),
  );

export const displayName = nameText(1, limits.displayName);

/** What a person chose; `invisible` looks `offline` to everybody else. */
export const chosenStatus = z.enum(['online', 'idle', 'dnd', 'invisible']);
export type ChosenStatus = z.infer<typeof chosenStatus>;

export const presenceStatus = z.enum(['online', 'idle', 'dnd', 'offline']);
export type PresenceStatus = z.infer<typeof presenceStatus>;

export const presence = z
  .object({
    userId: id,
    status: presenceStatus,
    lastSeenAt: timestamp.nullable(),
    text: z.string(),
    textExpiresAt: timestamp.nullable(),
  })
  .meta({ id: 'Presence', description: '`lastSeenAt` is set while offline; then `text`, what they say of themselves, is empty' });
export type Presence = z.infer<typeof presence>;

/** A person as others see them everywhere: beside a message, in a list. */
export const userSummary = z
  .object({
    id,
    username: z.string(),
    displayName: z.string(),
    avatar: z.string().nullable(),
  })
  .meta({
    id: 'UserSummary',
    description:
      '`avatar` is the id of a file, behind `a_` if the picture moves: `GET /files/:id/icon` (128 pixels, still) and `/picture`; of one that moves also `/motion` (128) and `/still`',
  });
export type UserSummary = z.infer<typeof userSummary>;

/** 24 bits of RGB. */
export const color = z.number().int().min(0).max(0xffffff);

export const userProfile = userSummary
  .extend({ bio: z.string(), pronouns: z.string(), bannerColor: color.nullable(), banner: z.string().nullable(), createdAt: timestamp })
  .meta({ id: 'UserProfile', description: '`banner` as `avatar`: `GET /files/:id/picture`, and `/still` of one that moves' });
export type UserProfile = z.infer<typeof userProfile>;

/** Somebody as their card shows them to one reader. */
export const profile = userProfile
  .extend({
    presence,
    mutualServers: z.array(z.object({ id, nickname: z.string().nullable() })),
    mutualFriends: z.array(userSummary),
  })
  .meta({ id: 'Profile', description: '`nickname` is theirs in that server. Of oneself both lists are empty' });
export type Profile = z.infer<typeof profile>;

/** The signed-in user's own account. */
export const me = userProfile
  .extend({
    email: z.string().nullable(),
    isAdmin: z.boolean(),
    status: chosenStatus,
    statusText: z.string(),
    statusExpiresAt: timestamp.nullable(),
  })
  .meta({ id: 'Me', description: '`statusText` is what the user says of themselves now, until `statusExpiresAt`' });
export type Me = z.infer<typeof me>;

export const settings = z
  .object({
    theme: z.enum(['system', 'light', 'dark']),
    contrast: z.enum(['system', 'normal', 'high']),
    /** Pixels of message text. */
    fontSize: z.number().int().min(12).max(24),
    reducedMotion: z.enum(['system', 'on']),
    /** BCP 47; null follows the browser. */
    language: z.enum(['en', 'ar', 'fa', 'ru']).nullable(),
    /** Who may begin a conversation: everyone, members of shared servers and friends, or friends alone. */
    directMessages: z.enum(['everyone', 'servers', 'friends']),
    /** Who may ask to be friends. */
    friendRequests: z.enum(['everyone', 'servers', 'nobody']),
    /** Whether messages show previews of their links. */
    linkPreviews: z.boolean(),
    /** Whether others are told how far one has read. Who keeps that to themselves is not told either how far others have. */
    readReceipts: z.boolean(),
  })
  .meta({ id: 'Settings' });
export type Settings = z.infer<typeof settings>;

export const defaultSettings: Settings = {
  theme: 'system',
  contrast: 'system',
  fontSize: 15,
  reducedMotion: 'system',
  language: null,
  directMessages: 'servers',
  friendRequests: 'everyone',
  linkPreviews: true,
  readReceipts: true,
};

const userParams = z.object({ userId: id });
const tag = 'users';

export const getMe = route({
  method: 'GET',
  path: '/users/me',
  tag,
  summary: 'The signed-in user',
  response: me,
});

export const updateMe = route({
  method: 'PATCH',
  path: '/users/me',
  tag,
  summary: 'Change the own profile',
  body: z
    .object({
      displayName: displayName.optional(),
      bio: longText(0, limits.bio).optional(),
      pronouns: nameText(0, limits.pronouns).optional(),
      bannerColor: color.nullable().optional(),
      statusText: nameText(0, limits.statusText).optional(),
      statusExpiresAt: givenTimestamp.nullable().optional(),
    })
    .meta({
      id: 'UpdateMe',
      description: 'A `statusText` without `statusExpiresAt` stays until it is changed',
    }),
  response: me,
});

export const deleteMe = route({
  method: 'DELETE',
  path: '/users/me',
  tag,
  summary: 'Delete the own account, with the own password. Its files go with it, and what it wrote where that is asked for',
  body: z
    .object({ password: z.string().min(1).max(limits.password.max), deleteMessages: z.boolean().default(false) })
    .meta({ id: 'DeleteMe', description: 'Messages that stay show `Deleted user` as their author' }),
  response: noContent,
  errors: ['PASSWORD_WRONG', 'OWNS_SERVERS', 'LAST_ADMIN'],
});

export const getSettings = route({
  method: 'GET',
  path: '/users/me/settings',
  tag,
  summary: 'The own settings',
  response: settings,
});

export const updateSettings = route({
  method: 'PATCH',
  path: '/users/me/settings',
  tag,
  summary: 'Change settings; the other devices follow',
  body: settings.partial().meta({ id: 'UpdateSettings' }),
  response: settings,
});

export const getUser = route({
  method: 'GET',
  path: '/users/:userId',
  tag,
  summary: 'The profile of somebody with whom the caller shares a server or a conversation, or who is among their relationships',
  params: userParams,
  response: profile,
  errors: ['NOT_FOUND'],
});

export const getUserPresence = route({
  method: 'GET',
  path: '/users/:userId/presence',
  tag,
  summary: 'The presence of somebody with whom the caller shares a server, a friendship or a conversation',
  params: userParams,
  response: presence,
  errors: ['NOT_FOUND'],
});

export const searchUsers = route({
  method: 'GET',
  path: '/users',
  tag,
  summary: 'People whose profiles the caller may see, by the beginning of a name',
  query: z.object({ query: nameText(1, limits.displayName) }),
  response: z.object({ users: z.array(userSummary) }),
});

export const lookUpUsers = route({
  method: 'POST',
  path: '/users/lookup',
  tag,
  summary: `What those are called of up to ${limits.lookedUpUsers} users whose profiles the caller may see; others are left out`,
  body: z.object({ ids: z.array(id).min(1).max(limits.lookedUpUsers) }).meta({ id: 'LookUpUsers' }),
  response: z.object({ users: z.array(userSummary) }),
  status: 200,
});

export const userRoutes = {
  getMe,
  updateMe,
  deleteMe,
  getSettings,
  updateSettings,
  getUser,
  getUserPresence,
  searchUsers,
  lookUpUsers,
};
