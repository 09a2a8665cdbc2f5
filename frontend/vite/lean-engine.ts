import type { Plugin } from 'vite';

/** Leaves out the transport that the server does not offer, and what only that one needs of the others. */
export const leanEngine = (): Plugin => ({
  name: 'hearth:lean-engine',
  apply: 'build',
  load: {
    filter: { id: /\/engine\.io-client\/build\/esm\/transports\/webtransport\.js$/ },
    handler: () => 'export const WT = undefined;',
  },
});
