import * as receivableCommands from '../../prisma/commands/receivable.js';
import type { Owed, OwingShop } from './owing-shop.js';

/** What must be as it was before once an act is undone. */
export async function snapshotOf(world: OwingShop, owed: Owed) {
  const { prisma } = world.database;
  const { invoiceId, saleId } = owed;
  const facts = await world.call(receivableCommands.receivableFacts, { invoiceId });
  const { version: _, settledBy: __, ...known } = facts ?? { version: 0, settledBy: [] };
  return {
    facts: known,
    items: await prisma.openItem.findMany({ orderBy: { id: 'asc' } }),
    receivable: await prisma.receivable.findUnique({
      where: { invoiceId },
      omit: { version: true },
    }),
    life: await prisma.saleLifecycle.findUnique({
      where: { saleId },
      select: { stage: true, outcome: true, closedAt: true, nextStep: true, nextStepAt: true },
    }),
    suggestions: await prisma.paymentSuggestion.findMany({ orderBy: { id: 'asc' } }),
    payments: await prisma.payment.findMany({
      where: { state: { not: 'reversed' }, unappliedAmount: { gt: 0n } },
      select: { id: true, state: true, unappliedAmount: true, customerId: true },
      orderBy: { id: 'asc' },
    }),
    disputes: await prisma.dispute.findMany({ where: { state: 'open' } }),
    holds: await prisma.dunningHold.findMany({ where: { releasedAt: null } }),
    promises: await prisma.promiseToPay.findMany({ where: { state: 'open' } }),
    writeOffs: await prisma.writeOff.findMany({ where: { state: 'requested' } }),
    credits: await prisma.creditNoteRequest.findMany({ where: { state: 'requested' } }),
    placing: await prisma.placementRequest.findMany({ where: { state: 'requested' } }),
    cases: await prisma.placement.findMany({ omit: { lastEventAt: true } }),
    work: await work(world),
    aliases: await prisma.customerAlias.findMany({ where: { revokedAt: null } }),
    letters: await prisma.dunningNotice.count({ where: { state: { in: ['preparing', 'sent'] } } }),
    mails: await prisma.mailMessage.count(),
  };
}

/** That the bank took a payment back is told to a person, and stays. */
async function work(world: OwingShop) {
  const items = await world.database.prisma.workItem.findMany({
    where: { state: 'open', kind: { not: 'payment-reversed' } },
    select: { kind: true, subjectId: true, amount: true, customerId: true, detail: true },
    orderBy: [{ kind: 'asc' }, { subjectId: 'asc' }],
  });
  return items.map(({ detail, ...item }) => {
    const { reason: _, ...said } = detail as Record<string, unknown>;
    return { ...item, detail: item.kind === 'unapplied-payment' ? said : detail };
  });
}
