import type { SaleBody } from '../../contract/sale/sale-body.js';

let sequence = 0;

/** One packet of coffee at Rp45,000, paid in cash at the first till of Jakarta. */
export function aSale(changes: Partial<SaleBody> = {}): SaleBody {
  sequence += 1;
  const capturedAt = new Date();
  return {
    terminal: 'JKT1-01',
    deviceSequence: sequence,
    businessDate: jakartaDay(capturedAt),
    capturedAt: capturedAt.toISOString(),
    mode: 'online',
    lines: [{ sku: 'KOPI-250', quantity: '1' }],
    tenders: [{ type: 'cash', amount: rupiah(45_000) }],
    ...changes,
  };
}

/** The same, all of it on account of a customer. */
export function aSaleOnAccount(customer: string, changes: Partial<SaleBody> = {}): SaleBody {
  return aSale({ customer, tenders: [{ type: 'onAccount', amount: rupiah(45_000) }], ...changes });
}

/** A packet of tea at the price that the till asks for it. */
export function aSaleOfTea(amount: number, changes: Partial<SaleBody> = {}): SaleBody {
  return aSale({
    lines: [{ sku: 'TEH-100', quantity: '1', unitPrice: rupiah(amount) }],
    tenders: [{ type: 'qris', amount: rupiah(amount) }],
    ...changes,
  });
}

export function rupiah(amount: number | bigint): { amount: string; currency: string } {
  return { amount: amount.toString(), currency: 'IDR' };
}

/** The day of the shops of the tests. */
export function jakartaDay(instant: Date): string {
  const sevenHoursMs = 7 * 60 * 60 * 1_000;
  return new Date(instant.getTime() + sevenHoursMs).toISOString().slice(0, 10);
}
