import type { ChannelAccess } from '../permissions/permissions.service.js';

/** The rights under which something is written: those of a `ChannelAccess`; without an access version the server's own. */
export interface Guard {
  channel: Pick<ChannelAccess['channel'], 'id' | 'serverId'> & Partial<Pick<ChannelAccess['channel'], 'type'>>;
  accessVersion: number | null;
}

/** Of `m`, a message, and `u`, its author. */
export const COLUMNS = `m.id, m.channel_id, m.seq, m.version, m.type, m.author_id, m.content, m.details, m.nonce, m.created_at, m.edited_at, m.deleted_at,
  m.reply_to_id, m.mention_ids, m.mention_role_ids, m.mention_everyone, m.reactions, m.poll, m.embeds, m.attachments, m.pinned_at,
  u.username, u.display_name, u.avatar`;
/** Of `u`: what the contract calls a `UserSummary`. */
export const USER = 'u.id, u.username, u.display_name AS "displayName", u.avatar';
export const FROM = 'FROM messages m JOIN users u ON u.id = m.author_id';

/** Whose access version guards a channel: that of its server, or its own where it is in none. */
export const RIGHTS = {
  server: {
    from: 'FROM servers s',
    join: 'JOIN servers s ON s.id = c.server_id',
    hold: 's.id = c.server_id AND s.access_version = $2',
    after: '',
  },
  conversation: {
    from: '',
    join: '',
    hold: 'c.server_id IS NULL AND c.access_version = $2',
    // Somebody writes: the conversation comes out of the archive of those who did not mute it.
    after: `, revived AS (
  UPDATE recipients SET archived_at = NULL FROM raised
  WHERE channel_id = $1 AND recipients.archived_at IS NOT NULL AND (muted_until IS NULL OR muted_until < now())
)`,
  },
  /** What the server itself writes needs none. */
  own: { from: '', join: '', hold: '$2::int IS NULL', after: '' },
} as const;

export type Rights = keyof typeof RIGHTS;

export const rightsOf = ({ channel, accessVersion }: Guard): Rights => {
  if (accessVersion === null) return 'own';
  return channel.serverId === null ? 'conversation' : 'server';
};

const forEachRights = (text: (rights: Rights) => string): Record<Rights, string> => ({
  server: text('server'),
  conversation: text('conversation'),
  own: text('own'),
});

export interface ChangeParts {
  /** Assignments to columns of the message; may name `target` (the message before) and what `before` makes. */
  set: string;
  /** Further statements ahead of the change, over `target`, each with a comma before it. */
  before?: string;
  /** When the message changes at all, over `target` and what `before` makes. */
  when?: string;
}

/**
 * Changes the message `$1` under the access version `$2`; what else it takes begins at `$3`. Either writes the message and raises the
 * channel's version, or does neither. The channel is locked first, as by whatever deletes a channel with its messages: in another order
 * the two would wait for each other.
 */
export const changeOf = ({ set, before = '', when = 'true' }: ChangeParts): Record<Rights, string> =>
  forEachRights(
    (rights) => `
WITH target AS (
  SELECT m.* FROM messages m JOIN channels c ON c.id = m.channel_id ${RIGHTS[rights].join}
  WHERE m.id = $1 AND m.deleted_at IS NULL AND ${RIGHTS[rights].hold}
  FOR NO KEY UPDATE OF c FOR UPDATE OF m
)${before}, raised AS (
  UPDATE channels c SET version = c.version + 1 FROM target WHERE c.id = target.channel_id AND ${when} RETURNING c.version
), m AS (
  UPDATE messages SET ${set}, version = raised.version FROM raised, target WHERE messages.id = target.id RETURNING messages.*
)
SELECT ${COLUMNS} FROM m JOIN users u ON u.id = m.author_id`,
  );
