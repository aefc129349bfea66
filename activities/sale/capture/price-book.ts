import { Temporal } from 'temporal-polyfill';
import { assert } from '../../../domain/assert.js';
import { isCurrencyCode, type CurrencyCode } from '../../../domain/money/currency.js';
import { money } from '../../../domain/money/money.js';
import { rational, type Rounding } from '../../../domain/money/rational.js';
import { TENDER_TYPES } from '../../../domain/pricing/sale-request.js';
import type { TenderLimit } from '../../../domain/pricing/tender-limits.js';
import type { TaxRule } from '../../../domain/tax/tax-rule.js';
import type { Database } from '../../../prisma/database.js';
import {
  createPriceBook,
  type PriceBook,
  type PriceBookFacts,
  type SoldItem,
  type Till,
} from './capture-catalogue.js';
import type { TaxRuleRow } from '../tax-names.js';

type Prisma = Database['prisma'];

/** Reads the whole catalogue with terminals, taxes and tender rules: seven queries for a shop of any size. */
export async function readPriceBook(prisma: Prisma): Promise<PriceBook> {
  const [versions, prices, taxRows] = await Promise.all([
    prisma.catalogueVersion.findMany({ select: { version: true, effectiveFrom: true } }),
    prisma.price.findMany({
      select: { itemId: true, version: true, currency: true, unitAmount: true, includesTax: true },
    }),
    prisma.taxRule.findMany(),
  ]);
  const facts: PriceBookFacts = {
    versions: versions.map(({ version, effectiveFrom }) => ({
      version,
      effectiveFrom: plainDate(effectiveFrom),
    })),
    prices,
    items: await readItems(prisma),
    taxRules: taxRows.map(taxRuleOf),
    taxRuleRows: taxRows,
    tenderLimits: await readTenderLimits(prisma),
    tills: await readTills(prisma),
  };
  return createPriceBook(facts);
}

async function readItems(prisma: Prisma): Promise<SoldItem[]> {
  const items = await prisma.item.findMany({
    include: {
      barcodes: { select: { barcode: true, removedAt: true } },
      replacedBy: { select: { sku: true } },
    },
  });
  return items.map((item) => ({
    id: item.id,
    sku: item.sku,
    name: item.name,
    unit: item.unit,
    quantityStepMilli: item.quantityStepMilli,
    taxCode: item.taxCode,
    stocked: item.stocked,
    withdrawn: item.active ? undefined : { replacedBy: item.replacedBy?.sku },
    barcodes: barcodesOf(item.barcodes.filter(({ removedAt }) => removedAt === null)),
    formerBarcodes: barcodesOf(item.barcodes.filter(({ removedAt }) => removedAt !== null)),
  }));
}

function barcodesOf(rows: readonly Readonly<{ barcode: string }>[]): string[] {
  return rows.map(({ barcode }) => barcode);
}

async function readTenderLimits(prisma: Prisma): Promise<TenderLimit[]> {
  const rules = await prisma.tenderRule.findMany({ orderBy: { type: 'asc' } });
  return rules.flatMap(({ type: name, perSaleLimitAmount: amount, perSaleLimitCurrency }) => {
    const type = TENDER_TYPES.find((known) => known === name);
    if (type === undefined || amount === null || perSaleLimitCurrency === null) return [];
    return [{ type, perSale: money(amount, currencyOf(perSaleLimitCurrency)) }];
  });
}

async function readTills(prisma: Prisma): Promise<Till[]> {
  const terminals = await prisma.terminal.findMany({
    where: { active: true },
    include: { store: { include: { legalEntity: true } } },
  });
  return terminals.map(({ id, code, locationId, store }) => ({
    terminalId: id,
    terminalCode: code,
    storeId: store.id,
    storeCode: store.code,
    storeName: store.name,
    storeAddress: store.address,
    timeZone: store.timeZone,
    cashRoundingStep: store.cashRoundingStep,
    locationId,
    legalEntityId: store.legalEntityId,
    legalName: store.legalEntity.legalName,
    taxNumber: store.legalEntity.taxNumber,
    currency: currencyOf(store.legalEntity.currency),
    language: store.legalEntity.language === 'en' ? 'en' : 'id',
  }));
}

function taxRuleOf(row: TaxRuleRow & Readonly<{ kind: string; rounding: string }>): TaxRule {
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

function plainDate(day: Date): Temporal.PlainDate {
  return Temporal.PlainDate.from(day.toISOString().slice(0, 10));
}
