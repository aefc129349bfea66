import type { CommandContext } from '../../domain/context.js';
import { unitsToDecimal } from '../../domain/money/decimal.js';
import { minorUnitOf, parseCurrency } from '../../domain/money/currency.js';
import type { Transaction } from '../../prisma/database.js';
import { companyOf } from '../company/stores.js';
import { plannedMoment } from './planned-moment.js';

/** A price that holds; `amount` as its shortest decimal, null where the price on the list has ended. */
export type HeldPrice = Readonly<{ id: string; amount: string | null; includesTax: boolean }>;

type Asked = Readonly<{
  skus: readonly string[];
  /** Code of a list; without one, for everybody. */
  priceList: string | undefined;
  /** Now, when it is left out. */
  effectiveFrom: string | undefined;
}>;

/** The prices that will hold at a moment by what is decided now, by SKU. */
export async function pricesHeldAt(
  tx: Transaction,
  { at }: CommandContext,
  { skus, priceList, effectiveFrom }: Asked,
): Promise<ReadonlyMap<string, HeldPrice>> {
  const { currency, timeZone } = await companyOf(tx);
  const moment =
    effectiveFrom === undefined ? new Date(at) : plannedMoment(effectiveFrom, timeZone);
  const list = priceList === undefined ? { priceListId: null } : { priceList: { code: priceList } };
  const began = { withdrawnIn: null, ...list, effectiveFrom: { lte: moment } };
  const items = await tx.item.findMany({
    where: { sku: { in: [...skus] } },
    select: {
      sku: true,
      prices: {
        where: { currency, catalogueVersion: began },
        orderBy: [{ catalogueVersion: { effectiveFrom: 'desc' } }, { version: 'desc' }],
        take: 1,
      },
    },
  });
  const decimals = minorUnitOf(parseCurrency(currency));
  return new Map(
    items.flatMap(({ sku, prices: [price] }) => {
      if (price === undefined) return [];
      const { id, unitAmount, includesTax } = price;
      const amount = unitAmount === null ? null : unitsToDecimal(unitAmount, decimals);
      return [[sku, { id, amount, includesTax }]];
    }),
  );
}
