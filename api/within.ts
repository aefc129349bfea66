import { callIn, type Database, type Transaction } from '../prisma/database.js';

/**
 * The database for code that runs its SQL commands by `call`: here they join a transaction that is already
 * open, so that the command and its idempotency record stand or fall together.
 */
export function within(database: Database, tx: Transaction): Database {
  return { ...database, call: (command, ctx, input) => callIn(tx, command, [ctx, input]) };
}
