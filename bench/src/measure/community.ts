import { permissionsOf } from '@hearth/contract';
import { RawSocket } from '../load/raw-socket.ts';
import { milliseconds, whole, type Row } from '../report.ts';
import { seedCommunity, type SeededCommunity, type Size } from '../seed/community.ts';
import { seedPeople, signIn } from '../seed/people.ts';
import type { Stage } from '../stage.ts';
import { interleave, median } from '../stats.ts';
import type { Measured } from './measurement.ts';

const SMALL: Size = { members: 10, channels: 5, roles: 3 };
const LARGE: Size = { members: 10_000, channels: 500, roles: 100 };
/** As many people are connected to the small server as to the large one, so that only the sizes differ. */
const CONNECTED = 10;
const ROUNDS = 25;
const WARM_UP = 5;
const TARGET = 2;

interface Place {
  url: string;
  server: SeededCommunity;
  tokens: string[];
  owner: string;
  sockets: RawSocket[];
}

type Act = (place: Place, round: number) => Promise<void>;

const acts: Record<string, Act> = {
  '`ready`': async ({ url, tokens }, round) => {
    const socket = await RawSocket.connect({ url, token: tokens[round % CONNECTED] ?? '', compress: true });
    await socket.close();
  },
  'opening a channel': async ({ url, server, sockets, owner }) => {
    const channelId = server.channelIds[0] ?? '';
    await Promise.all([
      call(url, 'GET', `/channels/${channelId}/messages?limit=50`, owner),
      emit(sockets[0], 'server:subscribe', { serverId: server.id, channelId, blocks: [0] }),
    ]);
  },
  'a new colour of a role': ({ url, server, owner }, round) =>
    call(url, 'PATCH', `/servers/${server.id}/roles/${server.roleIds[0]}`, owner, { color: 1_000 + round }),
  'another permission of a role': ({ url, server, owner }, round) =>
    call(url, 'PATCH', `/servers/${server.id}/roles/${server.roleIds[0]}`, owner, {
      permissions: permissionsOf(...bits(round)).toString(),
    }),
  'a role that shows its members all channels': ({ url, server, owner }, round) =>
    call(url, 'PATCH', `/servers/${server.id}/roles/${server.roleIds[1]}`, owner, {
      permissions: permissionsOf(...(round % 2 === 0 ? (['VIEW_CHANNEL'] as const) : (['SEND_MESSAGES'] as const))).toString(),
    }),
};

const bits = (round: number) => (round % 2 === 0 ? (['SEND_MESSAGES', 'ATTACH_FILES'] as const) : (['SEND_MESSAGES'] as const));

/** What a server of 10,000 members, 500 channels and 100 roles costs beside a small one. */
export async function measureCommunity(stage: Stage): Promise<Measured> {
  const small = await openPlace(stage, 'Small', SMALL);
  const large = await openPlace(stage, 'Large', LARGE);
  const rows: Row[] = [];
  const details: Record<string, unknown> = {};
  for (const [name, act] of Object.entries(acts)) {
    const times = await stage.profiled(name.replaceAll(/\W+/g, '-'), () => timesOf(act, [small, large]));
    const [ours = [], theirs = []] = times.map((list) => list.slice(WARM_UP));
    const [few, many] = [median(ours), median(theirs)];
    rows.push({
      what: `${name} in a server of ${whole(LARGE.members)} members, ${LARGE.channels} channels, ${LARGE.roles} roles (peer: ${SMALL.members}, ${SMALL.channels}, ${SMALL.roles})`,
      target: `< ${TARGET} times`,
      hearth: milliseconds(many),
      peer: milliseconds(few),
      ratio: many / few,
      met: many / few < TARGET,
    });
    details[name] = { small: ours, large: theirs };
  }
  for (const { sockets } of [small, large]) await Promise.all(sockets.map((socket) => socket.close()));
  return { rows, details };
}

const timesOf = (act: Act, places: Place[]) =>
  interleave(WARM_UP + ROUNDS, places, async (place, round) => {
    const start = performance.now();
    await act(place, round);
    return performance.now() - start;
  });

async function openPlace(stage: Stage, name: string, size: Size): Promise<Place> {
  const { url } = stage.hearth;
  const people = await seedPeople(stage.database.hearth, size.members);
  const server = await seedCommunity(stage.database.hearth, name, people, size);
  const tokens = await signIn(url, people.slice(0, CONNECTED));
  const sockets = await Promise.all(tokens.map((token) => RawSocket.connect({ url, token, compress: true })));
  return { url, server, tokens, owner: tokens[0] ?? '', sockets };
}

async function call(url: string, method: string, path: string, token: string, body?: object): Promise<void> {
  const answer = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: { Authorization: `Bearer ${token}`, ...(body && { 'Content-Type': 'application/json' }) },
    body: body ? JSON.stringify(body) : null,
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path} was answered ${answer.status}: ${text}`);
}

function emit(socket: RawSocket | undefined, name: string, payload: unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    socket?.emit(name, payload, (ok, answer) => (ok ? resolve() : reject(new Error(`${name}: ${answer()}`))));
  });
}
