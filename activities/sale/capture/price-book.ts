import { Temporal } from 'temporal-polyfill';
import { assert } from '../../../domain/assert.js';
import { isCurrencyCode, type CurrencyCode } from '../../../domain/money/currency.js';
import { money } from '../../../domain/money/money.js';
import { rational, type Rounding } from '../../../domain/money/rational.js';
import { TENDER_TYPES } from '../../../domain/pricing/sale-request.js';
import type { TenderLimit } from '../../../domain/pricing/tender-limits.js';
import type { TaxRule } from '../../../domain/tax/tax-rule.js';
import type { Prisma, PrismaClient } from '../../../prisma/database.js';
import { createPriceBook, type PriceBook, type Till } from './capture-catalogue.js';
import { readShelf, unreadShelf, type NumberedShelf } from './read-shelf.js';
import type { TaxRuleRow } from '../tax-names.js';

/** A price book, and the shelf from which the next one is made. */
export type ReadPriceBook = Readonly<{ book: PriceBook; shelf: NumberedShelf }>;

/** Reads the catalogue with terminals, taxes and tender rules; of the items only those that changed since `before`. */
export async function readPriceBook(
  prisma: PrismaClient,
  before: NumberedShelf = unreadShelf(),
): Promise<ReadPriceBook> {
  const read = await readShelf(prisma, before);
  const taxRows = await prisma.taxRule.findMany();
  const book = createPriceBook({
    ...read,
    taxRules: taxRows.map(taxRuleOf),
    taxRuleRows: taxRows,
    tenderLimits: await readTenderLimits(prisma),
    tills: await readTills(prisma),
  });
  return { book, shelf: read };
}

async function readTenderLimits(prisma: PrismaClient): Promise<TenderLimit[]> {
  const rules = await prisma.tenderRule.findMany({ orderBy: { type: 'asc' } });
  return rules.flatMap(({ type: name, perSaleLimitAmount: amount, perSaleLimitCurrency }) => {
    const type = TENDER_TYPES.find((known) => known === name);
    if (type === undefined || amount === null || perSaleLimitCurrency === null) return [];
    return [{ type, perSale: money(amount, currencyOf(perSaleLimitCurrency)) }];
  });
}

async function readTills(prisma: PrismaClient): Promise<Till[]> {
  const terminals = await prisma.terminal.findMany({
    where: { active: true },
    include: { store: { include: { legalEntity: true } } },
  });
  return terminals.map(tillOf);
}

type TerminalRow = Prisma.TerminalGetPayload<{
  include: { store: { include: { legalEntity: true } } };
}>;

/** A terminal of the books as captures need it. */
export function tillOf({ id, code, locationId, channel, sandbox, store }: TerminalRow): Till {
  return {
    isSandbox: sandbox,
    terminalId: id,
    terminalCode: code,
    storeId: store.id,
    storeCode: store.code,
    storeName: store.name,
    storeAddress: store.address,
    timeZone: store.timeZone,
    storeGroup: store.storeGroup ?? undefined,
    channel,
    cashRoundingStep: store.cashRoundingStep,
    locationId,
    legalEntityId: store.legalEntityId,
    legalName: store.legalEntity.legalName,
    taxNumber: store.legalEntity.taxNumber,
    logoId: store.legalEntity.logoId ?? undefined,
    currency: currencyOf(store.legalEntity.currency),
    language: store.legalEntity.language === 'en' ? 'en' : 'id',
  };
}

/** A row of the tax table as rules of pricing take it. */
export function taxRuleOf(row: TaxRuleRow & Readonly<{ kind: string; rounding: string }>): TaxRule {
  return {
    code: row.code,
    kind: row.kind as TaxRule['kind'],
    validFrom: plainDate(row.validFrom),
    rate: rational(BigInt(row.rateNumerator), BigInt(row.rateDenominator)),
    baseFactor: rational(BigInt(row.baseNumerator), BigInt(row.baseDenominator)),
    rounding: row.rounding as Rounding,
  };
}

function currencyOf(code: string): CurrencyCode {
  assert(isCurrencyCode(code), `the books are kept in ${code}, which is no currency of ours`);
  return code;
}

/** A day of the books. */
export function plainDate(day: Date): Temporal.PlainDate {
  return Temporal.PlainDate.from(day.toISOString().slice(0, 10));
}
