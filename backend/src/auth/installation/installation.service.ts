import { createHash, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { SECRETS } from '../../config/config.module.js';
import type { Secrets } from '../../config/secrets.js';
import { StartupError } from '../../config/startup-error.js';
import type { Transaction } from '../../database/prisma.service.js';
import { ProblemError } from '../../http/problem.js';
import { InstallationRepository } from './installation.repository.js';

const sha256 = (text: string) => createHash('sha256').update(text).digest();

/** What belongs to the installation as a whole: its secrets, and whether it has been set up. */
@Injectable()
export class InstallationService implements OnModuleInit {
  private knownSetUp = false;

  constructor(
    private readonly repository: InstallationRepository,
    @Inject(SECRETS) private readonly secrets: Secrets,
  ) {}

  /** Nodes that sign with different secrets would sign each other's users out. */
  async onModuleInit(): Promise<void> {
    const own = sha256(this.secrets.jwtSecret).toString('hex');
    if ((await this.repository.fingerprint(own)) === own) return;
    throw new StartupError(
      'DATA_DIR/secrets.json is not the one this database was set up with: restore it from a backup, or copy it from another node of this installation.',
    );
  }

  async isSetUp(): Promise<boolean> {
    this.knownSetUp ||= await this.repository.isSetUp();
    return this.knownSetUp;
  }

  /** What the set-up link carries; null when it has been used. */
  async setupToken(): Promise<string | null> {
    return (await this.isSetUp()) ? null : this.secrets.setupToken;
  }

  /** @throws SETUP_TOKEN_INVALID */
  async requireSetupToken(token: string): Promise<void> {
    // Hashes are of one length, and comparing them in constant time tells nothing of the token.
    const isRight = timingSafeEqual(sha256(token), sha256(this.secrets.setupToken));
    if (!isRight || (await this.isSetUp())) throw new ProblemError('SETUP_TOKEN_INVALID');
  }

  /** Uses the set-up token up, inside the transaction that makes the first account. @throws SETUP_TOKEN_INVALID when another did so first */
  async completeSetup(transaction: Transaction): Promise<void> {
    if (!(await this.repository.completeSetup(transaction))) throw new ProblemError('SETUP_TOKEN_INVALID');
  }
}
