import { expect, test as base, type Browser, type BrowserContextOptions } from '@playwright/test';
import { openBrowser, openPage, type Visitor } from './browser';
import { startHearth, type Hearth } from './hearth';
import { signIn } from './people';
import { buildHome, type Home } from './place';

interface Company {
  hearth: Hearth;
  home: Home;
  /** What Grace looks at it with. */
  gracesDevice: BrowserContextOptions | undefined;
  /** Both are signed in and in #general. */
  ada: Visitor;
  grace: Visitor;
}

async function enter(machine: Browser, { url }: Hearth, { serverId, generalId }: Home, username: string, options?: BrowserContextOptions) {
  const visitor = await openPage(machine, options);
  await signIn(visitor.page, url, username);
  await visitor.page.goto(`${url}/servers/${serverId}/channels/${generalId}`);
  await expect(visitor.page.getByRole('textbox', { name: 'Message #general' })).toBeVisible();
  return visitor;
}

/** A server of its own for each test, on which Ada and Grace meet; the browser is that of all tests of a worker. */
export const test = base.extend<Company, { machine: Browser; flags: readonly string[] }>({
  flags: [[], { option: true, scope: 'worker' }],
  machine: [
    async ({ flags }, use) => {
      const machine = await openBrowser(flags);
      await use(machine);
      await machine.close();
    },
    { scope: 'worker' },
  ],
  hearth: async ({ machine }, use) => {
    const hearth = await startHearth();
    await use(hearth);
    await Promise.all(machine.contexts().map((context) => context.close()));
    await hearth.stop();
  },
  home: async ({ hearth }, use) => use(await buildHome(hearth)),
  gracesDevice: [undefined, { option: true }],
  ada: async ({ machine, hearth, home }, use) => use(await enter(machine, hearth, home, 'ada')),
  grace: async ({ machine, hearth, home, gracesDevice }, use) => use(await enter(machine, hearth, home, 'grace', gracesDevice)),
});
