import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { DeviceActivities } from '../activities/receipt/receipt-activities.js';
import type { SaleActivities } from '../activities/sale/sale-activities.js';
import type { PrintCopyInput } from './messages.js';

const books = proxyLocalActivities<SaleActivities>({ startToCloseTimeout: '10s' });

/** Prints one copy that a person asked for, marked as a copy. */
export async function printCopy({ printJobId, storeCode }: PrintCopyInput): Promise<void> {
  const devices = proxyActivities<DeviceActivities>({
    taskQueue: `devices:${storeCode}`,
    startToCloseTimeout: '2 minutes',
    scheduleToCloseTimeout: '1 hour',
  });
  await devices.printCopy({ printJobId }).catch(() => books.reportUnprintedCopy({ printJobId }));
}
