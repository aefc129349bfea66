import { Prisma } from '../../prisma/database.js';

/**
 * The name of who stands in a column as an id: a person, or the key of a machine by its label. Anything else stays as it
 * is, such as the name of a process.
 */
export function actorNameIn(column: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`coalesce((SELECT u.name FROM app_user u WHERE u.id::text = ${column}),
    (SELECT k.label FROM api_key k WHERE k.key_id = ${column}), ${column})`;
}
