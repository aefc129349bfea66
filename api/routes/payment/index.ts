import type { Route } from '../../route.js';
import { listPayments } from './list-payments.js';
import { readPayment } from './read-payment.js';
import { allocatePayment } from './allocate-payment.js';
import { reverseAllocation } from './reverse-allocation.js';

/** Payments and their allocations. */
export const paymentRoutes: readonly Route[] = [
  listPayments,
  readPayment,
  allocatePayment,
  reverseAllocation,
];
