import type { SignedIn } from '@hearth/contract';
import type { Clock } from './clock';
import { hasCode } from './errors';

/** A token this close to its end, in milliseconds, is replaced before it is used. */
const MARGIN = 30_000;
/** How long before the end, in milliseconds, it is replaced in any case. */
const AHEAD = 60_000;

interface Held {
  token: string;
  userId: string;
  expiresAt: number;
}

export interface AccessPorts {
  clock: Clock;
  /** Exchanges the refresh cookie. */
  refresh: () => Promise<SignedIn>;
  /** Runs one at a time over all tabs of the browser: the refresh cookie is replaced at every use. */
  exclusively: <T>(run: () => Promise<T>) => Promise<T>;
}

/** The access token: in memory only, replaced before it expires, by one request at a time. */
export class Access {
  #held: Held | null = null;
  #flight: Promise<SignedIn> | null = null;
  #cancelTimer: (() => void) | null = null;
  readonly #endListeners = new Set<() => void>();

  constructor(private readonly ports: AccessPorts) {}

  /** Called when the server ended the session: not when the person signed out. */
  onEnded(listener: () => void): () => void {
    this.#endListeners.add(listener);
    return () => this.#endListeners.delete(listener);
  }

  hold({ accessToken, expiresIn, user }: SignedIn): void {
    const lifetime = expiresIn * 1_000;
    this.drop();
    this.#held = { token: accessToken, userId: user.id, expiresAt: this.ports.clock.now() + lifetime };
    this.#cancelTimer = this.ports.clock.after(Math.max(lifetime - AHEAD, lifetime / 2), () => {
      // Without network the next use tries again.
      this.refresh().catch(() => undefined);
    });
  }

  /** Somebody who was signed in when the server was last reached: whether they still are shows with the first token. */
  expect(userId: string): void {
    this.drop();
    this.#held = { token: '', userId, expiresAt: 0 };
  }

  drop(): void {
    this.#held = null;
    this.#cancelTimer?.();
    this.#cancelTimer = null;
  }

  /** The session is over, as the server said. */
  end(): void {
    if (!this.#held) return;
    this.drop();
    for (const listener of this.#endListeners) listener();
  }

  /** A token that is good for some time still; null while nobody is signed in. */
  async token(): Promise<string | null> {
    if (!this.#held) return null;
    if (this.#held.expiresAt - this.ports.clock.now() > MARGIN) return this.#held.token;
    return (await this.refresh()).accessToken;
  }

  /** A token other than `refused`: somebody else may have replaced that one already. */
  async tokenAfter(refused: string): Promise<string | null> {
    if (this.#held && this.#held.token !== refused) return this.#held.token;
    return (await this.refresh()).accessToken;
  }

  refresh(): Promise<SignedIn> {
    this.#flight ??= this.#refresh().finally(() => {
      this.#flight = null;
    });
    return this.#flight;
  }

  async #refresh(): Promise<SignedIn> {
    const before = this.#held;
    try {
      const signedIn = await this.ports.exclusively(this.ports.refresh);
      if (!before) this.hold(signedIn);
      // Signed out, or signed in anew, while this was on its way.
      else if (this.#held !== before) return signedIn;
      // Somebody else signed in in another tab: what this tab shows is not theirs.
      else if (before.userId !== signedIn.user.id) this.end();
      else this.hold(signedIn);
      return signedIn;
    } catch (error) {
      if (hasCode(error, 'SESSION_ENDED', 'UNAUTHENTICATED') && this.#held === before) this.end();
      throw error;
    }
  }
}

/** Without the Web Locks API the server's grace for a refresh token just replaced has to do. */
export const acrossTabs = <T>(run: () => Promise<T>): Promise<T> =>
  'locks' in navigator ? navigator.locks.request('hearth-refresh', run) : run();
