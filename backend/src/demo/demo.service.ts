import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { AppConfig } from '../config/app-config.js';
import { StartupError } from '../config/startup-error.js';
import type { Transaction } from '../database/prisma.service.js';
import { composeCommunity } from './compose/community.js';
import { demoPlot } from './content/plot.js';
import { openDemoLogins, type DemoLogin } from './demo-logins.js';
import { DemoRepository } from './demo.repository.js';

/**
 * Fills an installation that nobody uses yet with a community to look at.
 *
 * The parameters of its password hashes are the library's own, which a hash carries with it.
 */
@Injectable()
export class DemoService {
  constructor(
    private readonly repository: DemoRepository,
    private readonly config: AppConfig,
  ) {}

  /**
   * Once, all or nothing; afterwards it only sees to it that the logins it returns work.
   *
   * @throws StartupError on an installation that people have registered on
   */
  seed(): Promise<DemoLogin[]> {
    return this.repository.transaction(async (transaction) => {
      const { isSeeded, hasAccounts } = await this.repository.lock(transaction);
      if (!isSeeded && hasAccounts) {
        throw new StartupError(
          'This installation is in use, and --demo would mix invented people with real ones: start without it, or set DATA_DIR to an empty folder and leave DATABASE_URL out.',
        );
      }
      const logins = openDemoLogins(this.config.dataDir, demoPlot.logins);
      await (isSeeded ? this.repairPasswords(transaction, logins) : this.fill(transaction, logins));
      return logins;
    });
  }

  private async fill(transaction: Transaction, logins: DemoLogin[]): Promise<void> {
    const now = new Date();
    const nobodysHash = await hash(randomUUID());
    const hashes = new Map(await Promise.all(logins.map(async ({ login, password }) => [login, await hash(password)] as const)));
    await this.repository.insert(transaction, composeCommunity(demoPlot, now), (username) => hashes.get(username) ?? nobodysHash);
    await this.repository.markSeeded(transaction, now);
  }

  /** The file with the passwords may have been lost, or belong to another node. */
  private async repairPasswords(transaction: Transaction, logins: DemoLogin[]): Promise<void> {
    const stored = await this.repository.passwordHashes(
      transaction,
      logins.map(({ login }) => login),
    );
    for (const { login, password } of logins) {
      const known = stored.get(login);
      if (known && !(await verify(known, password))) await this.repository.setPasswordHash(transaction, login, await hash(password));
    }
  }
}
