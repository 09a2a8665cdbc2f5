import { randomUUID } from 'node:crypto';
import type { Hearth } from './hearth';

export const PASSWORD = 'correct horse battery';

interface Named {
  id: string;
}

/** Somebody who acts without a browser, to make a place in which others meet. */
export class Resident {
  private constructor(
    private readonly url: string,
    readonly id: string,
    private readonly token: string,
  ) {}

  static async register({ url }: Hearth, username: string, displayName: string, way: Record<string, string>): Promise<Resident> {
    const answer = await send(url, 'POST', '/auth/register', { username, displayName, password: PASSWORD, ...way });
    const { user, accessToken } = answer as { user: Named; accessToken: string };
    return new Resident(url, user.id, accessToken);
  }

  call<T = Named>(method: string, path: string, body?: object): Promise<T> {
    return send(this.url, method, path, body, this.token) as Promise<T>;
  }

  say(channelId: string, content: string, attachmentIds: string[] = []): Promise<Named> {
    return this.call('POST', `/channels/${channelId}/messages`, { content, nonce: randomUUID(), attachmentIds });
  }

  /** Brings a file to a channel, for a message. @param words what else is to be said of it */
  async upload(channelId: string, name: string, content: Uint8Array | string, words: Record<string, string> = {}): Promise<string> {
    const bytes = Buffer.from(content);
    const headers = { 'Tus-Resumable': '1.0.0', Authorization: `Bearer ${this.token}` };
    const metadata = Object.entries({ channelId, name, ...words }).map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`);
    const made = await fetch(`${this.url}/api/v1/files`, {
      method: 'POST',
      headers: { ...headers, 'Upload-Length': String(bytes.length), 'Upload-Metadata': metadata.join() },
    });
    const address = new URL(made.headers.get('location') ?? '', this.url);
    const part = { 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': '0' };
    const answer = await fetch(address, { method: 'PATCH', headers: { ...headers, ...part }, body: bytes });
    if (answer.status !== 204) throw new Error(`${name} was answered with ${made.status} and ${answer.status}`);
    return address.pathname.split('/').at(-1) ?? '';
  }
}

async function send(url: string, method: string, path: string, body?: object, token?: string): Promise<unknown> {
  const answer = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) },
    body: body === undefined ? null : JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}

/** Permissions by their places. */
const bits = { KICK: 1n, AUDIT: 7n, VIEW: 10n, MESSAGES: 13n, TIMEOUT: 40n } as const;

const permissions = (...names: (keyof typeof bits)[]): string => names.reduce((sum, name) => sum | (1n << bits[name]), 0n).toString();

export interface Place {
  ada: Resident;
  grace: Resident;
  noor: Resident;
  serverId: string;
  roleId: string;
  generalId: string;
  breadId: string;
  inviteCode: string;
}

export type Home = Pick<Place, 'ada' | 'grace' | 'serverId' | 'generalId' | 'inviteCode'>;

/** Ada's server, with Grace in it. */
export async function buildHome(hearth: Hearth): Promise<Home> {
  const setupToken = new URL(hearth.setupLink).searchParams.get('token') ?? '';
  const ada = await Resident.register(hearth, 'ada', 'Ada Lovelace', { setupToken });
  const server = await ada.call<Named & { channels: Named[] }>('POST', '/servers', { name: 'Harbour Street' });
  const { code } = await ada.call<{ code: string }>('POST', `/servers/${server.id}/invites`, {});
  const grace = await Resident.register(hearth, 'grace', 'Grace Hopper', { inviteCode: code });
  return { ada, grace, serverId: server.id, generalId: server.channels[0]?.id ?? '', inviteCode: code };
}

/** Ada's server with two others in it, a role, a category and something that happened. */
export async function buildPlace(hearth: Hearth): Promise<Place> {
  const home = await buildHome(hearth);
  const { ada, grace, generalId, inviteCode } = home;
  const at = `/servers/${home.serverId}`;
  const noor = await Resident.register(hearth, 'noor', 'نور الهدى', { inviteCode });
  const role = await ada.call('POST', `${at}/roles`, {
    name: 'Moderators',
    color: 0x1abc9c,
    hoist: true,
    permissions: permissions('KICK', 'TIMEOUT', 'AUDIT', 'MESSAGES'),
  });
  await ada.call('PUT', `${at}/members/${grace.id}/roles/${role.id}`);
  const kitchen = await ada.call('POST', `${at}/channels`, { name: 'Kitchen', type: 'CATEGORY' });
  const bread = await ada.call('POST', `${at}/channels`, { name: 'bread', type: 'TEXT', parentId: kitchen.id, topic: 'Rye and wheat' });
  const message = await noor.say(generalId, 'Buy cheap tomatoes, only today');
  await grace.call('POST', '/reports', { messageId: message.id, category: 'SPAM', comment: 'The third time today' });
  return { ...home, noor, roleId: role.id, breadId: bread.id };
}
