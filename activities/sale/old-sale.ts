import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { OldSale } from '../../contract/imports/old-sale.js';
import type { SaleBody } from '../../contract/sale/sale-body.js';
import type { CommandContext } from '../../domain/context.js';
import { paymentOf } from '../../domain/imports/old-receipt.js';
import { money, moneyToWire, parseMoney } from '../../domain/money/money.js';
import { parseQuantity } from '../../domain/quantity/quantity.js';
import { Refusal } from '../../domain/refusal.js';
import type { Clock } from '../../platform/clock.js';
import {
  callIn,
  type Database,
  type PrismaClient,
  type Transaction,
} from '../../prisma/database.js';
import { createCapture } from './capture/capture.js';
import type { Till } from './capture/capture-catalogue.js';
import type { CaptureSources } from './capture/capture-sources.js';
import { tillOf } from './capture/price-book.js';

type Deps = Readonly<{ clock: Clock; sources: CaptureSources }>;

/**
 * Books a receipt of another system's till as a sale that has happened, on its own day: goods, money and journal as of
 * any completed sale, without a slip. An unknown item goes to suspense. The same receipt again is the same sale. Answers
 * the id of the sale.
 *
 * @throws Refusal `STORE_UNKNOWN`, `SALE_TOTAL_UNCLEAR`, `BUSINESS_DATE_IN_FUTURE`, those of `parseMoney`, `parseQuantity` and `createCapture`
 */
export async function bookOldSale(
  tx: Transaction,
  ctx: CommandContext,
  { sale, clock, sources }: Deps & Readonly<{ sale: OldSale }>,
): Promise<string> {
  const till = await oldTillOf(tx, sale);
  const day = clock.today(till.timeZone).toString();
  if (sale.date > day) {
    const detail = `Today is ${day}; only what has been sold comes in.`;
    throw new Refusal({ code: 'BUSINESS_DATE_IN_FUTURE', param: 'date', detail });
  }
  const capture = createCapture({
    database: inside(tx),
    clock,
    sources: at(till, sources),
    workflowLink: () => null,
  });
  const body = bodyOf(sale, till);
  const captured = await capture({ saleId: saleIdOf(sale, till), body, seller: {}, ctx });
  return captured.sale.id;
}

/** Reads and commands of the books inside a transaction that is open. */
function inside(tx: Transaction): Pick<Database, 'prisma' | 'call'> {
  return {
    // Captures only read with it, which a transaction does too.
    prisma: tx as PrismaClient,
    call: (command, ctx, input) => callIn(tx, command, [ctx, input]),
  };
}

function at(till: Till, sources: CaptureSources): CaptureSources {
  const withTill = (read: CaptureSources['priceBook']) => async () => {
    return { ...(await read()), till: () => till };
  };
  return {
    ...sources,
    priceBook: withTill(sources.priceBook),
    freshPriceBook: withTill(sources.freshPriceBook),
  };
}

/** Till of the receipts of another system, one in each store: the numbers of the tills in use stay their own. */
const OLD_TILL = { suffix: 'LAMA', name: 'Kasir sistem lama' };

async function oldTillOf(tx: Transaction, { store: code }: OldSale): Promise<Till> {
  const store = await tx.store.findFirst({
    ...(code === undefined ? {} : { where: { code } }),
    include: { locations: { orderBy: { id: 'asc' }, take: 1 } },
    orderBy: { code: 'asc' },
  });
  const location = store?.locations[0];
  if (store === null || location === undefined) {
    const detail = code === undefined ? 'There is no store yet.' : `There is no store ${code}.`;
    throw new Refusal({ code: 'STORE_UNKNOWN', param: 'store', detail });
  }
  const include = { store: { include: { legalEntity: true } } };
  const tillCode = `${store.code}-${OLD_TILL.suffix}`;
  const known = await tx.terminal.findUnique({ where: { code: tillCode }, include });
  if (known !== null) return tillOf(known);
  const data = { storeId: store.id, locationId: location.id, code: tillCode, name: OLD_TILL.name };
  return tillOf(await tx.terminal.create({ data, include }));
}

/** The id and the device sequence of a receipt follow from its store and number. */
function saleIdOf(sale: OldSale, till: Till): string {
  const digits = digestOf(sale, till).slice(0, 32);
  // RFC 9562, version 8: an id made in a way of one's own.
  const parts = [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `8${digits.slice(13, 16)}`,
    `8${digits.slice(17, 20)}`,
    digits.slice(20),
  ];
  return parts.join('-');
}

function digestOf({ receipt }: OldSale, { storeId }: Till): string {
  return createHash('sha256').update(`${storeId}/${receipt}`).digest('hex');
}

/** 48 bits, well within what a number holds exactly. */
const SEQUENCE_DIGITS = 12;

const NOON = '12:00';

function bodyOf(sale: OldSale, till: Till): SaleBody {
  const { date, time = NOON, lines } = sale;
  const capturedAt = Temporal.PlainDateTime.from(`${date}T${time}`)
    .toZonedDateTime(till.timeZone)
    .toInstant()
    .toString();
  return {
    terminal: till.terminalId,
    deviceSequence: Number.parseInt(digestOf(sale, till).slice(0, SEQUENCE_DIGITS), 16) + 1,
    businessDate: date,
    capturedAt,
    mode: 'completed',
    ...(sale.customer === undefined ? {} : { customer: sale.customer }),
    cashier: sale.cashier ?? OLD_TILL.name,
    receipt: {
      printedAt: capturedAt,
      number: sale.receipt,
      ...(sale.till === undefined ? {} : { till: sale.till }),
    },
    lines: lines.map(({ tender: _tender, total: _total, ...line }) => line),
    tenders: tendersOf(sale, till),
  };
}

function tendersOf({ lines }: OldSale, { currency }: Till): SaleBody['tenders'] {
  const payment = paymentOf(
    lines.map(({ quantity, unitPrice, discount, tender, total }, index) => ({
      quantityMilli: parseQuantity(quantity, `lines[${index}].quantity`),
      unitPrice: parseMoney(unitPrice, `lines[${index}].unitPrice`).amount,
      discount:
        discount === undefined ? 0n : parseMoney(discount, `lines[${index}].discount`).amount,
      tender,
      total: total === undefined ? undefined : parseMoney(total, `lines[${index}].total`).amount,
    })),
  );
  if (payment.kind === 'paid') {
    return payment.tenders.map(({ type, amount }) => ({
      type,
      amount: moneyToWire(money(amount, currency)),
    }));
  }
  throw new Refusal({
    code: 'SALE_TOTAL_UNCLEAR',
    param: `lines[${payment.line}].total`,
    detail:
      'The totals of this receipt contradict each other. Repeat what was paid in each row, or, with several tenders, say what each of them paid.',
  });
}
