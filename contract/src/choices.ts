// Without schemas: the app offers these before it has loaded what validates them.

/** Minutes without a message after which a thread may be archived. */
export const autoArchiveChoices = [60, 1_440, 4_320, 10_080] as const;

/** Every act that the audit log of a server keeps. */
export const auditActions = [
  'SERVER_UPDATE',
  'OWNER_TRANSFER',
  'SCREENING_UPDATE',
  'CHANNEL_CREATE',
  'CHANNEL_UPDATE',
  'CHANNEL_DELETE',
  'CHANNEL_ORDER',
  'OVERWRITE_UPDATE',
  'OVERWRITE_DELETE',
  'THREAD_UPDATE',
  'THREAD_DELETE',
  'FOLLOWER_ADD',
  'FOLLOWER_REMOVE',
  'ROLE_CREATE',
  'ROLE_UPDATE',
  'ROLE_DELETE',
  'ROLE_ORDER',
  'MEMBER_ROLES',
  'MEMBER_UPDATE',
  'MEMBER_TIMEOUT',
  'MEMBER_KICK',
  'MEMBER_BAN',
  'MEMBER_UNBAN',
  'EMOJI_CREATE',
  'EMOJI_UPDATE',
  'EMOJI_DELETE',
  'STICKER_CREATE',
  'STICKER_UPDATE',
  'STICKER_DELETE',
  'INVITE_CREATE',
  'INVITE_DELETE',
  'MESSAGE_DELETE',
  'MESSAGE_BULK_DELETE',
  'ATTACHMENT_DELETE',
  'MESSAGE_PIN',
  'MESSAGE_UNPIN',
  'REPORT_RESOLVE',
  'INCIDENT_REVERT',
  'AUTOMOD_RULE_CREATE',
  'AUTOMOD_RULE_UPDATE',
  'AUTOMOD_RULE_DELETE',
  'AUTOMOD_BLOCK',
  'AUTOMOD_TIMEOUT',
  'AUTOMOD_RAID_START',
  'AUTOMOD_RAID_END',
] as const;

/** How files of messages are shown, and what an admin may allow or not. */
export const attachmentKinds = ['image', 'video', 'audio', 'document', 'file'] as const;

/** Every act that the log of the installation keeps. */
export const adminActions = ['SETTINGS_UPDATE', 'FILE_DELETE', 'JOB_RETRY', 'JOB_DELETE'] as const;

/** What people may say of what they report. */
export const givenReportCategories = [
  'SPAM',
  'HARASSMENT',
  'HATE',
  'VIOLENCE',
  'SEXUAL',
  'SELF_HARM',
  'ILLEGAL',
  'IMPERSONATION',
  'OTHER',
] as const;
/** MALWARE: what the scanner of files found. */
export const reportCategories = [...givenReportCategories, 'MALWARE'] as const;

export const reportStatuses = ['OPEN', 'RESOLVED', 'DISMISSED'] as const;
