import { VitePWA } from 'vite-plugin-pwa';
import type { PluginOption } from 'vite';

/** The service worker that keeps the files of the app, and what a browser needs to know to install it. */
export const installable = (): PluginOption =>
  VitePWA({
    strategies: 'injectManifest',
    srcDir: 'src/worker',
    filename: 'service-worker.ts',
    // The app registers it after the first message.
    injectRegister: null,
    // They are among the files already.
    includeManifestIcons: false,
    injectManifest: { globPatterns: ['**/*.{html,js,css,json,svg,png,woff2}'], maximumFileSizeToCacheInBytes: 4 * 1_024 * 1_024 },
    manifest: {
      id: '/',
      name: 'Hearth',
      short_name: 'Hearth',
      description: 'A home for your community and your private conversations.',
      start_url: '/',
      scope: '/',
      display: 'standalone',
      background_color: '#171412',
      theme_color: '#171412',
      icons: [
        { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
        { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
        { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
        { src: '/icon-maskable.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      ],
    },
  });
