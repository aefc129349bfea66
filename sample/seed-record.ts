import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Database, Transaction } from '../prisma/database.js';

const planForm = z.object({
  kind: z.enum(['sample', 'minimal']),
  /** What chance is drawn from. */
  seed: z.string(),
  /** The moments at which the books begin and at which the history ends, ISO 8601. */
  from: z.string(),
  until: z.string(),
});

const progressForm = planForm.extend({
  /** The last day whose history is complete, when there is one. */
  doneThrough: z.string().nullable(),
  /** Who might buy on account on the day under way, so that a day that is cut off goes on as it began. */
  debtors: z.object({ day: z.string(), customerIds: z.array(z.string()) }).optional(),
});

/** What is made; fixed at the first start, so that an interrupted one goes on with the same story. */
export type SeedPlan = Readonly<z.output<typeof planForm>>;
export type SeedProgress = Readonly<z.output<typeof progressForm>>;
export type DebtorsOfDay = NonNullable<SeedProgress['debtors']>;

export type SeedState =
  | Readonly<{ kind: 'empty' }>
  /** Somebody else filled these books. */
  | Readonly<{ kind: 'foreign' }>
  | Readonly<{ kind: 'begun'; progress: SeedProgress }>
  | Readonly<{ kind: 'done'; progress: SeedProgress }>;

/** Sample data are a command like others: it has a key, and its record says how far it came. */
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

/** In the transaction that makes the company; a second seed at the same time waits here and then fails. */
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
  // When it is done, it and all before it are on disk, whatever the connection does otherwise.
  await (standing === 'done'
    ? prisma.$transaction([prisma.$executeRaw`SET LOCAL synchronous_commit = on`, update])
    : update);
}
