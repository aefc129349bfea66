import { callIn, type Database, type PrismaClient, type Transaction } from '../prisma/database.js';

/**
 * A `Database` whose calls all join an open transaction. So a command and its idempotency record commit together, and
 * no request holds two connections: otherwise waiting requests could use up the pool and block the one they wait for.
 */
export function databaseIn(database: Database, tx: Transaction): Database {
  return {
    ...database,
    // The client of a transaction can read and write everything; it only cannot begin or end transactions.
    prisma: tx as unknown as PrismaClient,
    call: (command, ctx, input) => callIn(tx, command, [ctx, input]),
    transaction: (_ctx, work) => work(tx),
    partnerTransaction: (_partner, work) => work(tx),
  };
}
