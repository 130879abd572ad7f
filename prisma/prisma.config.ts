import { defineConfig } from 'prisma/config';

/**
 * For Prisma's own CLI (`npx prisma migrate diff --config prisma/prisma.config.ts …`); the program does not read it.
 * A database is only wanted by commands that talk to one.
 */
export default defineConfig({
  schema: 'schema.prisma',
  migrations: { path: 'migrations' },
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://127.0.0.1:5432/makegood' },
});
