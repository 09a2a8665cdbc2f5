import { Injectable, type OnModuleInit } from '@nestjs/common';
import { limits, type Input, type Instance, type login, type SignedIn } from '@hearth/contract';
import { AppConfig } from '../config/app-config.js';
import type { Caller } from '../http/caller.js';
import { Limiter } from '../http/limiter.js';
import { ProblemError } from '../http/problem.js';
import { JobsService } from '../jobs/jobs.service.js';
import { RealtimeRegistry } from '../realtime/realtime-ports.js';
import { UsersService } from '../users/users.service.js';
import { version } from '../version.js';
import { AccessTokens } from './access-tokens.js';
import { AuthRepository } from './auth.repository.js';
import { InstallationService } from './installation/installation.service.js';
import { Passwords } from './passwords.js';
import { RegistrationService, type Registration } from './registration.service.js';
import type { Device } from './sessions/device.js';
import { SessionsService, type OpenSession } from './sessions/sessions.service.js';

const SWEEP_EVERY = 60 * 60 * 1_000;

/** What signing in answers, and beside it the tokens that only cookies carry. */
export interface SignIn {
  answer: SignedIn;
  refreshToken: string;
  fileToken: string;
}

@Injectable()
export class AuthService implements OnModuleInit {
  constructor(
    private readonly repository: AuthRepository,
    private readonly registration: RegistrationService,
    private readonly sessions: SessionsService,
    private readonly installation: InstallationService,
    private readonly users: UsersService,
    private readonly tokens: AccessTokens,
    private readonly passwords: Passwords,
    private readonly limiter: Limiter,
    private readonly config: AppConfig,
    private readonly registry: RealtimeRegistry,
    private readonly jobs: JobsService,
  ) {}

  onModuleInit(): void {
    this.jobs.define({ name: 'auth:sweep-expired-sessions', every: SWEEP_EVERY, run: () => this.sweepExpired() });
    this.registry.fill({ authenticate: (token) => this.authenticate(token) });
  }

  /** @throws what `RegistrationService.register` does */
  async register(input: Registration, device: Device): Promise<SignIn> {
    const userId = await this.registration.register(input, device.address);
    return this.signIn(await this.sessions.open(userId, device));
  }

  /** @throws INVALID_CREDENTIALS whatever was wrong, RATE_LIMITED after too many failures */
  async login(input: Input<typeof login>['body'], device: Device): Promise<SignIn> {
    const name = input.login.trim().toLowerCase();
    await this.countFailure(name, device.address);
    const credentials = await this.repository.byLogin(name);
    const isRight = await this.passwords.matches(credentials?.passwordHash, input.password);
    if (!credentials || !isRight) throw new ProblemError('INVALID_CREDENTIALS');
    await this.forgiveFailure(name, device.address);
    return this.signIn(await this.sessions.open(credentials.userId, device));
  }

  /** @throws SESSION_ENDED */
  async refresh(refreshToken: string | undefined, device: Device): Promise<SignIn> {
    if (refreshToken === undefined) throw new ProblemError('SESSION_ENDED');
    return this.signIn(await this.sessions.rotate(refreshToken, device));
  }

  async logout(refreshToken: string | undefined): Promise<void> {
    if (refreshToken !== undefined) await this.sessions.endByToken(refreshToken);
  }

  /** Before what cannot be undone: an open device is not yet its owner. @throws PASSWORD_WRONG, RATE_LIMITED after too many failures */
  async confirmPassword({ userId }: Caller, password: string): Promise<void> {
    await this.limiter.take('failedLoginPerAccount', userId);
    const isRight = await this.passwords.matches(await this.repository.passwordHash(userId), password);
    if (!isRight) throw new ProblemError('PASSWORD_WRONG');
    await this.limiter.refund('failedLoginPerAccount', userId);
  }

  /** Who holds an access token. @throws UNAUTHENTICATED, SESSION_ENDED */
  async authenticate(accessToken: string): Promise<Caller> {
    return this.requireLive(await this.tokens.verify(accessToken));
  }

  /** The same for a token whose signature and time have been checked. @throws UNAUTHENTICATED, SESSION_ENDED */
  async callerOf(payload: unknown): Promise<Caller> {
    return this.requireLive(this.tokens.callerOf(payload));
  }

  /** Who holds the cookie of files. @throws UNAUTHENTICATED, SESSION_ENDED */
  async readerOfFiles(fileToken: string): Promise<Caller> {
    return this.requireLive(await this.tokens.verifyForFiles(fileToken));
  }

  async instance(): Promise<Instance> {
    return { registration: this.config.registration, setupRequired: !(await this.installation.isSetUp()), version };
  }

  /** What the set-up link carries; null when it has been used. */
  setupLinkToken(): Promise<string | null> {
    return this.installation.setupToken();
  }

  sweepExpired(): Promise<void> {
    return this.sessions.sweepExpired();
  }

  private async signIn({ refreshToken, ...caller }: OpenSession): Promise<SignIn> {
    const [user, accessToken, fileToken] = await Promise.all([
      this.users.me(caller),
      this.tokens.issue(caller),
      this.tokens.issueForFiles(caller),
    ]);
    return { answer: { user, accessToken, expiresIn: limits.accessTokenSeconds }, refreshToken, fileToken };
  }

  private async requireLive(caller: Caller): Promise<Caller> {
    await this.sessions.requireLive(caller.sessionId);
    return caller;
  }

  /** Before the password is looked at, so that tries at once cannot pass the limit together. Counts names that nobody has too. */
  private async countFailure(name: string, address: string): Promise<void> {
    await this.limiter.take('failedLoginPerAddress', address);
    try {
      await this.limiter.take('failedLoginPerAccount', name);
    } catch (refusal) {
      await this.limiter.refund('failedLoginPerAddress', address);
      throw refusal;
    }
  }

  private async forgiveFailure(name: string, address: string): Promise<void> {
    await Promise.all([this.limiter.refund('failedLoginPerAddress', address), this.limiter.refund('failedLoginPerAccount', name)]);
  }
}
