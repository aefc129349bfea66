import { createHash } from 'node:crypto';
import type { CapturedSale } from '../../../contract/sale/capture-sale.js';
import type { ShadowSale } from '../../../contract/shadow/shadow-sale.js';
import type { SaleBody } from '../../../contract/sale/sale-body.js';
import type { CommandContext } from '../../../domain/context.js';
import { instalmentsOf } from '../../../domain/invoice/terms.js';
import { priceSale } from '../../../domain/pricing/price-sale.js';
import type { PricedSale } from '../../../domain/pricing/priced-sale.js';
import { Refusal } from '../../../domain/refusal.js';
import { canonicalSale } from '../../../domain/sale/canonical-sale.js';
import { inOneForm } from '../../../domain/sale/same-sale.js';
import type { Clock } from '../../../platform/clock.js';
import * as saleCommands from '../../../prisma/commands/sale.js';
import type { Database } from '../../../prisma/database.js';
import { capturedSaleOf, shadowSaleOf, type BookedSale } from './capture-answer.js';
import { captureInputOf, findingOf } from './capture-input.js';
import type { PriceBook, Till } from './capture-catalogue.js';
import { readSaleRequest } from './read-sale-request.js';
import { findBuyer } from './find-buyer.js';
import type { CaptureSources, SoldTo } from './capture-sources.js';
import { storedSaleOf, type SaleCircumstances } from './stored-sale.js';
import { findTill, isOwn, type Seller } from './find-till.js';
import { chooseTerms, type Terms } from './choose-terms.js';
import { promotionsOfSale, type PromotionsOfSale } from '../promotion/promotions-of-sale.js';
import { readUses, type UsesOf } from '../promotion/promotion-uses.js';
import { withUses } from './with-uses.js';
import { withoutCardNumbers, type Cleared } from './without-card-numbers.js';
import { taxNames } from '../tax-names.js';

export type CaptureDependencies = Readonly<{
  database: Pick<Database, 'prisma' | 'call'>;
  clock: Clock;
  sources: CaptureSources;
  /** URL of the workflow of a sale. */
  workflowLink: (workflowId: string) => string | null;
}>;

export type CaptureCommand = Readonly<{
  saleId: string;
  body: SaleBody;
  seller: Seller;
  ctx: CommandContext;
}>;

/** `in-shadow`: kept beside the books, because another system sells in the store on that day. */
export type Captured =
  | Readonly<{ kind: 'captured' | 'replayed'; sale: CapturedSale }>
  | Readonly<{ kind: 'in-shadow'; isReplay: boolean; sale: ShadowSale }>;

export type Capture = (command: CaptureCommand) => Promise<Captured>;

/**
 * Captures a whole sale under its own id, in one round trip to the books: from a till, from an offline queue, from a
 * file. The same id and content again, in any form, is answered from the stored sale, even when it could not be sold
 * today. `mode` is not part of the content: a till whose answer got lost sends the same sale again as completed.
 *
 * @throws Refusal `SALE_CONFLICT`, `TERMINAL_UNKNOWN`, `CUSTOMER_UNKNOWN`, `PRICE_VERSION_UNKNOWN`,
 * `CARD_NUMBER_NOT_ALLOWED`, `COUPON_NOT_ACCEPTED`, `BUSINESS_DATE_IN_FUTURE`, `BUSINESS_DATE_TOO_EARLY`, `DELIVERY_EXPIRY_INVALID`, those of `priceSale`, and from
 * the books those of `capture_sale` (docs/generated/commands.md).
 */
export function createCapture(deps: CaptureDependencies): Capture {
  return async (command) => {
    const { body, seller } = command;
    const till = await findTill(deps.sources, { reference: body.terminal, seller });
    const cleared = withoutCardNumbers(body);
    const contentHash = contentHashOf({ ...cleared.content, terminal: till.terminalId });
    try {
      return await book(deps, { ...command, ...cleared, contentHash, till });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const said =
        error.code === 'SALE_CONFLICT'
          ? await otherName(deps, { ...cleared.content, terminal: till.terminalId })
          : contentHash;
      const stored = said && (await findStored(deps.database, { ...command, till }, said));
      if (!stored || stored.kind === 'conflict') throw error;
      return answerOf(deps, command, stored);
    }
  };
}

/**
 * Hex SHA-256 of the content of a sale, independent of field order, mode and form. `terminal` is the id, because a till
 * may also name itself by its code.
 */
function contentHashOf({ mode: _mode, ...content }: SaleBody): string {
  return createHash('sha256')
    .update(canonicalSale(inOneForm(content)))
    .digest('hex');
}

/** The hash of the same sale that names its customer otherwise: by number for by id, or the other way round. */
async function otherName(
  { sources }: CaptureDependencies,
  content: SaleBody,
): Promise<string | undefined> {
  const { customer: reference } = content;
  const customer = reference === undefined ? undefined : await sources.customer(reference);
  if (customer === undefined) return undefined;
  const other = reference === customer.id ? customer.number : customer.id;
  return contentHashOf({ ...content, customer: other });
}

type Booking = CaptureCommand & Cleared & Readonly<{ contentHash: string; till: Till }>;

async function book(deps: CaptureDependencies, booking: Booking): Promise<Captured> {
  const { saleId, contentHash, body, content, till, ctx } = booking;
  const { customer, findings: buyerFindings } = await findBuyer(deps.sources, body);
  const prepare = (usesOf: UsesOf) =>
    withFreshPrices(deps.sources, (priceBook) =>
      price({ priceBook, booking, customer, clock: deps.clock, usesOf }),
    );
  const countedBy = { businessDate: body.businessDate, customerId: customer?.id };
  const { priced, terms, taxName, promotions } = await withUses(prepare, () =>
    readUses(deps.database.prisma, countedBy),
  );

  const circumstances: SaleCircumstances = {
    body,
    till,
    customer,
    language: body.language ?? till.language,
    // The till's code stands in when no person is named.
    cashier: body.cashier ?? (ctx.actor.kind === 'user' ? ctx.actor.name : till.terminalCode),
    businessDate: terms.businessDate,
    deliveryExpiresAt: terms.deliveryExpiresAt,
    dues: duesOf(
      { customer, leavesLater: terms.deliveryExpiresAt !== undefined },
      till,
      deps.clock,
    ),
    taxName,
    promotions,
  };
  const stored = storedSaleOf(priced, circumstances);
  const couponFindings = promotions.findings.map(findingOf);
  const findings = [...booking.findings, ...terms.findings, ...buyerFindings, ...couponFindings];
  const facts = { saleId, contentHash, content, priced, stored, circumstances, findings };
  const input = captureInputOf(facts);
  const command = till.isSandbox ? saleCommands.captureSandboxSale : saleCommands.captureSale;
  return answerOf(deps, booking, await deps.database.call(command, ctx, input));
}

/** The due dates that the invoice will have, which is issued when the goods have left. */
function duesOf(
  { customer, leavesLater }: Readonly<{ customer: SoldTo | undefined; leavesLater: boolean }>,
  till: Till,
  clock: Clock,
): SaleCircumstances['dues'] {
  if (customer === undefined || leavesLater) return () => [];
  const { instalments, termsDays: everyDays } = customer;
  return (onAccount) =>
    instalmentsOf(onAccount, { instalments, everyDays }, clock.today(till.timeZone));
}

type Prepared = Readonly<{
  priced: PricedSale;
  terms: Terms;
  taxName: SaleCircumstances['taxName'];
  promotions: PromotionsOfSale;
}>;

function price(
  given: Readonly<{
    priceBook: PriceBook;
    booking: Booking;
    customer: SoldTo | undefined;
    clock: Clock;
    usesOf: UsesOf;
  }>,
): Prepared {
  const { priceBook, booking, customer, clock, usesOf } = given;
  const { body } = booking;
  // As this book knows it: its store or channel may have been changed since the till was found.
  const till = priceBook.till(booking.till.terminalId) ?? booking.till;
  const terms = chooseTerms(body, { priceBook, till, clock });
  const { businessDate } = terms;
  const request = readSaleRequest(body, {
    currency: till.currency,
    customerId: customer?.id,
    businessDate,
  });
  const language = body.language ?? till.language;
  const { segment } = customer ?? {};
  const sold = { priceBook, till, terms, customer, usesOf };
  const promotions = promotionsOfSale(body, sold);
  const { promote } = promotions;
  const { mode } = body;
  const catalogue = priceBook.catalogue({ till, ...terms, segment, mode, language, promote });
  const names = { language, businessDate };
  return {
    priced: priceSale(request, catalogue),
    promotions,
    terms,
    taxName: taxNames(priceBook.taxRuleRows, names),
  };
}

/** Refusals that may come from an outdated catalogue in memory. */
const MAY_BE_NEW = new Set([
  'SKU_UNKNOWN',
  'ITEM_WITHDRAWN',
  'BARCODE_MISMATCH',
  'PRICE_MISMATCH',
  'PRICE_VERSION_UNKNOWN',
  'TAX_RULE_MISSING',
  'TENDER_LIMIT_EXCEEDED',
  'PROMOTION_MISMATCH',
  'COUPON_NOT_ACCEPTED',
  'TENDERS_DO_NOT_ADD_UP',
]);

async function withFreshPrices(
  sources: CaptureSources,
  prepare: (priceBook: PriceBook) => Prepared,
): Promise<Prepared> {
  const known = await sources.priceBook();
  const first = attempt(() => prepare(known));
  if (!first.mayBeNew) return first.read();
  const fresh = await sources.freshPriceBook();
  return fresh === known ? first.read() : prepare(fresh);
}

type Attempt = Readonly<{ mayBeNew: boolean; read: () => Prepared }>;

/**
 * An unknown item (refused online, in suspense when completed) and an unknown version are looked up again in a fresh
 * catalogue.
 */
function attempt(prepare: () => Prepared): Attempt {
  try {
    const prepared = prepare();
    const { priced, terms } = prepared;
    const mayBeNew =
      priced.exceptions.some(
        ({ kind, code }) => kind === 'item' || code === 'PROMOTION_MISMATCH',
      ) || terms.findings.some(({ kind }) => kind === 'price-version-unknown');
    return { mayBeNew, read: () => prepared };
  } catch (error) {
    if (!(error instanceof Refusal) || !MAY_BE_NEW.has(error.code)) throw error;
    const refuse = () => {
      throw error;
    };
    return { mayBeNew: true, read: refuse };
  }
}

/** Looks for an earlier capture of this sale, for the rare case that it could not be sold today. */
async function findStored(
  { prisma }: CaptureDependencies['database'],
  { saleId, till }: Readonly<{ saleId: string; till: Till }>,
  contentHash: string,
): Promise<BookedSale | null> {
  const hash = new Uint8Array(Buffer.from(contentHash, 'hex'));
  if (till.isSandbox) {
    const [kept] = await prisma.$queryRaw<{ stored: BookedSale | null }[]>`
      SELECT stored_sandbox_sale(${saleId}::uuid, ${hash}) AS stored`;
    return kept?.stored ?? null;
  }
  const [row] = await prisma.$queryRaw<{ stored: BookedSale | null }[]>`
    SELECT stored_capture(${saleId}::uuid, ${hash}) AS stored`;
  return row?.stored ?? null;
}

function answerOf(
  deps: CaptureDependencies,
  { saleId, seller }: Pick<CaptureCommand, 'saleId' | 'seller'>,
  booked: BookedSale,
): Captured {
  if (booked.kind === 'conflict') throw conflictWith(booked, seller);
  if (booked.shadow) {
    return {
      kind: 'in-shadow',
      isReplay: booked.kind === 'replayed',
      sale: shadowSaleOf(saleId, booked),
    };
  }
  const link = booked.priced.training === true ? () => null : deps.workflowLink;
  return { kind: booked.kind, sale: capturedSaleOf(saleId, booked, link) };
}

/** The number of the existing sale is shown only to its own till or store. */
function conflictWith({ number, priced }: BookedSale, seller: Seller): Refusal {
  const { terminal, store } = priced;
  const known = isOwn(seller, { terminalId: terminal.id, storeId: store.id });
  return new Refusal({
    code: 'SALE_CONFLICT',
    param: 'saleId',
    detail: `${known ? `Sale ${number}` : 'A sale'} was captured under this id with other content.`,
  });
}
