import type { Child } from '../process/child.ts';
import type { GeneratorCommands } from '../load/generator.ts';
import { bareToken } from '../peers/message.ts';
import type { Usage } from '../process/probe.ts';
import { kibibytes, mebibytes, type Row } from '../report.ts';
import { seedPeople, signIn, type Person } from '../seed/people.ts';
import { seedServer } from '../seed/servers.ts';
import { startGenerator } from '../servers.ts';
import type { Side, Stage } from '../stage.ts';
import { deliveryRows, rounds } from './delivery.ts';
import type { Measured } from './measurement.ts';

const MEMBERS_OF_A_SERVER = 200;
const CHANNELS_OF_A_SERVER = 10;
const WARM_UP = 100;
const TARGET_RESIDENT = 512 * 1_024 ** 2;
const TARGET_MORE = 40 * 1_024;
const DELIVERY_ROUNDS = 2;

interface Memory {
  before: Usage;
  after: Usage;
  connected: number;
}

/**
 * People who are connected and silent, in servers of 200 members each, and what that costs the server's process. They connect as browsers
 * do, with compression where the server agrees to it. Then the community connects as well and talks.
 */
export async function measureConnections(stage: Stage): Promise<Measured> {
  const people = await seedIdle(stage);
  // Signing in is done with before the processes start that are looked at.
  const tokens = {
    hearth: await signIn(stage.hearth.url, people),
    bare: people.map((_, index) => bareToken(`quiet${Math.floor(index / MEMBERS_OF_A_SERVER)}`, index + 1)),
  };
  await stage.restart();
  const idle = startGenerator('the idle clients');
  stage.lifecycle.defer(() => idle.stop());
  const memory = { bare: await fill(stage, idle, 'bare', tokens.bare), hearth: await fill(stage, idle, 'hearth', tokens.hearth) };
  await stage.connectAudience();
  const [hearth, bare] = await rounds(stage, DELIVERY_ROUNDS);
  const stillConnected = await idle.call('connected', 'hearth');
  await stage.disconnectAudience();
  await idle.stop();
  const delivery = deliveryRows(stage, `delivery with ${stillConnected} others connected`, hearth, bare);
  return { rows: [...memoryRows(memory), ...delivery.slice(-1)], details: { memory, hearth, bare } };
}

async function seedIdle(stage: Stage): Promise<Person[]> {
  const people: Person[] = [];
  while (people.length < stage.options.connections) {
    const members = await seedPeople(stage.database.hearth, Math.min(MEMBERS_OF_A_SERVER, stage.options.connections - people.length));
    await seedServer(stage.database.hearth, 'Quiet', members, CHANNELS_OF_A_SERVER);
    people.push(...members);
  }
  return people;
}

/** Connects everybody to one side and settles before and after. The first connections load what all of them share. */
async function fill(stage: Stage, idle: Child<GeneratorCommands>, side: Side, tokens: string[]): Promise<Memory> {
  const { child, url } = stage[side];
  const { channelId } = stage.community;
  await idle.call('connect', { name: 'first', url, tokens: tokens.slice(0, WARM_UP), channelId, compress: true });
  await idle.call('disconnect', 'first');
  const before = await child.settle();
  const connected = await idle.call('connect', { name: side, url, tokens, channelId, compress: true });
  const after = await child.settle();
  stage.tell(`${side}: ${connected} connections, ${mebibytes(before.resident)} before, ${mebibytes(after.resident)} after`);
  return { before, after, connected };
}

function memoryRows({ hearth, bare }: Record<Side, Memory>): Row[] {
  const perConnection = ({ before, after, connected }: Memory, name: 'resident' | 'heap'): number =>
    (after[name] - before[name]) / connected;
  const more = perConnection(hearth, 'resident') - perConnection(bare, 'resident');
  return [
    {
      what: `memory of the process with ${hearth.connected} idle connections`,
      target: `< ${mebibytes(TARGET_RESIDENT)}`,
      hearth: mebibytes(hearth.after.resident),
      peer: mebibytes(bare.after.resident),
      ratio: hearth.after.resident / bare.after.resident,
      met: hearth.after.resident < TARGET_RESIDENT,
    },
    {
      what: 'memory of one idle connection of a browser',
      target: `< ${kibibytes(TARGET_MORE)} more`,
      hearth: kibibytes(perConnection(hearth, 'resident')),
      peer: kibibytes(perConnection(bare, 'resident')),
      ratio: perConnection(hearth, 'resident') / perConnection(bare, 'resident'),
      met: more < TARGET_MORE,
    },
    {
      what: 'of which in the heap and buffers',
      hearth: kibibytes(perConnection(hearth, 'heap')),
      peer: kibibytes(perConnection(bare, 'heap')),
      ratio: perConnection(hearth, 'heap') / perConnection(bare, 'heap'),
    },
  ];
}
