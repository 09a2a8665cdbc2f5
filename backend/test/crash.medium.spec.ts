import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Acknowledgement, JoinedServer, Message, SignedIn } from '@hearth/contract';
import { io, type Socket } from 'socket.io-client';
import { startHearth, type HearthProcess } from './hearth-process.js';

const MESSAGES = 1_000;
const SENDERS = 5;
const KILL_AFTER = 350;
const PATIENCE = 2_000;

let folder: string;
let hearth: HearthProcess;
let environment: Record<string, string>;
let token: string;
let channelId: string;

async function call<T>(method: string, url: string, body?: unknown): Promise<T> {
  const response = await fetch(`${hearth.url}/api/v1${url}`, {
    method,
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hearth-crash-'));
  environment = { DATA_DIR: folder, PORT: '0', RATE_LIMIT_SCALE: '0' };
  hearth = await startHearth(environment);
  // The same port again after the crash, as a browser would find it.
  environment['PORT'] = new URL(hearth.url).port;
  const account = { username: 'ada', password: 'correct horse battery', setupToken: hearth.setupToken };
  token = (await call<SignedIn>('POST', '/auth/register', account)).accessToken;
  channelId = (await call<JoinedServer>('POST', '/servers', { name: 'Crash' })).channels[0]?.id ?? '';
}, 90_000);

afterAll(async () => {
  await hearth.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Sends until it is acknowledged, always with the same nonce. */
async function sendUntilAcknowledged(socket: Socket, content: string): Promise<Message> {
  const nonce = randomUUID();
  for (;;) {
    const answer = await attempt(socket, { channelId, content, nonce });
    if (answer?.ok) return answer.data;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const attempt = (socket: Socket, payload: object): Promise<Acknowledgement<Message> | undefined> =>
  socket
    .timeout(PATIENCE)
    .emitWithAck('message:send', payload)
    .catch(() => undefined) as Promise<Acknowledgement<Message> | undefined>;

async function readAll(): Promise<Message[]> {
  const all: Message[] = [];
  for (;;) {
    const page = await call<{ messages: Message[]; hasMore: boolean }>(
      'GET',
      `/channels/${channelId}/messages?limit=100&after=${all.at(-1)?.seq ?? 0}`,
    );
    all.push(...page.messages);
    if (!page.hasMore) return all;
  }
}

it('keeps every acknowledged message, once and in order, when the server is killed in the middle of 1,000 sends', async () => {
  const acknowledged = new Map<string, Message>();
  let crash: Promise<void> | undefined;
  const crashOnce = async () => {
    await hearth.kill();
    hearth = await startHearth(environment);
  };
  const send = async (sender: number) => {
    const socket = io(hearth.url, {
      auth: { token },
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelay: 100,
      reconnectionDelayMax: 300,
    });
    for (let index = 0; index < MESSAGES / SENDERS; index += 1) {
      const content = `${sender}-${index}`;
      acknowledged.set(content, await sendUntilAcknowledged(socket, content));
      if (acknowledged.size >= KILL_AFTER) crash ??= crashOnce();
    }
    socket.disconnect();
  };
  await Promise.all(Array.from({ length: SENDERS }, (_, sender) => send(sender)));
  await crash;
  expect(crash).toBeDefined();

  const stored = await readAll();
  expect(stored.map(({ seq }) => seq)).toEqual(Array.from({ length: MESSAGES }, (_, index) => index + 1));
  expect(new Set(stored.map(({ content }) => content)).size).toBe(MESSAGES);
  const byContent = new Map(stored.map((message) => [message.content, message]));
  for (const [content, message] of acknowledged) expect(byContent.get(content)).toEqual(message);
  // Each sender's own messages stand in the order in which they were sent.
  for (let sender = 0; sender < SENDERS; sender += 1) {
    const own = stored.map(({ content }) => content).filter((content) => content.startsWith(`${sender}-`));
    expect(own).toEqual(Array.from({ length: MESSAGES / SENDERS }, (_, index) => `${sender}-${index}`));
  }
}, 120_000);
