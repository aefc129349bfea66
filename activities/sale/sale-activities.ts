import { Temporal } from 'temporal-polyfill';
import { entriesForDelivery, entriesForExpiredDelivery } from '../../domain/ledger/post-sale.js';
import { accountCode } from '../../domain/ledger/accounts.js';
import { toPostedLines } from '../../domain/ledger/journal.js';
import { instalmentsOf, type PaymentTerms } from '../../domain/invoice/terms.js';
import { Refusal } from '../../domain/refusal.js';
import type { SaleOutcome } from '../../domain/sale/stage.js';
import type { Clock } from '../../platform/clock.js';
import { systemContext } from '../../platform/context.js';
import type { InputOf } from '../../prisma/commands/command.js';
import * as invoiceCommands from '../../prisma/commands/invoice.js';
import * as receiptCommands from '../../prisma/commands/receipt.js';
import * as saleCommands from '../../prisma/commands/sale.js';
import * as stockCommands from '../../prisma/commands/stock.js';
import type { Database } from '../../prisma/database.js';
import { prepared } from '../../prisma/prepared.js';
import { refusingAsFailure } from '../refusal.js';
import { rememberSettledFacts, type SettledFacts } from './settled-facts.js';
import { loadSoldAmounts, type SoldSale } from './sold-amounts.js';

export type SaleDependencies = Readonly<{ database: Database; clock: Clock }>;

export type DeliveryState =
  | Readonly<{ kind: 'delivered' }>
  | Readonly<{ kind: 'expired' }>
  | Readonly<{ kind: 'pending'; untilMs: number }>;

export type Invoicing =
  | Readonly<{ kind: 'invoiced'; invoiceId: string; number: string }>
  | Readonly<{ kind: 'paid-at-the-till' }>;

type SaleKey = Readonly<{ saleId: string }>;

export type SaleActivities = ReturnType<typeof createSaleActivities>;

/** The steps of `saleToCash` that are one short transaction each; safe to repeat, each under its own business key. */
export function createSaleActivities({ database, clock }: SaleDependencies) {
  const context = (origin: string) => systemContext({ clock, name: 'sale-to-cash', origin });
  const settled = rememberSettledFacts();

  return refusingAsFailure({
    /** Reads the captured sale, which the till has already had its answer for. Refuses SALE_NOT_FOUND. */
    captureSale: async ({ saleId }: SaleKey): Promise<{ printsReceipt: boolean }> => {
      const { printsReceipt, ...facts } = await readCapturedSale(database, saleId);
      settled.note(saleId, facts);
      return { printsReceipt };
    },

    /**
     * The delivery state; at the first call for a waiting sale it books that the sale waits. Refuses SALE_NOT_FOUND.
     */
    deliveryOf: async ({ saleId }: SaleKey): Promise<DeliveryState> => {
      if (settled.of(saleId)?.isDelivered === true) return { kind: 'delivered' };
      const { stage, delivery } = await readDelivery({ database, clock }, saleId);
      if (delivery.kind === 'pending' && stage === 'captured')
        await database.call(saleCommands.awaitDelivery, context(`sale:${saleId}`), { saleId });
      return delivery;
    },

    /** Releases the stock of a sale that nobody collected; `delivered` when the goods left at the last moment. */
    releaseStock: async ({ saleId }: SaleKey): Promise<{ kind: 'released' | 'delivered' }> => {
      const sale = await loadSoldAmounts(database, saleId);
      return database.call(stockCommands.releaseStock, context(`sale:${saleId}`), {
        saleId,
        businessDate: clock.today(sale.timeZone).toString(),
        journal: toPostedLines(entriesForExpiredDelivery(sale, sale.at)),
      });
    },

    /** Invoices the part on account, once the goods have left; a sale paid at the till has its receipt. */
    issueInvoice: async ({ saleId }: SaleKey): Promise<Invoicing> => {
      const isPaid =
        settled.of(saleId)?.isPaidAtTheTill ?? (await isPaidAtTheTill(database, saleId));
      if (isPaid) return { kind: 'paid-at-the-till' };
      const sale = await loadSoldAmounts(database, saleId);
      const issuedOn = clock.today(sale.timeZone);
      const invoice = await database.call(invoiceCommands.issueInvoice, context(`sale:${saleId}`), {
        saleId,
        issuedOn: issuedOn.toString(),
        instalments: instalmentsToIssue(sale, issuedOn),
        accounts: { receivables: accountCode('receivables'), unbilled: accountCode('unbilled') },
      });
      if (!invoice.hasOpenItems) return { kind: 'paid-at-the-till' };
      return { kind: 'invoiced', invoiceId: invoice.invoiceId, number: invoice.number };
    },

    closeSale: async ({
      saleId,
      outcome,
    }: SaleKey & Readonly<{ outcome: SaleOutcome }>): Promise<void> => {
      await database.call(saleCommands.closeSale, context(`sale:${saleId}`), { saleId, outcome });
    },

    /** Opens a work item for a receipt that could not be printed in time. */
    reportUnprintedReceipt: async ({ saleId }: SaleKey): Promise<void> => {
      const job = await database.prisma.printJob.findFirst({ where: { saleId, kind: 'RECEIPT' } });
      if (job !== null) await reportUnprinted(job.id, `sale:${saleId}`);
    },

    reportUnprintedCopy: async ({
      printJobId,
    }: Readonly<{ printJobId: string }>): Promise<void> => {
      await reportUnprinted(printJobId, `print:${printJobId}`);
    },
  });

  async function reportUnprinted(printJobId: string, origin: string): Promise<void> {
    await database.call(receiptCommands.endPrintJob, context(origin), {
      printJobId,
      state: 'FAILED',
      failure: 'the printer was not ready in time',
    });
  }
}

/** Delivers goods that were kept for later. Refuses SALE_NOT_FOUND, DELIVERY_EXPIRED. */
export async function deliverSale(
  { database, clock }: SaleDependencies,
  command: Readonly<{ saleId: string; ctx: ReturnType<typeof systemContext> }>,
): Promise<{ kind: 'delivered' | 'already-delivered' }> {
  const sale = await loadSoldAmounts(database, command.saleId);
  return database.call(saleCommands.deliverSale, command.ctx, {
    saleId: command.saleId,
    businessDate: clock.today(sale.timeZone).toString(),
    journal: toPostedLines(entriesForDelivery(sale, sale.at)),
    accounts: {
      costOfGoodsSold: accountCode('costOfGoodsSold'),
      inventory: accountCode('inventory'),
    },
  });
}

async function readDelivery(
  { database, clock }: SaleDependencies,
  saleId: string,
): Promise<Readonly<{ stage: string; delivery: DeliveryState }>> {
  const life = await database.prisma.saleLifecycle.findUnique({ where: { saleId } });
  if (life === null) throw saleNotFound();
  const { stage, deliveryState } = life;
  if (deliveryState !== 'pending')
    return { stage, delivery: { kind: deliveryState as 'delivered' | 'expired' } };
  const untilMs = life.deliveryExpiresAt?.getTime() ?? clock.nowMs();
  const isOver = untilMs <= clock.nowMs();
  return { stage, delivery: isOver ? { kind: 'expired' } : { kind: 'pending', untilMs } };
}

async function readCapturedSale(
  { prisma }: Database,
  saleId: string,
): Promise<SettledFacts & Readonly<{ printsReceipt: boolean }>> {
  const [sale] = await prisma.$queryRaw<(SettledFacts & { printsReceipt: boolean })[]>`
    ${prepared('captured_sale')}
    SELECT EXISTS (SELECT 1 FROM print_job j WHERE j.sale_id = s.id AND j.kind = 'RECEIPT') AS "printsReceipt",
      l.delivery_state = 'delivered' AS "isDelivered", s.on_account_amount = 0 AS "isPaidAtTheTill"
    FROM sale s JOIN sale_lifecycle l ON l.sale_id = s.id WHERE s.id = ${saleId}::uuid`;
  if (sale === undefined) throw saleNotFound();
  return sale;
}

/** True for most sales, which then need no invoice. */
async function isPaidAtTheTill({ prisma }: Database, saleId: string): Promise<boolean> {
  const sale = await prisma.sale.findUnique({
    where: { id: saleId },
    select: { onAccountAmount: true },
  });
  if (sale === null) throw saleNotFound();
  return sale.onAccountAmount === 0n;
}

function instalmentsToIssue(
  sale: SoldSale,
  issuedOn: Temporal.PlainDate,
): InputOf<typeof invoiceCommands.issueInvoice>['instalments'] {
  return instalmentsOf(sale.totals.onAccount, termsOf(sale), issuedOn).map(
    ({ number, amount, dueDate }) => ({
      instalment: number,
      amount: amount.toString(),
      dueOn: dueDate.toString(),
    }),
  );
}

function termsOf({ customer }: SoldSale): PaymentTerms {
  if (customer === undefined) return { instalments: 1, everyDays: 0 };
  return { instalments: customer.instalments, everyDays: customer.termsDays };
}

function saleNotFound(): Refusal {
  return new Refusal({ code: 'SALE_NOT_FOUND', detail: 'There is no such sale.', param: 'saleId' });
}
