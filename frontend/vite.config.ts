import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { dataShape } from './vite/data-shape.ts';
import { installable } from './vite/installable.ts';
import { leanEngine } from './vite/lean-engine.ts';
import { withLeanI18next } from './vite/lean-i18next.ts';
import { leanMarked } from './vite/lean-marked.ts';
import { precompress } from './vite/precompress.ts';

const fromHere = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const API = 'http://127.0.0.1:3000';

/** Modules that only define things: what is not imported from them is left out of the build. */
const PURE = /\/src\/(?:ui|lib|features)\/[^?]*\.tsx?$|\/contract\/src\/[^?]*\.ts$/;

/**
 * Screens on which somebody arrives who is not signed in. Only for these does the first script name all files that they are made of, to have
 * them at once: for everything, which comes after the first message anyway, the list would be 4 kB gzipped before it.
 */
const ARRIVAL = /\/(?:AnonymousScreens|InviteScreen)-[^/]*$/;

export default defineConfig(({ mode }) => {
  const isGallery = mode === 'gallery';
  return {
    plugins: [
      react(),
      tailwindcss(),
      leanMarked(),
      withLeanI18next(),
      leanEngine(),
      dataShape(fromHere('.')),
      !isGallery && installable(),
      !isGallery && precompress(),
    ],
    resolve: {
      alias: {
        '@hearth/contract': fromHere('../contract/src/index.ts'),
        '@': fromHere('./src'),
      },
    },
    build: {
      outDir: isGallery ? 'dist-gallery' : 'dist',
      // Browsers of the end of 2023 and newer.
      target: ['chrome120', 'edge120', 'firefox121', 'safari17.2'],
      // Inlined assets would need `data:` in the content security policy.
      assetsInlineLimit: 0,
      modulePreload: {
        polyfill: false,
        resolveDependencies: (file, needed, { hostType }) => (hostType === 'html' || ARRIVAL.test(file) ? needed : []),
      },
      rolldownOptions: {
        input: fromHere(isGallery ? './gallery.html' : './index.html'),
        treeshake: { moduleSideEffects: (id: string) => !PURE.test(id) },
        output: {
          // What the first screen needs in two files: fifty small ones compress worse, by a tenth, and libraries change less often.
          codeSplitting: {
            groups: [
              { name: 'libraries', tags: ['$initial'], test: /[\\/]node_modules[\\/]/ },
              { name: 'app', tags: ['$initial'] },
            ],
          },
        },
      },
    },
    server: {
      host: '127.0.0.1',
      proxy: {
        '/api': API,
        '/socket.io': { target: API, ws: true },
      },
    },
  };
});
