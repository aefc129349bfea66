import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { NoOpActivities } from '../support/no-op-lives.js';

const books = proxyLocalActivities<NoOpActivities>({ startToCloseTimeout: '10s' });
const devices = proxyActivities<NoOpActivities>({
  taskQueue: 'no-op-devices',
  startToCloseTimeout: '2 minutes',
});

/** The comparison: as many activities, of the same kinds and in the same order, as for a sale paid at the till. */
export async function paidSaleDoingNothing(): Promise<void> {
  await books.captureSale();
  const receipt = devices.printReceipt();
  await books.deliveryOf();
  await books.issueInvoice();
  await books.closeSale();
  await receipt;
}
