import { RawSocket } from '../load/raw-socket.ts';
import { milliseconds, whole } from '../report.ts';
import { seedPeople, signIn, type Person } from '../seed/people.ts';
import { seedServer } from '../seed/servers.ts';
import type { Stage } from '../stage.ts';
import { median } from '../stats.ts';
import type { Measured } from './measurement.ts';

const SERVERS = 100;
const CHANNELS = 100;
const MEMBERS = 20;
const TARGET_BYTES = 1_000_000;
const REPETITIONS = 7;

const POSTED = 'UPDATE channels SET last_seq = 1200 + id % 9000, version = 1300 + id % 9000 WHERE server_id = ANY($1::bigint[])';
const READ = `INSERT INTO read_states (user_id, channel_id, last_read_seq, last_delivered_seq)
  SELECT $1, id, last_seq - id % 50, last_seq FROM channels WHERE server_id = ANY($2::bigint[])`;

interface Opening {
  bytes: number;
  milliseconds: number;
}

/** Connecting of somebody who is in as many servers and channels as may be, and has read in all of them. */
export async function measureReady(stage: Stage): Promise<Measured> {
  const [person, ...others] = await seedPeople(stage.database.hearth, MEMBERS);
  if (!person) throw new Error('nobody was made');
  await seedServers(stage, person, others);
  const [token = ''] = await signIn(stage.hearth.url, [person]);
  const first = await open(stage.hearth.url, token);
  const later = await stage.profiled('ready', async () => {
    const openings: Opening[] = [];
    for (let index = 0; index < REPETITIONS; index += 1) openings.push(await open(stage.hearth.url, token));
    return openings;
  });
  const bytes = median(later.map((opening) => opening.bytes));
  const time = median(later.map((opening) => opening.milliseconds));
  const size = `ready of ${SERVERS} servers with ${CHANNELS} channels each`;
  return {
    rows: [
      { what: `${size}, bytes on the wire`, target: `< ${whole(TARGET_BYTES)}`, hearth: whole(bytes), met: bytes < TARGET_BYTES },
      { what: `${size}, from connecting`, hearth: milliseconds(time) },
      { what: `${size}, the first time`, hearth: milliseconds(first.milliseconds) },
    ],
    details: { first, later },
  };
}

async function seedServers(stage: Stage, person: Person, others: Person[]): Promise<void> {
  const { hearth } = stage.database;
  const serverIds: string[] = [];
  for (let index = 0; index < SERVERS; index += 1) {
    const owner = others[index % others.length];
    const rest = others.filter((other) => other !== owner);
    const { id } = await seedServer(hearth, `Server ${index + 1}`, [...(owner ? [owner] : []), ...rest, person], CHANNELS);
    serverIds.push(id);
  }
  await hearth.query(POSTED, [serverIds]);
  await hearth.query(READ, [person.id, serverIds]);
  await hearth.query('ANALYZE channels, read_states, members, servers, roles');
}

async function open(url: string, token: string): Promise<Opening> {
  const start = performance.now();
  const socket = await RawSocket.connect({ url, token, compress: true });
  const opening = { bytes: socket.bytesRead, milliseconds: performance.now() - start };
  await socket.close();
  return opening;
}
