import { readNextStepRoute } from '../../../contract/lifecycle/next-step.js';
import { notFound } from '../../../domain/refusal.js';
import { explainStep, type ExplainedStep } from '../../../activities/dunning/explain-step.js';
import { Prisma, type PrismaClient } from '../../../prisma/database.js';
import { route } from '../../route.js';
import { lifecycleOnWire, lifecycleRow } from './lifecycle-rows.js';
import { companyToday, ownStore } from './list-lifecycles.js';
import { meaningOfHold } from './meaning-of-hold.js';
import { explainedOnWire } from './next-step-on-wire.js';
import { sayInBoth } from './next-step-words.js';

export const readNextStep = route(readNextStepRoute).answers(
  async ({ params, principal, ctx }, deps) => {
    const { database } = deps;
    const { saleId } = params;
    const conditions = [Prisma.sql`l.sale_id = ${saleId}::uuid`, ...ownStore(principal)];
    const wanted = { conditions, today: await companyToday(deps) };
    const row = await lifecycleRow(database.prisma, wanted);
    if (row === undefined) throw notFound();
    const sale = lifecycleOnWire(row, deps);
    const invoice = await database.prisma.invoice.findUnique({
      where: { saleId },
      select: { id: true },
    });
    const isWaiting = sale.closedAt === null && invoice !== null;
    const explained = isWaiting ? await explainStep(database, ctx, invoice.id) : null;
    if (explained !== null) {
      const meaning = (await whatHolds(database.prisma, explained)) ?? sale.meaning;
      return { status: 200, body: explainedOnWire({ ...sale, meaning }, explained) };
    }
    const { meaning, nextStep, nextStepAt } = sale;
    return {
      status: 200,
      body: {
        saleId,
        title: meaning,
        sentence: sayInBoth((language) => `${meaning[language]}.`),
        nextStep,
        nextStepAt,
        letters: null,
        rules: [],
        checks: [],
        planned: [],
      },
    };
  },
);

/** What holds it now: the life may not have read the books again yet. */
async function whatHolds(prisma: PrismaClient, { step, read }: ExplainedStep) {
  if (step.kind !== 'hold') return undefined;
  const nextStep = `hold-${step.reason}`;
  const [row] = await prisma.$queryRaw<{ holders: unknown }[]>`
    SELECT what_holds(${read.row.invoiceId}::uuid, ${nextStep}) AS holders`;
  return meaningOfHold(nextStep, row?.holders);
}
