import { revokeSession, type ServerEventEntry } from '@hearth/contract';
import { buildUser, signIn, type TestUser } from '../../factories/users.js';
import type { TestApp } from '../../harness.js';
import type { TestSocket } from '../../test-socket.js';
import { listeners, type Listener } from './circles.js';

/** One app and everybody who listens. Accounts and sockets are kept from row to row: they are what takes long to make. */
export class Audience {
  private readonly devices = new Map<Listener, { user: TestUser; socket: TestSocket }>();
  private readonly marks = new Map<Listener, number>();

  private constructor(readonly hearth: TestApp) {}

  static async begin(hearth: TestApp): Promise<Audience> {
    const audience = new Audience(hearth);
    const admin = await buildUser(hearth, { setupToken: hearth.boot.secrets.setupToken });
    const people = listeners.filter((name) => !['admin', 'other device', 'signed out'].includes(name));
    await Promise.all([audience.connect('admin', admin), ...people.map(async (name) => audience.connect(name, await buildUser(hearth)))]);
    await audience.connect('other device', await signIn(hearth, audience.user('actor')));
    await audience.openDevice();
    await audience.revokeDevice();
    return audience;
  }

  user(name: Listener): TestUser {
    return this.device(name).user;
  }

  socket(name: Listener): TestSocket {
    return this.device(name).socket;
  }

  /** The device that is signed out otherwise. */
  async openDevice(): Promise<void> {
    await this.connect('signed out', await signIn(this.hearth, this.user('member')));
  }

  async revokeDevice(): Promise<void> {
    const { sessionId } = this.user('signed out');
    await this.hearth.api.as(this.user('member')).call(revokeSession, { params: { sessionId } });
    await this.socket('signed out').untilEnded();
  }

  /** Everything that was sent so far has come. */
  async settle(): Promise<void> {
    const connected = [...this.devices.values()].filter(({ socket }) => socket.ended === undefined);
    await Promise.all(connected.map(({ socket }) => socket.settle()));
  }

  /** What comes from here on counts. */
  mark(): void {
    for (const [name, { socket }] of this.devices) this.marks.set(name, socket.received.length);
  }

  /** What somebody was sent since, one by one, also what came in a frame with others. */
  heard(name: Listener): ServerEventEntry[] {
    return this.socket(name).received.slice(this.marks.get(name));
  }

  /** Removes everything that a row made, but the accounts. */
  async clear(): Promise<void> {
    await this.hearth.db.$executeRaw`
      WITH gone AS (DELETE FROM servers), conversations AS (DELETE FROM channels WHERE server_id IS NULL) DELETE FROM relationships`;
  }

  private async connect(name: Listener, user: TestUser): Promise<void> {
    this.devices.set(name, { user, socket: await this.hearth.connect(user) });
  }

  private device(name: Listener): { user: TestUser; socket: TestSocket } {
    const device = this.devices.get(name);
    if (!device) throw new Error(`${name} is not connected`);
    return device;
  }
}
