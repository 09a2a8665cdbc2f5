/**
 * The contract's attachment of `f`, a row of `files`, as messages keep it. What is not looked into yet is a file like any other, and nothing
 * of what is in it is shown before the scanner has its say.
 *
 * @param id under which it is shown: that of a copy that is being made is not in the row
 */
export const attachmentOf = (f: string, id = `${f}.id`): string => `jsonb_strip_nulls(jsonb_build_object(
  'id', (${id})::text, 'name', ${f}.name, 'contentType', coalesce(${f}.content_type, 'application/octet-stream'), 'size', ${f}.size, 'kind', 'file',
  'state', CASE WHEN ${f}.state IN ('UPLOADING', 'SCANNING') THEN 'processing' ELSE lower(${f}.state::text) END,
  'alt', ${f}.alt, 'spoiler', CASE WHEN ${f}.spoiler THEN true END,
  'variants', (SELECT coalesce(jsonb_agg(DISTINCT split_part(v.name, '.', 1)), '[]') FROM jsonb_object_keys(${f}.variants) AS v(name)
    WHERE v.name <> 'original')
) || CASE WHEN ${f}.state = 'SCANNING' THEN ${f}.meta - 'text' ELSE ${f}.meta END)`;

/** What a file is sent with: not while it is on its way, and never once something harmful was found in it. */
export const SENDABLE = "('SCANNING', 'PROCESSING', 'READY', 'FAILED')";

/** What a copy shares with what it was made of. The bytes stay where they are. */
const SHARED = ['object_id', 'kind', 'state', 'variants', 'ready_at', 'name', 'content_type', 'size', 'alt', 'spoiler', 'meta'];
/** The columns of a copy, after its id. */
export const COPIED = `owner_id, server_id, channel_id, message_id, position, bytes, ${SHARED.join(', ')}`;
export const sharedOf = (f: string): string => SHARED.map((column) => `${f}.${column}`).join(', ');

/** Parts of the statement that stores messages, where some of them have files. */
export interface FileParts {
  before: string;
  when: string;
  column: string;
  value: string;
  returning: string;
  after: string;
}

export const NO_FILES: FileParts = { before: '', when: '', column: '', value: '', returning: '', after: '' };

/**
 * Files become those of their messages, or are copied for them, all or nothing is stored: one that was sent or deleted in between is no
 * longer found. The channel is locked before them, as by whatever deletes a message with its files.
 *
 * @param parameter the first of three: the number of the message, the id of the row, and for a copy the id that it gets
 */
export const withFiles = (parameter: (index: number) => string): FileParts => ({
  before: `locked AS MATERIALIZED (SELECT c.id FROM channels c WHERE c.id = $1 FOR NO KEY UPDATE), found AS MATERIALIZED (
  SELECT f.*, w.n, w.copy_id, w.place
  FROM locked CROSS JOIN unnest(${parameter(0)}::int[], ${parameter(1)}::bigint[], ${parameter(2)}::bigint[])
    WITH ORDINALITY AS w(n, file_id, copy_id, place)
  JOIN files f ON f.id = w.file_id JOIN input i ON i.n = w.n
  WHERE f.state IN ${SENDABLE}
    AND CASE WHEN w.copy_id IS NULL THEN f.message_id IS NULL AND f.owner_id = i.author_id ELSE f.message_id IS NOT NULL END
  FOR NO KEY UPDATE OF f
), `,
  when: ` AND (SELECT count(*) FROM found) = cardinality(${parameter(0)}::int[])`,
  column: ', attachments',
  value: `, (SELECT jsonb_agg(${attachmentOf('f', 'coalesce(f.copy_id, f.id)')} ORDER BY f.place) FROM found f WHERE f.n = i.n)`,
  returning: ', attachments',
  after: `, claimed AS (
  UPDATE files SET message_id = i.id, channel_id = $1, position = f.place
  FROM found f JOIN input i ON i.n = f.n CROSS JOIN raised WHERE files.id = f.id AND f.copy_id IS NULL
), copied AS (
  INSERT INTO files (id, ${COPIED})
  SELECT f.copy_id, i.author_id, (SELECT server_id FROM channels WHERE id = $1), $1, i.id, f.place, greatest(f.bytes, f.size), ${sharedOf('f')}
  FROM found f JOIN input i ON i.n = f.n CROSS JOIN raised WHERE f.copy_id IS NOT NULL
)`,
});
