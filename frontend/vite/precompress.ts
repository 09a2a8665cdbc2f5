import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const TEXT = /\.(?:html|js|css|svg|json|webmanifest|txt|wasm)$/;
/** Below this a compressed file with its headers is no smaller. */
const MIN_BYTES = 512;

const toGzip = promisify(gzip);
const toBrotli = promisify(brotliCompress);

async function compressFile(path: string): Promise<void> {
  const source = await readFile(path);
  if (source.length < MIN_BYTES) return;
  const [gz, br] = await Promise.all([
    toGzip(source, { level: constants.Z_BEST_COMPRESSION }),
    toBrotli(source, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: source.length } }),
  ]);
  await Promise.all([writeFile(`${path}.gz`, gz), writeFile(`${path}.br`, br)]);
}

/** Writes `.gz` and `.br` beside every text file of the build, so that the server never compresses while serving. */
export function precompress(): Plugin {
  let outDir = '';
  return {
    name: 'hearth:precompress',
    apply: 'build',
    configResolved(config) {
      outDir = join(config.root, config.build.outDir);
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        const entries = await readdir(outDir, { recursive: true, withFileTypes: true });
        const texts = entries.filter((entry) => entry.isFile() && TEXT.test(entry.name));
        await Promise.all(texts.map((entry) => compressFile(join(entry.parentPath, entry.name))));
      },
    },
  };
}
