import {
  errorCode,
  errorCodes,
  noContent,
  routeStatus,
  type Acknowledgement,
  type ClientEventName,
  type ErrorCode,
  type Problem,
  type Route,
} from '@hearth/contract';
import { ServersService } from '../../src/servers/servers.service.js';
import { TestSocket } from '../test-socket.js';
import type { Scene } from './scene.js';

/** What a row sends, as far as any route takes it. */
export interface Sent {
  params?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: object;
  headers?: Record<string, string>;
}

/** Why a call was refused; null when it was not. */
export type Refusal = ErrorCode | null;

type Method = 'get' | 'head' | 'post' | 'patch' | 'put' | 'delete';

/** The server or channel that a path names beside a thing in it. */
export function placeOf({ path }: Route): 'serverId' | 'channelId' | null {
  const [first, ...others] = [...path.matchAll(/:(\w+)/g)].map(([, parameter]) => parameter);
  return others.length > 0 && (first === 'serverId' || first === 'channelId') ? first : null;
}

/** Calls over REST, as the case says, and holds a success to what the route promises. */
export async function callRoute(scene: Scene, route: Route, sent: Sent): Promise<Refusal> {
  const { params = {}, query = {}, body, headers = {} } = await bend(scene, route, sent);
  const path = route.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const api = scene.actor.who === 'nobody' ? scene.hearth.api : scene.hearth.api.as(scene.caller);
  const answer = await api
    .send(route.method.toLowerCase() as Method, path, body)
    .query(query)
    .set(headers);
  if (route.method === 'HEAD' && answer.status >= 400) return codeOf(answer.status);
  if (answer.type === 'application/problem+json') return errorCode.parse((answer.body as Problem).code);
  if (answer.status !== routeStatus(route)) throw new Error(`${route.method} ${path} answered ${answer.status}`);
  const isEmpty = route.response === noContent;
  route.response.parse(isEmpty ? undefined : answer.type === 'application/json' ? answer.body : answer.text);
  return null;
}

/** Of an answer that has no body to say it: the first one with this status. */
function codeOf(status: number): ErrorCode {
  const found = Object.entries(errorCodes).find(([, [one]]) => one === status);
  return errorCode.parse(found?.[0]);
}

/** Sends an event over a socket. Nobody gets as far: they are refused in the handshake. */
export async function sendEvent(scene: Scene, name: ClientEventName, payload: unknown): Promise<Refusal> {
  if (scene.actor.who === 'nobody') return refusedHandshake(scene);
  const socket = await scene.world.socketOf(scene.caller);
  const answer = (await socket.send(name, payload)) as Acknowledgement<unknown>;
  return answer.ok ? null : answer.error.code;
}

async function bend(scene: Scene, route: Route, sent: Sent): Promise<Sent> {
  if (scene.actor.sends === 'nonsense') return { ...sent, body: [] };
  const place = placeOf(route);
  if (scene.actor.sends !== 'request elsewhere' || !place) return sent;
  const { id, channels } = await scene.hearth.get(ServersService).create(scene.caller, 'Elsewhere');
  const [general] = channels;
  return { ...sent, params: { ...sent.params, [place]: (place === 'serverId' ? id : general?.id) ?? '' } };
}

async function refusedHandshake({ hearth }: Scene): Promise<Refusal> {
  const refusal: unknown = await TestSocket.connect(hearth.url, undefined).catch((fault: unknown) => fault);
  if (refusal instanceof TestSocket) return null;
  return errorCode.parse((refusal as { data?: Problem }).data?.code);
}
