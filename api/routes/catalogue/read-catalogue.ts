import { readCatalogueRoute } from '../../../contract/catalogue/read-catalogue.js';
import { parseCurrency, type CurrencyCode } from '../../../domain/money/currency.js';
import { quantityToWire } from '../../../domain/quantity/quantity.js';
import type { PrismaClient } from '../../../prisma/database.js';
import type { Principal } from '../../auth/principal.js';
import { route } from '../../route.js';
import { wireDate, wireMoney, wireMoneyOrNull } from '../../wire.js';

export const readCatalogue = route(readCatalogueRoute).answers(
  async ({ query, principal }, { database }) => {
    const { prisma } = database;
    const since = query.since ?? null;
    const store = await storeOf(prisma, principal);
    const currency = parseCurrency(query.currency ?? store?.legalEntity.currency ?? 'IDR');
    const [newest, items, taxes, tenderRules] = await Promise.all([
      prisma.catalogueVersion.findFirst({ orderBy: { version: 'desc' } }),
      itemsOf(prisma, { currency, since }),
      prisma.taxRule.findMany({ orderBy: [{ code: 'asc' }, { validFrom: 'asc' }] }),
      prisma.tenderRule.findMany({ orderBy: { type: 'asc' } }),
    ]);
    return {
      status: 200,
      body: {
        version: newest?.version ?? 0,
        effectiveFrom: newest === null ? null : wireDate(newest.effectiveFrom),
        since,
        currency,
        items,
        taxes: taxes.map(taxRuleOnWire),
        tenderRules: tenderRules.map(tenderRuleOnWire),
        cashRoundingStep: cashRoundingOf(store, currency),
      },
    };
  },
);

function storeOf(prisma: PrismaClient, { storeId }: Principal) {
  if (storeId === undefined) return null;
  return prisma.store.findUnique({
    where: { id: storeId },
    select: { cashRoundingStep: true, legalEntity: { select: { currency: true } } },
  });
}

/** A store's cash rounding is defined for its own currency only. */
function cashRoundingOf(store: Awaited<ReturnType<typeof storeOf>>, currency: CurrencyCode) {
  if (store === null || store.legalEntity.currency !== currency) return null;
  return wireMoney(store.cashRoundingStep, currency);
}

type Wanted = Readonly<{ currency: CurrencyCode; since: number | null }>;

async function itemsOf(prisma: PrismaClient, { currency, since }: Wanted) {
  const changed = { prices: { some: { currency, version: { gt: since ?? 0 } } } };
  const items = await prisma.item.findMany({
    ...(since === null ? {} : { where: changed }),
    include: {
      barcodes: {
        where: { removedAt: null },
        select: { barcode: true },
        orderBy: { barcode: 'asc' },
      },
      prices: { where: { currency }, orderBy: { version: 'desc' }, take: 1 },
    },
    orderBy: { sku: 'asc' },
  });
  return items.map(({ prices: [price], barcodes, quantityStepMilli, ...item }) => ({
    id: item.id,
    sku: item.sku,
    name: item.name,
    unit: item.unit,
    category: item.category,
    quantityStep: quantityToWire(quantityStepMilli),
    taxCode: item.taxCode,
    stocked: item.stocked,
    active: item.active,
    barcodes: barcodes.map(({ barcode }) => barcode),
    price:
      price === undefined
        ? null
        : {
            version: price.version,
            unitPrice: wireMoney(price.unitAmount, currency),
            includesTax: price.includesTax,
          },
  }));
}

type TenderRow = Awaited<ReturnType<PrismaClient['tenderRule']['findMany']>>[number];

function tenderRuleOnWire({
  type,
  offlineAllowed,
  perSaleLimitAmount,
  perSaleLimitCurrency,
}: TenderRow) {
  const perSaleLimit = wireMoneyOrNull(perSaleLimitAmount, perSaleLimitCurrency);
  return { type, offlineAllowed, perSaleLimit };
}

type TaxRow = Awaited<ReturnType<PrismaClient['taxRule']['findMany']>>[number];

function taxRuleOnWire(rule: TaxRow) {
  return {
    code: rule.code,
    kind: rule.kind,
    validFrom: wireDate(rule.validFrom),
    rate: { numerator: rule.rateNumerator, denominator: rule.rateDenominator },
    baseFactor: { numerator: rule.baseNumerator, denominator: rule.baseDenominator },
    rounding: rule.rounding,
    label: { id: rule.labelId, en: rule.labelEn },
  };
}
