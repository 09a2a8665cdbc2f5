import { randomUUID } from 'node:crypto';
import {
  type Acknowledgement,
  type ClientData,
  type ClientEventName,
  type ClientRequest,
  type Message,
  type Request,
  type Response,
  type Route,
  type SignedIn,
  routes,
} from '@hearth/contract';
import { type Socket, io } from 'socket.io-client';
import { urlOf } from '@/api/call';

type Arguments<R extends Route> = keyof Request<R> extends never ? [] : [Request<R>];

interface Emitter {
  emitWithAck<N extends ClientEventName>(name: N, payload: ClientRequest<N>): Promise<Acknowledgement<ClientData<N>>>;
}

export const PASSWORD = 'correct horse battery';

const PATIENCE = 20_000;

/** Somebody's device that is not the page under test: calls any route and, once connected, sends any event. */
export class Device {
  #socket: Socket | null = null;

  private constructor(
    private readonly origin: string,
    private readonly signedIn: SignedIn,
  ) {}

  static async register(origin: string, username: string): Promise<Device> {
    return new Device(origin, await request(origin, routes.register, { body: { username, password: PASSWORD } }));
  }

  static async login(origin: string, login: string): Promise<Device> {
    return new Device(origin, await request(origin, routes.login, { body: { login, password: PASSWORD } }));
  }

  get userId(): string {
    return this.signedIn.user.id;
  }

  call<R extends Route>(route: R, ...[input]: Arguments<R>): Promise<Response<R>> {
    return request(this.origin, route, input ?? {}, this.signedIn.accessToken);
  }

  /** Resolves when others see this person as being here. */
  async connect(): Promise<this> {
    const socket: Socket = io(this.origin, {
      auth: { token: this.signedIn.accessToken },
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
    });
    this.#socket = socket;
    await new Promise<void>((resolve, reject) => {
      socket.once('ready', () => resolve());
      socket.once('connect_error', reject);
    });
    return this;
  }

  async emit<N extends ClientEventName>(name: N, payload: ClientRequest<N>): Promise<ClientData<N>> {
    if (!this.#socket) throw new Error('This device is not connected');
    const emitter: Emitter = this.#socket.timeout(PATIENCE);
    const answer = await emitter.emitWithAck(name, payload);
    if (!answer.ok) throw new Error(`${name}: ${answer.error.code}`);
    return answer.data;
  }

  send(channelId: string, content: string): Promise<Message> {
    return this.call(routes.createMessage, { params: { channelId }, body: { content, nonce: randomUUID() } });
  }

  /** A whole file, in the request that begins it. Returns its id. */
  async upload(channelId: string, content: string): Promise<string> {
    const metadata = Object.entries({ channelId, name: 'notes.txt' }).map(([name, value]) => `${name} ${btoa(value)}`);
    const answer = await fetch(`${this.origin}${urlOf(routes.createUpload.path, {})}`, {
      method: routes.createUpload.method,
      headers: {
        authorization: `Bearer ${this.signedIn.accessToken}`,
        'content-type': 'application/offset+octet-stream',
        'tus-resumable': '1.0.0',
        'upload-length': String(content.length),
        'upload-metadata': metadata.join(),
      },
      body: content,
      credentials: 'omit',
    });
    if (!answer.ok) throw new Error(`${routes.createUpload.path}: ${await answer.text()}`);
    return answer.headers.get('location')?.split('/').at(-1) ?? '';
  }

  disconnect(): void {
    this.#socket?.disconnect();
  }
}

/** Without cookies, which are the page's. */
async function request<R extends Route>(origin: string, route: R, input: object, token?: string): Promise<Response<R>> {
  const body = 'body' in input ? JSON.stringify(input.body) : null;
  const answer = await fetch(`${origin}${urlOf(route.path, input)}`, {
    method: route.method,
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body,
    credentials: 'omit',
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${route.method} ${route.path}: ${text}`);
  return (text === '' ? undefined : JSON.parse(text)) as Response<R>;
}
