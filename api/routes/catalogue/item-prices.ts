import { findItem } from '../../../activities/catalogue/find-item.js';
import { ITEM_PRICE_STATES, listItemPricesRoute } from '../../../contract/catalogue/item-prices.js';
import { known } from '../../../domain/known.js';
import { parseCurrency } from '../../../domain/money/currency.js';
import type { PrismaClient } from '../../../prisma/database.js';
import { route } from '../../route.js';
import { wireMoney } from '../../wire.js';

export const listItemPrices = route(listItemPricesRoute).answers(
  async ({ params: { itemId }, query: { limit }, ctx: { at } }, { database: { prisma } }) => {
    await findItem(prisma, itemId);
    const rows = await pricesOf(prisma, { itemId, at, limit });
    return { status: 200, body: { data: rows.map(priceOnWire) } };
  },
);

type PriceRow = Readonly<{
  version: number;
  list: string | null;
  effectiveFrom: Date;
  currency: string;
  /** Null: from its moment on the item has no price on the list. */
  amount: bigint | null;
  includesTax: boolean;
  note: string;
  state: string;
}>;

type Wanted = Readonly<{ itemId: string; at: string; limit: number }>;

/** Of a list and a currency, the latest price that has begun is in force; the same order as for a till. */
function pricesOf(prisma: PrismaClient, { itemId, at, limit }: Wanted): Promise<PriceRow[]> {
  return prisma.$queryRaw<PriceRow[]>`
    SELECT p.version, l.code AS list, v.effective_from AS "effectiveFrom", p.currency, p.unit_amount AS amount,
      p.includes_tax AS "includesTax", v.note,
      CASE WHEN v.effective_from > ${at}::timestamptz THEN 'planned'
        WHEN row_number() OVER (PARTITION BY v.price_list_id, p.currency, v.effective_from > ${at}::timestamptz
          ORDER BY v.effective_from DESC, v.version DESC) = 1 THEN 'inForce'
        ELSE 'replaced' END AS state
    FROM price p JOIN catalogue_version v ON v.version = p.version LEFT JOIN price_list l ON l.id = v.price_list_id
    WHERE p.item_id = ${itemId}::uuid AND v.withdrawn_in IS NULL
    ORDER BY v.effective_from DESC, v.version DESC LIMIT ${limit}`;
}

function priceOnWire({ version, list, effectiveFrom, includesTax, note, ...row }: PriceRow) {
  return {
    version,
    priceList: list,
    effectiveFrom: effectiveFrom.toISOString(),
    unitPrice: row.amount === null ? null : wireMoney(row.amount, parseCurrency(row.currency)),
    includesTax,
    note,
    state: known(ITEM_PRICE_STATES, row.state),
  };
}
