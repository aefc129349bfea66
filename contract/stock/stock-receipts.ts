import { z } from 'zod';
import { AMOUNT_REFUSALS, QUANTITY_REFUSALS } from '../errors/money.js';
import { masterChange, reason } from '../company/master-changes.js';
import { code, date, id, money, orNull, quantity } from '../primitives.js';
import { STORE_KEEPERS } from '../roles.js';
import { defineRoute } from '../route.js';

const LINES_MAX = 500;

/** Goods of one item. */
export const stockLine = z.strictObject({
  sku: code,
  quantity,
  cost: money.meta({ description: 'Of the whole line, without tax.' }),
});

const receipt = z
  .strictObject({
    id,
    location: z.string(),
    lines: z.number().int(),
    waiting: orNull(masterChange).meta({
      description: 'The change that waits for a second person; the goods are not in stock.',
    }),
  })
  .meta({ id: 'StockReceipt' });

export const receiveStockRoute = defineRoute({
  method: 'post',
  path: '/v1/stock-receipts',
  summary: 'Put goods into stock: what was there at the beginning, or what a supplier brought',
  description:
    '`opening` is booked against the opening balance, `goods-receipt` against goods received and not yet invoiced. Above what one person alone takes in within 24 hours (`goodsReceipt` of `/v1/approval-limits`) it waits for a second person: 202, and `POST /v1/master-changes/{masterChangeId}/approval` decides.',
  tag: 'Stock',
  access: {
    kind: 'roles',
    roles: STORE_KEEPERS,
    scope: 'masters:write',
  },
  body: z.strictObject({
    kind: z.enum(['opening', 'goods-receipt']),
    location: code.meta({ description: 'Code of the location.' }),
    businessDate: date.optional().meta({ description: 'Today when left out.' }),
    lines: z.array(stockLine).min(1).max(LINES_MAX),
    reason: reason.optional(),
  }),
  example: {
    kind: 'opening',
    location: 'BDG1-FLOOR',
    lines: [{ sku: 'KOPI-001', quantity: '40', cost: { amount: '720000', currency: 'IDR' } }],
  },
  responses: { 201: receipt, 202: receipt },
  errors: [
    'SECOND_PERSON_REQUIRED',
    'MASTER_CHANGE_WAITING',
    'LOCATION_UNKNOWN',
    'BUSINESS_DATE_IN_FUTURE',
    'BUSINESS_DATE_TOO_EARLY',
    'ITEM_REPEATED',
    'RECEIPT_TOO_LARGE',
    'ITEM_UNKNOWN',
    'ITEM_NOT_STOCKED',
    'QUANTITY_NOT_POSITIVE',
    'PRICE_NEGATIVE',
    ...AMOUNT_REFUSALS,
    ...QUANTITY_REFUSALS,
  ],
  idempotency: 'key',
});

export const undoStockReceiptRoute = defineRoute({
  method: 'post',
  path: '/v1/stock-receipts/{stockReceiptId}/undoing',
  summary: 'Take goods back that were booked in by mistake',
  description:
    'For 24 hours by whoever took them in alone, while nothing of their items has moved there since. Stock, average cost and ledger are as they were before, on the same business day. Otherwise the goods are counted (`POST /v1/stock-counts`).',
  tag: 'Stock',
  access: { kind: 'roles', roles: STORE_KEEPERS, scope: 'masters:write' },
  params: z.strictObject({ stockReceiptId: id }),
  responses: { 200: receipt },
  errors: [
    'STOCK_RECEIPT_NOT_FOUND',
    'STOCK_RECEIPT_UNDONE',
    'STOCK_RECEIPT_NOT_OWN',
    'STOCK_RECEIPT_OLD',
    'GOODS_MOVED',
    'PERIOD_CLOSED',
  ],
  idempotency: 'key',
});
