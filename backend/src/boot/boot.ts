import type { AppConfig } from '../config/app-config.js';
import type { Secrets } from '../config/secrets.js';

/** All that the application is made from. */
export interface Boot {
  config: AppConfig;
  secrets: Secrets;
  /** Of a database that has all migrations. */
  databaseUrl: string;
  /** Whether to fill an empty installation with a community to look at. */
  demo: boolean;
}

/** An application that is made but does not listen yet. */
export interface App {
  listen(): Promise<void>;
  /** Ends everything that `createApp` and `listen` began. */
  close(): Promise<void>;
  /** It does work in the background and serves nobody. */
  readonly isWorker: boolean;
  /** Where people open it; known once it listens. */
  readonly url: string;
  /** Makes the first account the admin; there until that has happened. */
  readonly setupLink?: string;
  readonly demoLogins?: { login: string; password: string }[];
}

export type CreateApp = (boot: Boot) => Promise<App>;
