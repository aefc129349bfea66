import { randomUUID } from 'node:crypto';
import { createCapture } from '../../activities/sale/capture/capture.js';
import { booked, type Booked } from './booked.js';
import { createCaptureSources } from '../../activities/sale/capture/capture-sources.js';
import type { SaleBody } from '../../contract/sale/sale-body.js';
import { aSaleOnAccount } from './a-sale.js';
import type { OwingShop } from './owing-shop.js';
import { testContext } from './shop.js';

type Sold = Readonly<{ customer: string; saleId?: string }>;

/** A packet of coffee (Rp45,000) at the till of a shop, now: on account, if `changes` say nothing else. */
export function captureAt(
  { database, clock }: Pick<OwingShop, 'database' | 'clock'>,
  { customer, saleId = randomUUID() }: Sold,
  changes: Partial<SaleBody> = {},
): Promise<Booked> {
  const capture = createCapture({
    database,
    clock,
    sources: createCaptureSources(database),
    workflowLink: (id) => id,
  });
  const body = aSaleOnAccount(customer, {
    capturedAt: clock.iso(),
    businessDate: clock.today('Asia/Jakarta').toString(),
    ...changes,
  });
  return booked(capture({ saleId, body, seller: {}, ctx: testContext(clock.iso()) }));
}
