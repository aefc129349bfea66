import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Database, Transaction } from '../prisma/database.js';

const planForm = z.object({
  kind: z.enum(['sample', 'minimal']),
  /** The seed of the random source. */
  seed: z.string(),
  /** The moments at which the books begin and at which the history ends, ISO 8601. */
  from: z.string(),
  until: z.string(),
});

const progressForm = planForm.extend({
  /** The last day whose history is complete, when there is one. */
  doneThrough: z.string().nullable(),
  /** Customers who may buy on account on the current day, so that an interrupted day goes on as it began. */
  debtors: z.object({ day: z.string(), customerIds: z.array(z.string()) }).optional(),
});

/**
 * The plan of the sample data, fixed at the first start, so that an interrupted history continues with the same plan.
 */
export type SeedPlan = Readonly<z.output<typeof planForm>>;
export type SeedProgress = Readonly<z.output<typeof progressForm>>;
export type DebtorsOfDay = NonNullable<SeedProgress['debtors']>;

export type SeedState =
  | Readonly<{ kind: 'empty' }>
  /** The books were not filled by the seed. */
  | Readonly<{ kind: 'foreign' }>
  | Readonly<{ kind: 'begun'; progress: SeedProgress }>
  | Readonly<{ kind: 'done'; progress: SeedProgress }>;

/** The seed has an idempotency record like a command, which stores its progress. */
const KEY = { scope: 'seed', key: 'sample-data' } as const;
const ACCEPTED = 202;
const CREATED = 201;

export async function readSeedState({ prisma }: Pick<Database, 'prisma'>): Promise<SeedState> {
  const record = await prisma.idempotencyRecord.findUnique({ where: { scope_key: KEY } });
  if (record === null) {
    return { kind: (await prisma.organisation.count()) === 0 ? 'empty' : 'foreign' };
  }
  const progress = progressForm.parse(record.response);
  return { kind: record.status === CREATED ? 'done' : 'begun', progress };
}

/** Written in the transaction that makes the company; a concurrent second seed waits here and then fails. */
export async function recordSeedBegun(
  tx: Pick<Transaction, 'idempotencyRecord'>,
  { plan, at }: Readonly<{ plan: SeedPlan; at: Date }>,
): Promise<void> {
  await tx.idempotencyRecord.create({
    data: {
      ...KEY,
      requestHash: new Uint8Array(createHash('sha256').update(JSON.stringify(plan)).digest()),
      status: ACCEPTED,
      response: { ...plan, doneThrough: null },
      createdAt: at,
    },
  });
}

export async function recordSeedProgress(
  { prisma }: Pick<Database, 'prisma'>,
  { progress, standing }: Readonly<{ progress: SeedProgress; standing: 'begun' | 'done' }>,
): Promise<void> {
  const status = standing === 'done' ? CREATED : ACCEPTED;
  const update = prisma.idempotencyRecord.update({
    where: { scope_key: KEY },
    data: { status, response: progress },
  });
  // Waits for the disk: this transaction and all before it are then durable.
  await (standing === 'done'
    ? prisma.$transaction([prisma.$executeRaw`SET LOCAL synchronous_commit = on`, update])
    : update);
}
