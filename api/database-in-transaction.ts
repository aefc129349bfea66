import { callIn, type Database, type PrismaClient, type Transaction } from '../prisma/database.js';

/**
 * The database for work inside a transaction that is already open: everything joins it. So a command and its
 * idempotency record stand or fall together, and no request ever holds two connections, which would let a
 * pool full of waiting requests starve the one they wait for.
 */
export function databaseIn(database: Database, tx: Transaction): Database {
  return {
    ...database,
    // The client of a transaction has everything that reads and writes; it only lacks what begins and ends.
    prisma: tx as unknown as PrismaClient,
    call: (command, ctx, input) => callIn(tx, command, [ctx, input]),
    transaction: (_ctx, work) => work(tx),
    partnerTransaction: (_partner, work) => work(tx),
  };
}
