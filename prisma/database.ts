import { PrismaPg } from '@prisma/adapter-pg';
import type pg from 'pg';
import type { CommandContext } from '../domain/context.js';
import { type AnswerOf, type Command, commandCalls, type InputOf } from './commands/command.js';
import { createConnectionPool } from './connection-pool.js';
import { PrismaClient } from './generated/client.js';
import { preparedMark, preparedName } from './prepared.js';
import { asRefusal } from './sql-refusal.js';

export type { PrismaClient } from './generated/client.js';
export { Prisma } from './generated/client.js';

/** The Prisma client inside one transaction. */
export type Transaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];

export type Database = Readonly<{
  /** Plain reads. Business writes go through `call` or `transaction`, which carry the context. */
  prisma: PrismaClient;
  /** Runs one SQL command in one round trip, as its own transaction. Throws `Refusal` when a rule says no. */
  call: <C extends Command>(
    command: C,
    ctx: CommandContext,
    input: InputOf<C>,
  ) => Promise<AnswerOf<C>>;
  /** Runs `work` in one transaction under the context. Throws `Refusal` when a rule says no. */
  transaction: <Result>(
    ctx: CommandContext,
    work: (tx: Transaction) => Promise<Result>,
  ) => Promise<Result>;
  /** As `transaction`, but as the partner role, fenced in by row-level security to one agency. */
  partnerTransaction: <Result>(
    partner: Readonly<{ ctx: CommandContext; agencyId: string }>,
    work: (tx: Transaction) => Promise<Result>,
  ) => Promise<Result>;
  close: () => Promise<void>;
}>;

/** How long a caller may wait for the books. Longer is a fault: the caller gets 503 and may retry. */
export type Waits = Readonly<{
  /** For a connection, from the server or from the pool: 503 rather than a till that hangs. */
  connectMs: number;
  statementMs: number;
  lockMs: number;
  /** Timeout of this side, for a server that hangs and cannot report its own timeout. */
  answerMs: number;
  /** For a transaction of several statements to begin, and to end. */
  transactionBeginMs: number;
  transactionMs: number;
}>;

const WAITS: Waits = {
  connectMs: 5_000,
  statementMs: 15_000,
  lockMs: 10_000,
  answerMs: 16_000,
  transactionBeginMs: 10_000,
  transactionMs: 20_000,
};

/** One process holds at most this many connections; PostgreSQL allows 200 to all of them. */
const DEFAULT_POOL_SIZE = 16;

/** Opens the books. `url` logs in as a member of `lunas_app`; see `docs/architecture.md` for the roles. */
export function openDatabase(
  options: Readonly<{
    url: string;
    poolSize?: number;
    applicationName?: string;
    waits?: Partial<Waits>;
  }>,
): Database {
  const waits = { ...WAITS, ...options.waits };
  const pool = createConnectionPool({
    connectionString: options.url,
    max: options.poolSize ?? DEFAULT_POOL_SIZE,
    application_name: options.applicationName ?? 'lunas',
    connectionTimeoutMillis: waits.connectMs,
    statement_timeout: waits.statementMs,
    lock_timeout: waits.lockMs,
    query_timeout: waits.answerMs,
  });
  const adapter = new PrismaPg(pool, {
    disposeExternalPool: true,
    // The driver accepts a statement without a name as an ordinary one; the adapter's type does not say so.
    statementNameGenerator: preparedName as (statement: Readonly<{ sql: string }>) => string,
  });
  const prisma = new PrismaClient({ adapter });
  const limits = { maxWait: waits.transactionBeginMs, timeout: waits.transactionMs };
  return {
    prisma,
    call: (command, ctx, input) => refusing(() => callOn(pool, command, [ctx, input])),
    transaction: (ctx, work) =>
      refusing(() =>
        prisma.$transaction(async (tx) => {
          await tx.$queryRaw`SELECT enter_context(${JSON.stringify(ctx)}::jsonb)::text`;
          return work(tx);
        }, limits),
      ),
    partnerTransaction: ({ ctx, agencyId }, work) =>
      refusing(() =>
        prisma.$transaction(async (tx) => {
          await tx.$queryRaw`SELECT enter_context(${JSON.stringify(ctx)}::jsonb)::text`;
          await tx.$queryRaw`SELECT set_config('lunas.agency_id', ${agencyId}, true)`;
          await tx.$executeRaw`SET LOCAL ROLE lunas_partner`;
          return work(tx);
        }, limits),
      ),
    close: async () => {
      await prisma.$disconnect();
      // The client ends the pool only when it has used it.
      if (!pool.ended && !pool.ending) await pool.end();
    },
  };
}

/** Runs a command inside a transaction that is already open. Throws `Refusal` when a rule says no. */
export function callIn<C extends Command>(
  tx: Pick<PrismaClient, '$queryRawUnsafe'>,
  command: C,
  parameters: readonly [CommandContext, InputOf<C>],
): Promise<AnswerOf<C>> {
  return refusing(() => callSql(tx, command, parameters));
}

async function callSql<C extends Command>(
  client: Pick<PrismaClient, '$queryRawUnsafe'>,
  command: C,
  [ctx, input]: readonly [CommandContext, InputOf<C>],
): Promise<AnswerOf<C>> {
  const rows = await client.$queryRawUnsafe<{ answer: AnswerOf<C> }[]>(
    textOf(command),
    JSON.stringify(ctx),
    JSON.stringify(input),
  );
  return answerIn(rows, command, input);
}

/** Uses the driver directly: a single statement is its own transaction and does not need the Prisma client. */
async function callOn<C extends Command>(
  pool: pg.Pool,
  command: C,
  [ctx, input]: readonly [CommandContext, InputOf<C>],
): Promise<AnswerOf<C>> {
  const { rows } = await pool.query<{ answer: AnswerOf<C> }>({
    name: command.name,
    text: textOf(command),
    values: [JSON.stringify(ctx), JSON.stringify(input)],
  });
  return answerIn(rows, command, input);
}

/** The same text on both ways: PostgreSQL keeps one prepared statement per name. */
function textOf({ name }: Command): string {
  return `${preparedMark(name)} SELECT ${name}($1::jsonb, $2::jsonb) AS answer`;
}

function answerIn<C extends Command>(
  [row]: readonly Readonly<{ answer: AnswerOf<C> }>[],
  command: C,
  input: InputOf<C>,
): AnswerOf<C> {
  if (row === undefined) throw new Error(`${command.name} answered nothing`);
  const { answer } = row;
  if (commandCalls.hasSubscribers) commandCalls.publish({ command, input, answer });
  return answer;
}

async function refusing<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw asRefusal(error) ?? error;
  }
}
