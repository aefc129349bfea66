import type { Route } from '../../route.js';
import { listPayments } from './list-payments.js';
import { readPayment } from './read-payment.js';
import { allocatePayment } from './allocate-payment.js';
import { reverseAllocation } from './reverse-allocation.js';

/** Money that came in, and what it pays. */
export const paymentRoutes: readonly Route[] = [
  listPayments,
  readPayment,
  allocatePayment,
  reverseAllocation,
];
