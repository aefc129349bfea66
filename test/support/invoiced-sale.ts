import { randomUUID } from 'node:crypto';
import { createCapture } from '../../activities/sale/capture/capture.js';
import { createCaptureSources } from '../../activities/sale/capture/capture-sources.js';
import { createSaleActivities } from '../../activities/sale/sale-activities.js';
import { createClock, type Clock } from '../../platform/clock.js';
import { systemContext } from '../../platform/context.js';
import type { Database } from '../../prisma/database.js';
import { aSaleOnAccount, rupiah } from './a-sale.js';
import type { Shop } from './shop.js';

export type InvoicedSale = Readonly<{
  saleId: string;
  invoiceId: string;
  number: string;
  paymentReference: string;
  customerId: string;
  total: bigint;
  /** In the order in which they fall due. */
  openItems: readonly Readonly<{ id: string; amount: bigint }>[];
}>;

export type Invoicing = (
  sale?: Readonly<{ customer?: string; packets?: number }>,
) => Promise<InvoicedSale>;

/** A business clock that runs in real time from `iso` on. */
export function clockFrom(iso: string): Clock {
  return createClock({ businessEpochMs: Date.parse(iso), realEpochMs: Date.now(), speed: 1 });
}

/** Sells packets of coffee (Rp45,000 each) on account of a customer, and invoices them, as the product does it. */
export function createInvoicing(database: Database, shop: Shop, clock: Clock): Invoicing {
  const sources = createCaptureSources(database);
  const capture = createCapture({ database, clock, sources, workflowLink: (id) => id });
  const { issueInvoice } = createSaleActivities({ database, clock });
  return async ({ customer = shop.customers.warung.number, packets = 1 } = {}) => {
    const saleId = randomUUID();
    const total = 45_000n * BigInt(packets);
    const body = aSaleOnAccount(customer, {
      // Booked whatever the customer owes already.
      mode: 'completed',
      businessDate: clock.today('Asia/Jakarta').toString(),
      capturedAt: clock.iso(),
      lines: [{ sku: 'KOPI-250', quantity: String(packets) }],
      tenders: [{ type: 'onAccount', amount: rupiah(total) }],
    });
    const ctx = systemContext({ clock, name: 'test', origin: 'test' });
    await capture({ saleId, body, seller: {}, ctx });
    const invoiced = await issueInvoice({ saleId });
    if (invoiced.kind !== 'invoiced') throw new Error('a sale on account is invoiced');
    const invoice = await database.prisma.invoice.findUniqueOrThrow({
      where: { id: invoiced.invoiceId },
      include: { openItems: { orderBy: { dueOn: 'asc' } } },
    });
    return {
      saleId,
      invoiceId: invoice.id,
      number: invoice.number,
      paymentReference: invoice.paymentReference,
      customerId: invoice.customerId,
      total,
      openItems: invoice.openItems.map(({ id, amount }) => ({ id, amount })),
    };
  };
}
