import type { Bearer } from '../api.js';
import { buildUser, type TestUser } from '../factories/users.js';
import type { TestApp } from '../harness.js';
import type { TestSocket } from '../test-socket.js';

/** One app with the people who are in every scene. Accounts and sockets are kept: they are what takes long to make. */
export class World {
  private readonly sockets = new Map<string, Promise<TestSocket>>();

  private constructor(
    readonly hearth: TestApp,
    /** Whoever calls, unless it is the owner or the admin. */
    readonly caller: TestUser,
    readonly owner: TestUser,
    /** A member whom others act on. */
    readonly target: TestUser,
    /** In nothing, unless a row lets them in. */
    readonly bystander: TestUser,
    /** Of the installation. */
    readonly admin: TestUser,
  ) {}

  static async begin(hearth: TestApp): Promise<World> {
    const person = () => buildUser(hearth);
    const admin = await buildUser(hearth, { setupToken: hearth.boot.secrets.setupToken });
    return new World(hearth, await person(), await person(), await person(), await person(), admin);
  }

  socketOf(user: Bearer): Promise<TestSocket> {
    const known = this.sockets.get(user.accessToken);
    if (known) return known;
    const opening = this.hearth.connect(user);
    this.sockets.set(user.accessToken, opening);
    return opening;
  }

  /** Removes everything that a scene made, but the accounts: they would be in too many servers soon. */
  async clear(): Promise<void> {
    await this.hearth.db.$executeRaw`
      WITH gone AS (DELETE FROM servers), conversations AS (DELETE FROM channels WHERE server_id IS NULL) DELETE FROM relationships`;
  }
}
