import type { SaleBody } from '../../../contract/sale/sale-body.js';
import { Refusal } from '../../../domain/refusal.js';
import { maskCardNumberCode } from '../../../domain/sale/card-number.js';
import type { CaptureException } from './capture-input.js';
import type { CaptureSources, SoldTo } from './capture-sources.js';

export type Buyer = Readonly<{
  customer: SoldTo | undefined;
  /** Exceptions with which a completed sale is booked. */
  findings: readonly CaptureException[];
}>;

/**
 * Finds the customer that a sale names. Online, an unknown or inactive customer is refused. A completed sale is booked
 * for the inactive customer or for none, and a person looks at it; only a sale on account needs a known customer.
 *
 * @throws Refusal `CUSTOMER_UNKNOWN`.
 */
export async function findBuyer(sources: CaptureSources, body: SaleBody): Promise<Buyer> {
  const { customer: reference, mode } = body;
  if (reference === undefined) return { customer: undefined, findings: [] };
  const customer = await sources.customer(reference);
  if (customer?.active === true) return { customer, findings: [] };
  const owes = body.tenders.some(({ type }) => type === 'onAccount');
  if (mode === 'online' || (customer === undefined && owes)) throw customerUnknown();
  return { customer, findings: [exceptionOf(reference, customer)] };
}

function exceptionOf(reference: string, customer: SoldTo | undefined): CaptureException {
  return customer === undefined
    ? {
        kind: 'customer-unknown',
        detail: `nobody is known as ${maskCardNumberCode(reference)}; booked without a customer`,
      }
    : { kind: 'customer-inactive', detail: `${customer.number} is not active any more` };
}

function customerUnknown(): Refusal {
  return new Refusal({
    code: 'CUSTOMER_UNKNOWN',
    param: 'customer',
    detail: 'There is no active customer with this id or number.',
  });
}
