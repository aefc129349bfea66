import {
  ApplicationFailure,
  executeChild,
  ParentClosePolicy,
  patched,
  proxyActivities,
  proxyLocalActivities,
  setCurrentDetails,
  setHandler,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow';
import type { DeviceActivities } from '../activities/receipt/receipt-activities.js';
import type { SaleActivities } from '../activities/sale/sale-activities.js';
import { followChanges } from './business-time.js';
import type { SaleOutcome } from '../domain/sale/stage.js';
import { currentStage, type SaleToCashInput, type Stage } from './messages.js';
import type { ReceivableOutcome } from '../domain/receivable/outcome.js';
import { receivable } from './receivable.js';
import { endedWith, showStanding } from './standing.js';

const DELIVERY = 'the goods to leave, or their reservation to expire';

const books = proxyLocalActivities<SaleActivities>({ startToCloseTimeout: '10s' });

/** Only what another system issued leaves the books again. */
function ofOurOwn(outcome: ReceivableOutcome | 'undone'): ReceivableOutcome {
  if (outcome !== 'undone') return outcome;
  throw ApplicationFailure.nonRetryable('the invoice of a sale has left the books');
}

/** The whole life of one sale, from the till to the last rupiah. */
export async function saleToCash(input: SaleToCashInput): Promise<SaleOutcome> {
  const { saleId, storeCode, clock, row } = input;
  const changes = followChanges(clock);
  const show = showStanding(input);
  let stage: Stage = 'captured';
  setHandler(currentStage, () => stage);

  // Money, stock and receipt were booked at capture; this reads the result.
  const sale = await books.captureSale({ saleId });
  const receipt = printReceipt();

  stage = 'delivering';
  if ((await deliveryOf()) === 'expired') {
    const release = await books.releaseStock({ saleId });
    if (release.kind === 'released') return close('cancelled');
  }

  stage = 'invoicing';
  const invoice = await books.issueInvoice({ saleId });
  if (invoice.kind === 'paid-at-the-till') return close('paid');

  stage = 'collecting';
  const { invoiceId, number } = invoice;
  if (row === undefined) upsertSearchAttributes({ Stage: [stage] });
  show({ Stage: stage, InvoiceNumber: number, WaitsFor: 'the money', NextStepAt: null });
  return afterPaper(
    executeChild(receivable, {
      workflowId: `receivable:${invoiceId}`,
      taskQueue: 'receivables',
      args: [row === undefined ? { invoiceId, clock } : { invoiceId, clock, row }],
      parentClosePolicy: ParentClosePolicy.ABANDON,
      typedSearchAttributes: workflowInfo().typedSearchAttributes,
      staticSummary: `Collects ${number}`,
    }).then(ofOurOwn),
  );

  /** Goods carried out of the shop are delivered at once; others wait until they leave or their time runs out. */
  async function deliveryOf(): Promise<'delivered' | 'expired'> {
    for (;;) {
      changes.watch();
      const delivery = await books.deliveryOf({ saleId });
      if (delivery.kind !== 'pending') return delivery.kind;
      const { untilMs } = delivery;
      show({ Stage: stage, WaitsFor: DELIVERY, NextStepAt: untilMs });
      // Lives that began under older code do not set these attributes.
      if (row === undefined && patched('shows-delivering'))
        upsertSearchAttributes({ Stage: [stage], NextStepAt: [new Date(untilMs)] });
      await changes.pause({ untilMs, waitsFor: DELIVERY });
    }
  }

  /** Printing never holds up a sale: what could not be printed becomes work for a person. */
  async function printReceipt(): Promise<void> {
    if (!sale.printsReceipt) return;
    const devices = proxyActivities<DeviceActivities>({
      taskQueue: `devices:${storeCode}`,
      startToCloseTimeout: '2 minutes',
      scheduleToCloseTimeout: '1 day',
      summary: 'Receipt',
    });
    await devices.printReceipt({ saleId }).catch(() => books.reportUnprintedReceipt({ saleId }));
  }

  async function close(outcome: SaleOutcome): Promise<SaleOutcome> {
    await books.closeSale({ saleId, outcome });
    return afterPaper(Promise.resolve(outcome));
  }

  /** Waits for the receipt before the life ends, because the end of the workflow would end the printing. */
  async function afterPaper(settled: Promise<SaleOutcome>): Promise<SaleOutcome> {
    try {
      await settled;
    } finally {
      setCurrentDetails('Waits for the printer');
      await receipt;
      stage = 'closed';
    }
    const outcome = await settled;
    show(endedWith(outcome));
    return outcome;
  }
}
