/** Every limit that both sides must know. Lengths are in characters (code points), times in the unit of their name. */
export const limits = {
  content: 4_000,
  draftsPerUser: 500,
  /** How many of them `ready` brings, the newest. */
  readyDrafts: 200,
  /** How far ahead somebody may choose a time. */
  laterDays: 366,
  scheduledPerUser: 100,
  remindersPerUser: 100,
  /** How much of a message a reply shows. */
  quote: 200,
  /** Unread mentions of a channel that are counted. */
  unreadMentions: 100,
  /** Users, roles and channels that one message mentions, of each kind. */
  mentions: 50,
  poll: { question: 300, answer: 100, answers: { min: 2, max: 10 }, seconds: { min: 60, max: 32 * 24 * 3_600 } },
  /** Different emoji on one message. */
  reactionKinds: 20,
  emojisPerServer: 250,
  stickersPerServer: 60,
  emojiBytes: 256 * 1_024,
  stickerBytes: 512 * 1_024,
  stickerName: 30,
  /** As they are brought: one that moves is cut out by the server. */
  pictureBytes: 4 * 1_024 * 1_024,
  /** Pixels at most, as they are shown. */
  pictures: { avatar: { width: 512, height: 512 }, banner: { width: 1_200, height: 480 } },
  /** Files of one message. */
  attachments: 10,
  /** Characters, and bytes in UTF-8. */
  fileName: 255,
  altText: 1_000,
  waveform: { min: 16, max: 256 },
  voiceSeconds: 15 * 60,
  /** Of one user, begun and not sent yet. */
  unsentUploads: 30,
  /** Hours after the last byte for which an upload that is not sent is kept. */
  uploadHours: 24,
  /** What an admin may set a bound of storage to: 1 PiB. */
  storageBytes: 2 ** 50,
  /** How many of those that take most room an admin is shown, and how many jobs of a queue that were given up. */
  biggestOwners: 10,
  failedJobs: 50,
  /** Different custom emoji in one message. */
  customEmoji: 100,
  searchQuery: 512,
  pinsPerChannel: 250,
  starredPerUser: 1_000,
  /** How many marks a device that was away hears of. */
  recentMarks: 100,
  /** What is kept of what a message said before, the last ones. */
  editsPerMessage: 100,
  forwardTargets: 10,
  /** Of the preview of a link; `name`: of its site and its author. */
  embed: { title: 256, description: 400, name: 100, alt: 300 },
  username: { min: 2, max: 32 },
  displayName: 32,
  password: { min: 8, max: 128 },
  bio: 300,
  pronouns: 40,
  statusText: 128,
  lookedUpUsers: 100,
  serverName: 100,
  channelName: 100,
  groupIcon: 16,
  /** Everybody in it counted. */
  groupRecipients: 256,
  /** How many conversations `ready` brings; the others are listed page by page. */
  readyConversations: 50,
  pinnedConversations: 50,
  topic: 1_024,
  slowmodeSeconds: 6 * 3_600,
  /** Threads of a server that are not archived. */
  activeThreads: 1_000,
  tagsPerForum: 20,
  tagName: 20,
  tagEmoji: 16,
  tagsPerPost: 5,
  /** Announcement channels that one channel may follow. */
  followedChannels: 10,
  serversPerUser: 100,
  friendsPerUser: 1_000,
  /** Open friend requests that somebody may have made. */
  outgoingRequests: 100,
  /** Open friend requests that may wait for somebody. */
  incomingRequests: 500,
  /** People whom somebody blocks or ignores. */
  hiddenPeople: 1_000,
  serverDescription: 300,
  rulesPerServer: 16,
  rule: 300,
  nickname: 32,
  timeoutDays: 28,
  /** Messages of the last 7 days can go with a ban. */
  banDeleteSeconds: 7 * 24 * 3_600,
  minAccountAgeSeconds: 365 * 24 * 3_600,
  bulkDelete: 100,
  reportComment: 1_000,
  /** Reports that one person may have open. */
  openReports: 50,
  incidentDays: 7,
  incidentSuspects: 2_000,
  incidentChanges: 2_000,
  autoMod: {
    rules: 20,
    /** Patterns cost more than all else that a rule can look for. */
    patternRules: 5,
    nameLength: 100,
    keywordsPerRule: 1_000,
    keywordLength: 60,
    patternsPerRule: 10,
    patternLength: 260,
    allowedPerRule: 100,
    exemptions: 50,
    messageLength: 150,
    mentions: 50,
    repeats: 20,
    repeatSeconds: 3_600,
    raidJoins: 1_000,
    raidSeconds: 3_600,
    raidAccountAge: 365 * 24 * 3_600,
    raidMinutes: 24 * 60,
  },
  channelsPerServer: 500,
  channelsPerCategory: 50,
  rolesPerServer: 250,
  roleName: 100,
  overwritesPerChannel: 500,
  /** How many people a preview of overwrites names. */
  previewMembers: 50,
  auditReason: 512,
  auditActors: 100,
  invitesPerServer: 1_000,
  inviteMaxUses: 10_000,
  inviteMaxSeconds: 365 * 24 * 3_600,
  deliveredPositions: 100,
  /** Rows of a block of the member list, how many blocks one device may watch, and the index of the last block that there may be. */
  memberListBlock: 50,
  memberListBlocks: 4,
  memberListIndex: 100_000,
  /** Channels with more readers show receipts only on request. */
  receiptAudience: 25,
  /** A client that is further behind in versions is told to reset. */
  changesBehind: 2_000,
  /** Of a frame of the socket, and of the body of most routes. */
  frameBytes: 65_536,
  /** Of the body of routes that take long lists. */
  listsBytes: 262_144,
  /** So much punctuation the longest of all lists has, with what its texts may have. More values take longer to read than anybody may wait. */
  bodyValues: 20_000,
  typingSeconds: 5,
  accessTokenSeconds: 15 * 60,
  refreshTokenDays: 60,
  /** A refresh token that was just replaced stays good for two tabs that refresh at once. */
  refreshGraceSeconds: 10,
} as const;

export interface RateLimit {
  /** How many may come at once. */
  burst: number;
  /** How fast they come back. */
  perSecond: number;
}

/** Token buckets: `burst` at once, refilled evenly. `RATE_LIMIT_SCALE` multiplies both. */
export const rateLimits = {
  failedLoginPerAccount: { burst: 10, perSecond: 10 / 900 },
  failedLoginPerAddress: { burst: 30, perSecond: 30 / 900 },
  registrationPerAddress: { burst: 60, perSecond: 60 / 3_600 },
  send: { burst: 100, perSecond: 20 },
  /** Reactions and votes: each is told to everybody in the channel. */
  react: { burst: 30, perSecond: 4 },
  call: { burst: 50, perSecond: 50 },
  /** Of messages: each may read long lists of the index. */
  search: { burst: 20, perSecond: 4 },
  friendRequest: { burst: 20, perSecond: 20 / 600 },
  /** DMs and groups that were not there before. */
  newConversation: { burst: 30, perSecond: 30 / 600 },
  /** Pages that are fetched for the links of one author. */
  preview: { burst: 30, perSecond: 0.5 },
  /** Pictures and other files of the page: a long list has hundreds. */
  file: { burst: 1_000, perSecond: 200 },
  /** Uploads that begin. */
  upload: { burst: 60, perSecond: 1 },
  /** Pictures that are made smaller and written anew. */
  picture: { burst: 20, perSecond: 0.5 },
  publicCallPerAddress: { burst: 100, perSecond: 50 },
} as const satisfies Record<string, RateLimit>;

export type RateLimitName = keyof typeof rateLimits;
