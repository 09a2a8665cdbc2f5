/**
 * The bare peer of storing: a Socket.IO acknowledgement around one INSERT that is committed, and an HTTP server around the SELECT of a
 * page. Nobody is asked who they are, nothing is checked, nothing is sent to others.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import pg from 'pg';
import { endWithParent } from '../process/rpc.ts';
import { memberOf, messageOf, type Send } from './message.ts';
import { serveSockets } from './socket-server.ts';

const [ownUrl, historyUrl] = process.argv.slice(2);
const POOL_SIZE = 12;
const PAGE = 50;

const CREATE = `CREATE TABLE IF NOT EXISTS messages (id bigserial PRIMARY KEY, channel_id bigint NOT NULL, author_id bigint NOT NULL,
  content text NOT NULL, nonce uuid NOT NULL, created_at timestamptz NOT NULL DEFAULT now())`;
const INSERT = 'INSERT INTO messages (channel_id, author_id, content, nonce) VALUES ($1, $2, $3, $4) RETURNING id, created_at';
const SELECT = `SELECT m.id, m.channel_id, m.seq, m.version, m.type, m.content, m.nonce, m.created_at, m.edited_at, m.deleted_at,
  u.id AS author_id, u.username, u.display_name, u.avatar
  FROM messages m JOIN users u ON u.id = m.author_id WHERE m.channel_id = $1 AND m.seq < $2 ORDER BY m.seq DESC LIMIT $3`;

const own = new pg.Pool({ connectionString: ownUrl, max: POOL_SIZE });
const history = new pg.Pool({ connectionString: historyUrl, max: POOL_SIZE });

async function page(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://127.0.0.1');
  const channelId = pathname.split('/').at(-2);
  const { rows } = await history.query({ name: 'page', text: SELECT, values: [channelId, searchParams.get('before'), PAGE] });
  response.setHeader('Content-Type', 'application/json').end(JSON.stringify({ messages: rows.reverse() }));
}

const http = createServer((request, response) => {
  if (request.url?.startsWith('/api/')) page(request, response).catch(() => response.writeHead(500).end());
});

endWithParent();
await own.query(CREATE);
await serveSockets((_, socket, token) => {
  const { author } = memberOf(token);
  const send = async (...[payload, acknowledge]: Parameters<Send>): Promise<void> => {
    const { channelId, content, nonce } = payload;
    const { rows } = await own.query<{ id: string; created_at: Date }>({
      name: 'insert',
      text: INSERT,
      values: [channelId, author.id, content, nonce],
    });
    const [row] = rows;
    if (row) acknowledge({ ok: true, data: messageOf(Number(row.id), author, payload, row.created_at) });
  };
  socket.on('message:send', (...args: Parameters<Send>) => void send(...args));
}, http);
