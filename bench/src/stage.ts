import path from 'node:path';
import type { Database } from './database.ts';
import { Ledger } from './ledger.ts';
import type { GeneratorCommands } from './load/generator.ts';
import type { Options } from './options.ts';
import type { Child } from './process/child.ts';
import type { Lifecycle } from './process/lifecycle.ts';
import { bareToken } from './peers/message.ts';
import { seedHistory } from './seed/history.ts';
import { seedPeople, signIn, type Person } from './seed/people.ts';
import { seedServer, type SeededServer } from './seed/servers.ts';
import { startBroadcast, startGenerator, startHearth, type Running } from './servers.ts';

const RESULTS = path.resolve(import.meta.dirname, '../results');

const HISTORY_CHANNELS = 20;

/** The servers that are compared by what reaches their members. */
export type Side = 'hearth' | 'bare';
export const SIDES: readonly Side[] = ['hearth', 'bare'];

interface Community {
  people: Person[];
  server: SeededServer;
  /** The channel in which members talk. */
  channelId: string;
  ledger: Ledger;
}

/** What measurements share: the servers, a community in Hearth's database, and the process that plays its members. */
export class Stage {
  readonly database: Database;
  readonly options: Options;
  readonly lifecycle: Lifecycle;
  readonly generator: Child<GeneratorCommands>;
  private readonly dataDir: string;
  private servers: Record<Side, Running> | undefined;
  private seeded: Community | undefined;
  private audienceIsConnected = false;
  private longHistory: Promise<SeededServer> | undefined;

  constructor(database: Database, options: Options, lifecycle: Lifecycle, folder: string) {
    this.database = database;
    this.options = options;
    this.lifecycle = lifecycle;
    this.dataDir = path.join(folder, 'hearth');
    this.generator = startGenerator('the load generator');
    lifecycle.defer(() => this.generator.stop());
  }

  get hearth(): Running {
    return this.running.hearth;
  }

  get bare(): Running {
    return this.running.bare;
  }

  /** 200 people, if `--members` does not say otherwise, and their server. */
  get community(): Community {
    if (!this.seeded) throw new Error('the stage was not opened');
    return this.seeded;
  }

  tell(text: string): void {
    process.stderr.write(`  ${text}\n`);
  }

  async open(): Promise<void> {
    await this.start();
    const { hearth } = this.database;
    const people = await seedPeople(hearth, this.options.members);
    const server = await seedServer(hearth, 'Community', people, 2);
    const [channelId = ''] = server.channelIds;
    this.seeded = { people, server, channelId, ledger: new Ledger(hearth, channelId) };
  }

  /** A server with a long history, made when it is first asked for. */
  history(): Promise<SeededServer> {
    return (this.longHistory ??= this.seedHistory());
  }

  /** New processes on the same data: memory that earlier loads left behind would hide what is measured. */
  async restart(): Promise<void> {
    await this.disconnectAudience();
    await Promise.all(SIDES.map((side) => this.running[side].child.stop()));
    await this.start();
  }

  /** All members connected to both servers. */
  async connectAudience(): Promise<void> {
    if (this.audienceIsConnected) return;
    const { generator } = this;
    const { people, channelId } = this.community;
    const tokens = await signIn(this.hearth.url, people);
    const bareTokens = tokens.map((_, index) => bareToken('community', index + 1));
    await generator.call('connect', { name: 'hearth', url: this.hearth.url, tokens, channelId, compress: false });
    await generator.call('connect', { name: 'bare', url: this.bare.url, tokens: bareTokens, channelId, compress: false });
    this.audienceIsConnected = true;
  }

  async disconnectAudience(): Promise<void> {
    if (!this.audienceIsConnected) return;
    for (const side of SIDES) await this.generator.call('disconnect', side);
    this.audienceIsConnected = false;
  }

  /** Runs something under the profilers of Hearth and of its clients, if that was asked for. */
  async profiled<T>(name: string, work: () => Promise<T>): Promise<T> {
    if (!this.options.profile) return work();
    const measured = { hearth: this.hearth.child, clients: this.generator };
    for (const child of Object.values(measured)) await child.startProfile();
    try {
      return await work();
    } finally {
      for (const [who, child] of Object.entries(measured)) {
        const file = path.join(RESULTS, `local-${name}-${who}.cpuprofile`);
        await child.stopProfile(file);
        this.tell(`profile: ${file}`);
      }
    }
  }

  private async seedHistory(): Promise<SeededServer> {
    const { people } = this.community;
    const server = await seedServer(this.database.hearth, 'History', people, HISTORY_CHANNELS);
    const from = performance.now();
    await seedHistory(this.database.hearth, server.channelIds, people, this.options.messages, (text) => this.tell(text));
    this.tell(`loaded in ${((performance.now() - from) / 1_000).toFixed(1)} s`);
    return server;
  }

  private get running(): Record<Side, Running> {
    if (!this.servers) throw new Error('the stage was not opened');
    return this.servers;
  }

  private async start(): Promise<void> {
    const [hearth, bare] = await Promise.all([startHearth(this.database, this.dataDir), startBroadcast()]);
    this.lifecycle.defer(() => bare.child.stop());
    this.lifecycle.defer(() => hearth.child.stop());
    this.servers = { hearth, bare };
  }
}
