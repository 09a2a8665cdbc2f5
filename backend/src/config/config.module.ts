import { Module, type DynamicModule } from '@nestjs/common';
import { AppConfig } from './app-config.js';
import type { Secrets } from './secrets.js';

/** Injects `Secrets`. */
export const SECRETS = Symbol('secrets');

/** Provides `AppConfig` and the secrets everywhere. */
@Module({})
export class ConfigModule {
  static forRoot(config: AppConfig, secrets: Secrets): DynamicModule {
    return {
      module: ConfigModule,
      global: true,
      providers: [
        { provide: AppConfig, useValue: config },
        { provide: SECRETS, useValue: secrets },
      ],
      exports: [AppConfig, SECRETS],
    };
  }
}
