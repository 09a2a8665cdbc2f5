import { setTimeout as sleep } from 'node:timers/promises';
import { mebibytes, milliseconds, whole, type Row } from '../report.ts';
import { seedPeople, signIn, type Person } from '../seed/people.ts';
import { seedServer } from '../seed/servers.ts';
import { startGenerator } from '../servers.ts';
import type { Stage } from '../stage.ts';
import { percentiles } from '../stats.ts';
import type { Measured } from './measurement.ts';

const PEOPLE = 1_000;
const MEMBERS_OF_A_SERVER = 200;
const CHANNELS_OF_A_SERVER = 10;
const TARGET_BACK = 10_000;
const TARGET_RESIDENT = 512 * 1_024 ** 2;
const LOOK_EVERY = 100;

interface Watched {
  /** Milliseconds until the server answered whether it lives, while all came back. */
  answers: number[];
  resident: number;
  /** Milliseconds of processor time that it took. */
  processor: number;
}

/** A server that has just started, and people who were all connected to the one before: they come back in the same second. */
export async function measureReturn(stage: Stage): Promise<Measured> {
  const { people, channelIds } = await seedCrowd(stage);
  const tokens = await signIn(stage.hearth.url, people);
  await stage.restart();
  const crowd = startGenerator('those who come back');
  stage.lifecycle.defer(() => crowd.stop());
  const watch = new Watch(stage);
  const back = await crowd.call('comeBack', { name: 'crowd', url: stage.hearth.url, tokens, channelIds });
  const watched = await watch.end();
  const connected = await crowd.call('connected', 'crowd');
  await crowd.stop();
  const times = percentiles(back.times);
  const answers = percentiles(watched.answers);
  stage.tell(`${connected} of ${PEOPLE} back within ${milliseconds(times.max)}, ${back.failures} attempts in vain`);
  return {
    rows: rowsOf(connected, times, answers, watched, back.failures),
    details: { ...watched, connected, times, answers, failures: back.failures },
  };
}

type Figures = ReturnType<typeof percentiles>;

const rowsOf = (connected: number, times: Figures, answers: Figures, { resident, processor }: Watched, failures: number): Row[] => [
  {
    what: `${whole(connected)} come back at once to a server just started, the last one is back after`,
    target: `< ${TARGET_BACK / 1_000} s`,
    hearth: milliseconds(times.max),
    met: connected === PEOPLE && times.max < TARGET_BACK,
  },
  { what: 'the same, p50', hearth: milliseconds(times.p50) },
  { what: 'processor time of the server for each of them', hearth: milliseconds(processor / connected) },
  { what: 'attempts that were in vain', hearth: whole(failures) },
  { what: 'meanwhile an answer of the server takes, p95', hearth: milliseconds(answers.p95) },
  {
    what: 'memory of the process at most, meanwhile',
    target: `< ${mebibytes(TARGET_RESIDENT)}`,
    hearth: mebibytes(resident),
    met: resident < TARGET_RESIDENT,
  },
];

async function seedCrowd(stage: Stage): Promise<{ people: Person[]; channelIds: string[] }> {
  const people: Person[] = [];
  const channelIds: string[] = [];
  while (people.length < PEOPLE) {
    const members = await seedPeople(stage.database.hearth, MEMBERS_OF_A_SERVER);
    const server = await seedServer(stage.database.hearth, 'Crowd', members, CHANNELS_OF_A_SERVER);
    people.push(...members);
    channelIds.push(...members.map((_, index) => server.channelIds[index % CHANNELS_OF_A_SERVER] ?? ''));
  }
  return { people, channelIds };
}

/** Looks at the server while something is going on there. */
class Watch {
  private readonly watched: Watched = { answers: [], resident: 0, processor: 0 };
  private readonly stage: Stage;
  private readonly looking: Promise<void>;
  private isOver = false;

  constructor(stage: Stage) {
    this.stage = stage;
    this.looking = this.look();
  }

  async end(): Promise<Watched> {
    this.isOver = true;
    await this.looking;
    return this.watched;
  }

  private async look(): Promise<void> {
    const { child, url } = this.stage.hearth;
    const { processor } = await child.usage();
    while (!this.isOver) {
      const start = performance.now();
      await (await fetch(`${url}/health/live`)).arrayBuffer();
      this.watched.answers.push(performance.now() - start);
      const usage = await child.usage();
      this.watched.resident = Math.max(this.watched.resident, usage.resident);
      this.watched.processor = usage.processor - processor;
      await sleep(LOOK_EVERY);
    }
  }
}
