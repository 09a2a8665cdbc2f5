import { defineConfig } from '@playwright/test';

/** Each spec starts what it needs on free ports; nothing is shared between them but a Postgres, in which each has its own database. */
export default defineConfig({
  testDir: '.',
  globalSetup: './global-setup.ts',
  timeout: 120_000,
  expect: { timeout: 20_000 },
  // Two cores are had everywhere; more browsers at once than that only wait for each other.
  workers: 2,
  forbidOnly: true,
  retries: 0,
  reporter: [['list']],
  use: { screenshot: 'only-on-failure' },
});
