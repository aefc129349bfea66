import { defineConfig } from 'prisma/config';

/**
 * What the Prisma CLI reads. Migrations run as the owner of the database; generating the client needs
 * no database at all, so a missing address is no error here.
 */
// eslint-disable-next-line import/no-default-export -- the Prisma CLI asks for it
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: {
    url: process.env['DATABASE_OWNER_URL'] ?? process.env['DATABASE_URL'] ?? '',
  },
});
