import type { Instance, SignedIn } from '@hearth/contract';
import { type Access, ApiError, type Clock } from '@/api';
import type { Recalled } from '@/features/offline';
import type { SessionState } from './session-store';

const RETRY_AFTER = 5_000;
/** Milliseconds after which a server that does not answer counts as out of reach, where something is kept that can be read meanwhile. */
const PATIENCE = 4_000;

export interface SessionPorts {
  access: Pick<Access, 'refresh' | 'expect' | 'hold' | 'drop' | 'end' | 'onEnded'>;
  clock: Clock;
  getInstance: () => Promise<Instance>;
  logout: () => Promise<unknown>;
  setMe: (user: SignedIn['user']) => void;
  publish: (state: SessionState) => void;
  /** The account that was here last, as this browser keeps it; null where it keeps nothing. */
  recall: () => Promise<Recalled | null>;
}

/** Who is signed in on this device, from the start of the page on. */
export class SessionFlow {
  #sessionId: string | null = null;
  #isSigningOut = false;
  #recalledId: string | null = null;
  #cancelRetry: () => void = () => undefined;

  constructor(private readonly ports: SessionPorts) {
    ports.access.onEnded(() => void (this.#isSigningOut || this.#leave(true)));
  }

  /** Signed in by the refresh cookie, if there is one that is still good. */
  async start(ended = false): Promise<void> {
    this.#cancelRetry();
    const instance = this.ports.getInstance();
    // Only awaited where nobody is signed in.
    instance.catch(() => undefined);
    const attempt = { isOver: false };
    const cancelPatience = this.ports.clock.after(PATIENCE, () => void this.#recall(attempt));
    try {
      const signedIn = await this.ports.access.refresh();
      attempt.isOver = true;
      this.#replaceRecalled(signedIn);
    } catch (error) {
      if (isRefusal(error)) {
        attempt.isOver = true;
        await this.#showAnonymous(instance, ended);
      } else if (!(await this.#recall(attempt))) this.#showUnreachable(ended);
    } finally {
      cancelPatience();
    }
  }

  /** After login or registration. */
  enter(signedIn: SignedIn): void {
    this.ports.access.hold(signedIn);
    this.#show(signedIn);
  }

  signOut(): Promise<void> {
    return this.#signOutBy(() => this.ports.logout());
  }

  /** What the server does ends this session with all others. */
  deleteAccount(doIt: () => Promise<unknown>): Promise<void> {
    return this.#signOutBy(async () => {
      await doIt();
      // Nobody can be signed in by what is left of it, so it does not matter whether the cookie goes.
      await this.ports.logout().catch(() => undefined);
    });
  }

  async #signOutBy(end: () => Promise<unknown>): Promise<void> {
    this.#isSigningOut = true;
    try {
      await end();
      this.ports.access.drop();
      await this.#leave(false);
    } finally {
      this.#isSigningOut = false;
    }
  }

  /** The id by which the server knows this device's session. */
  identify(sessionId: string): void {
    this.#sessionId = sessionId;
  }

  /** @returns whether it was another device's session */
  revoked(sessionId: string): boolean {
    if (sessionId !== this.#sessionId) return true;
    // The server also tells about a session that the person just left.
    if (!this.#isSigningOut) this.ports.access.end();
    return false;
  }

  /** @returns whether somebody is signed in as far as this browser knows */
  async #recall(attempt: { isOver: boolean }): Promise<boolean> {
    if (this.#recalledId !== null) return true;
    const recalled = await this.ports.recall();
    // The server has answered after all, or somebody was faster.
    if (!recalled || attempt.isOver || this.#recalledId !== null) return this.#recalledId !== null;
    this.#recalledId = recalled.user.id;
    recalled.show();
    this.ports.access.expect(recalled.user.id);
    this.#show(recalled);
    return true;
  }

  /** Somebody else signed in here in the meantime: nothing of the one before stays. */
  #replaceRecalled(signedIn: SignedIn): void {
    if (this.#recalledId === null || this.#recalledId === signedIn.user.id) return this.#show(signedIn);
    this.ports.publish({ status: 'loading' });
    this.ports.clock.after(0, () => this.#show(signedIn));
  }

  #show({ user }: Pick<SignedIn, 'user'>): void {
    this.ports.setMe(user);
    this.ports.publish({ status: 'signedIn', userId: user.id });
  }

  async #leave(ended: boolean): Promise<void> {
    this.#sessionId = null;
    this.#recalledId = null;
    this.ports.publish({ status: 'loading' });
    await this.#showAnonymous(this.ports.getInstance(), ended);
  }

  async #showAnonymous(instance: Promise<Instance>, ended: boolean): Promise<void> {
    try {
      this.ports.publish({ status: 'anonymous', instance: await instance, ended });
    } catch {
      this.#showUnreachable(ended);
    }
  }

  #showUnreachable(ended: boolean): void {
    const retry = () => void this.start(ended);
    this.ports.publish({ status: 'unreachable', retry });
    this.#cancelRetry = this.ports.clock.after(RETRY_AFTER, retry);
  }
}

const isRefusal = (error: unknown): boolean => error instanceof ApiError && error.problem.status < 500 && error.code !== 'RATE_LIMITED';
