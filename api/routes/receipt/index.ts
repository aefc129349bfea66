import type { Route } from '../../route.js';
import { readReceipt } from './read-receipt.js';
import { printCopy } from './print-copy.js';

/** The receipt of a sale, and copies of it. */
export const receiptRoutes: readonly Route[] = [readReceipt, printCopy];
