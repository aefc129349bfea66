import { refuseCreditNote } from '../../domain/invoice/credit-note.js';
import { toPostedLines } from '../../domain/ledger/journal.js';
import { entriesForCreditNote } from '../../domain/ledger/post-credit-note.js';
import type { Money } from '../../domain/money/money.js';
import { multiplyRational, rational } from '../../domain/money/rational.js';
import { Refusal } from '../../domain/refusal.js';
import type { Transaction } from '../../prisma/database.js';

export type InvoiceToCredit = Awaited<ReturnType<typeof loadCreditableInvoice>>;

/**
 * An invoice with its open and credited amounts, locked until the command ends. @throws Refusal `INVOICE_NOT_FOUND`.
 */
export async function loadCreditableInvoice(tx: Transaction, invoiceId: string) {
  // Two credit notes of one invoice share its tax, so the second one waits here.
  await tx.$queryRaw`SELECT lock_open_items(${invoiceId}::uuid)::text AS open`;
  const invoice = await tx.invoice.findUnique({
    where: { id: invoiceId },
    include: {
      creditNotes: true,
    },
  });
  if (invoice !== null) return invoice;
  throw new Refusal({
    code: 'INVOICE_NOT_FOUND',
    param: 'invoiceId',
    detail: 'There is no such invoice.',
  });
}

/**
 * What a credit of `amount` books. Tax is credited in the proportion of the invoice, computed from the cumulated
 * credit, so that several partial credits add up to the tax exactly.
 *
 * @throws Refusal `CURRENCY_MISMATCH`, `CREDIT_NOT_POSITIVE`, `CREDIT_REASON_REQUIRED`, `CREDIT_EXCEEDS_INVOICE`.
 */
export function postedCredit(
  invoice: InvoiceToCredit,
  { amount, reason }: Readonly<{ amount: Money; reason: string }>,
) {
  if (amount.currency !== invoice.currency) {
    const detail = `The invoice is in ${invoice.currency}.`;
    throw new Refusal({ code: 'CURRENCY_MISMATCH', param: 'amount.currency', detail });
  }
  const credited = sumOf(invoice.creditNotes.map(({ totalAmount }) => totalAmount));
  const books = { total: invoice.totalAmount, creditedTotal: credited };
  const refusal = refuseCreditNote({ amount: amount.amount, reason }, books);
  if (refusal !== undefined) throw refusal;

  const share = rational(credited + amount.amount, invoice.totalAmount);
  const taxBefore = sumOf(invoice.creditNotes.map(({ taxAmount }) => taxAmount));
  const tax = multiplyRational(invoice.taxAmount, share, 'half-up') - taxBefore;
  const taxBase = amount.amount - tax;
  const at = { storeId: invoice.storeId, customerId: invoice.customerId };
  return {
    netAmount: taxBase.toString(),
    taxAmount: tax.toString(),
    journal: toPostedLines(entriesForCreditNote({ taxBase, tax }, at)),
  };
}

export type Allowance = Readonly<{ limit: bigint; used: bigint }>;

/** How much one person alone may give up of the invoice, and how much of that is used. */
export async function allowanceOfOne(
  tx: Transaction,
  { invoiceId, day }: Readonly<{ invoiceId: string; day: string }>,
): Promise<Allowance> {
  const [allowance] = await tx.$queryRaw<Allowance[]>`
    SELECT limit_amount AS limit, used_amount AS used FROM allowance_of_one(${invoiceId}::uuid, ${day}::date, NULL)`;
  return allowance ?? { limit: 0n, used: 0n };
}

function sumOf(amounts: readonly bigint[]): bigint {
  return amounts.reduce((sum, amount) => sum + amount, 0n);
}
