import { z } from 'zod';
import type { Sendable } from '../../contract/route.js';
import { date, money } from '../../contract/primitives.js';
import { pricedSale, saleException } from '../../contract/sale/priced-sale.js';
import { CAPTURE_MODES } from '../../domain/pricing/sale-request.js';
import { SALE_OUTCOMES } from '../../domain/sale/stage.js';
import {
  account,
  amount,
  command,
  currency,
  day,
  id,
  instant,
  journalLine,
  keptFacts,
  list,
  nothing,
  quantityMilli,
  sha256,
} from './command.js';

const seller = {
  legalName: z.string(),
  address: z.string(),
  npwp: z.string(),
  storeName: z.string(),
  storeCode: z.string(),
  /** The logo of the company then; none: its receipts carried none. */
  logoId: id.optional(),
};

const storedShape = z.strictObject({
  ...pricedSale,
  seller: z.strictObject(seller),
  timeZone: z.string(),
  /**
   * Due dates of the part on account, as printed on the receipt. Older sales, whose receipts did not print them, have
   * none.
   */
  dues: z.array(z.strictObject({ dueOn: date, amount: money })).optional(),
  /** Of a sandbox terminal: nothing of it is real. */
  training: z.literal(true).optional(),
});

/**
 * The content of `sale.priced`: the figures as on the wire, and what the receipt said about the seller. A replay is
 * answered from this alone, so that later changes of catalogue, store name or tax rules do not matter.
 */
export type StoredSale = Sendable<z.infer<typeof storedShape>>;

const storedSale: z.ZodType<StoredSale, StoredSale> = storedShape;

const givenPromotion = z.strictObject({
  /** Null: the till named one that is not known here. */
  promotionId: id.nullable(),
  code: z.string(),
  name: z.string(),
  amount,
});

/** A limit of a promotion that the sale counts under. */
const promotionUse = z.strictObject({
  promotionId: id,
  code: z.string(),
  /** `all`, a business day, or a business day and a customer. */
  scope: z.string(),
  most: z.int().positive(),
});

const saleLine = z.strictObject({
  lineNumber: z.int().positive(),
  itemId: id,
  sku: z.string(),
  name: z.string(),
  unit: z.string(),
  quantityMilli,
  unitPrice: amount,
  gross: amount,
  discount: amount,
  net: amount,
  taxCode: z.string(),
  taxBase: amount,
  tax: amount,
  stocked: z.boolean(),
  priceListId: id.nullable(),
  priceVersion: z.int().nullable(),
  promotions: list(givenPromotion),
});

const saleTender = z.strictObject({
  tenderNumber: z.int().positive(),
  type: z.string(),
  amount,
  tendered: amount,
  change: amount,
  reference: z.string().nullable(),
});

const saleTotals = z.strictObject({
  gross: amount,
  discount: amount,
  discountBase: amount,
  taxBase: amount,
  tax: amount,
  rounding: amount,
  total: amount,
  onAccount: amount,
});

const goodsAccounts = z.strictObject({ costOfGoodsSold: account, inventory: account });

const captured = {
  input: z.strictObject({
    saleId: id,
    contentHash: sha256,
    content: keptFacts,
    priced: storedSale,
    terminalId: id,
    storeId: id,
    storeCode: z.string(),
    legalEntityId: id,
    locationId: id,
    customerId: id.nullable(),
    mode: z.enum(CAPTURE_MODES),
    delivery: z.enum(['carried', 'later']),
    deliveryExpiresAt: instant.nullable(),
    language: z.string(),
    /** The sequence number that the device gave the sale, as decimal digits. */
    deviceSequence: z.string().regex(/^\d+$/),
    priceVersion: z.int(),
    businessDate: day,
    capturedAt: instant,
    currency,
    cashier: z.string(),
    /** `till`: the till has printed its own slip, so that none is queued here. */
    receiptOrigin: z.enum(['lunas', 'till']),
    totals: saleTotals,
    lines: list(saleLine),
    tenders: list(saleTender),
    promotionUses: list(promotionUse),
    journal: list(journalLine),
    accounts: goodsAccounts,
    exceptions: list(saleException),
  }),
  answer: z.strictObject({
    kind: z.enum(['captured', 'replayed', 'conflict']),
    /** Kept beside the books, of a store in shadow: then it has neither serial nor workflow. */
    shadow: z.boolean(),
    number: z.string(),
    /** As another system calls it; only of a sale in shadow. */
    till: z.string().optional(),
    receiptSerial: z.int().nullable(),
    bookedAt: instant,
    businessDate: day,
    workflowId: z.string().nullable(),
    priced: storedSale,
    exceptions: list(saleException.extend({ facts: keptFacts.optional() })),
  }),
};

/**
 * Books a sale, or keeps it in shadow where another system sells in the store. The same id and content again answers the
 * stored sale, other content is a conflict.
 */
export const captureSale = command('capture_sale', captured);

/** Answers a sale of a sandbox terminal as `captureSale` would, and books nothing. */
export const captureSandboxSale = command('capture_sandbox_sale', captured);

/** Notes that goods which a sandbox terminal kept were handed over. */
export const deliverSandboxSale = command('deliver_sandbox_sale', {
  input: z.strictObject({ saleId: id }),
  answer: z.strictObject({ kind: z.enum(['delivered', 'already-delivered']) }),
});

/** Counts a copy of a receipt of a sandbox terminal; nothing is printed. */
export const copySandboxReceipt = command('copy_sandbox_receipt', {
  input: z.strictObject({ saleId: id }),
  answer: z.strictObject({ printJobId: id, copyNumber: z.int() }),
});

/** Marks a sale as waiting for the delivery of its goods. */
export const awaitDelivery = command('await_delivery', {
  input: z.strictObject({ saleId: id }),
  answer: nothing,
});

/** Delivers goods that were kept for a customer. */
export const deliverSale = command('deliver_sale', {
  input: z.strictObject({
    saleId: id,
    businessDate: day,
    journal: list(journalLine),
    accounts: goodsAccounts,
  }),
  answer: z.strictObject({ kind: z.enum(['delivered', 'already-delivered']) }),
});

/** Ends the life of a sale. */
export const closeSale = command('close_sale', {
  input: z.strictObject({
    saleId: id,
    outcome: z.enum(SALE_OUTCOMES),
  }),
  answer: z.strictObject({ closed: z.boolean() }),
});

/** Says what a line in suspense was: its goods leave now, its revenue and tax are of the item. */
export const identifySaleLine = command('identify_sale_line', {
  input: z.strictObject({
    saleId: id,
    lineNumber: z.int().positive(),
    itemId: id,
    sku: z.string(),
    unit: z.string(),
    stocked: z.boolean(),
    /** The shelf of the till. */
    locationId: id,
    businessDate: day,
    reason: z.string(),
    taxCode: z.string(),
    taxBase: amount,
    tax: amount,
    journal: list(journalLine),
    accounts: z.strictObject({ costOfGoodsSold: account, inventory: account }),
  }),
  answer: z.strictObject({ identificationId: id }),
});

/** Undoes what was said about a line in suspense. */
export const undoLineIdentification = command('undo_line_identification', {
  input: z.strictObject({
    saleId: id,
    lineNumber: z.int().positive(),
    businessDate: day,
    reason: z.string(),
  }),
  answer: nothing,
});
