import path from 'node:path';

/** The folder that holds `package.json`, `prisma`, `.env` and, unless DATA_DIR says otherwise, the data. */
export const projectRoot = path.resolve(import.meta.dirname, '../../..');
