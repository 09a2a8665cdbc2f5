/** The addresses of the app's screens. */
export const paths = {
  home: '/',
  setup: '/setup',
  login: '/login',
  register: '/register',
  invite: (code: string) => `/invite/${encodeURIComponent(code)}`,
  /** The list of channels on phones; elsewhere leads on to a channel. */
  server: (serverId: string) => `/servers/${serverId}`,
  /** Leads on to a channel, on phones too. */
  enterServer: (serverId: string) => `/servers/${serverId}/enter`,
  conversations: '/conversations',
  friends: '/friends',
  inbox: '/inbox',
  starred: '/starred',
  /** Without a server: a DM or group. */
  channel: (serverId: string | null, channelId: string) =>
    serverId === null ? `/conversations/${channelId}` : `/servers/${serverId}/channels/${channelId}`,
  /** A thread beside its channel. */
  thread: (serverId: string | null, channelId: string, threadId: string): string =>
    `${paths.channel(serverId, channelId)}?thread=${threadId}`,
  /** Where a message stands, in its channel. */
  message: (serverId: string | null, channelId: string, seq: number): string => `${paths.channel(serverId, channelId)}?at=${seq}`,
} as const;

/** The link that is given to somebody else. */
export const inviteLink = (code: string): string => new URL(paths.invite(code), location.origin).href;

const INVITE = /^(?:.*\/invite\/)?([\w-]{1,64})\/?(?:[?#].*)?$/;

/** The code in what somebody pasted: a whole link or the code alone; null if there is none. */
export const inviteCodeIn = (text: string): string | null => INVITE.exec(text.trim())?.[1] ?? null;
