// The Prisma CLI downloads a native schema engine before any command, even `generate`, which never runs it. Naming any existing
// file here skips the download. Migrations run through backend/src/database/migrator.ts instead of `prisma migrate`.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default {
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
};
