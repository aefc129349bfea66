import { withClient } from '../bootstrap-database.js';

export type FirstSale = Readonly<{ saleId: string; body: string }>;

type Row = Readonly<{
  sale_id: string;
  sku: string;
  amount: string;
  currency: string;
  sequence: string;
  version: number;
  at: Date;
  day: string;
}>;

// One piece of an article in the terminal's stock, at its price with tax, paid exactly.
const FIND_SALE = `
  SELECT uuid_v7() AS sale_id, item.sku, price.unit_amount AS amount, price.currency, price.version,
         terminal.last_device_sequence + 1 AS sequence, business.at,
         to_char(business.at AT TIME ZONE organisation.time_zone, 'YYYY-MM-DD') AS day
    FROM terminal
    JOIN stock_level ON stock_level.location_id = terminal.location_id
    JOIN item ON item.id = stock_level.item_id AND item.active AND item.quantity_step_milli = 1000
    JOIN price ON price.item_id = item.id AND price.includes_tax
   CROSS JOIN organisation
   CROSS JOIN LATERAL (
     SELECT business_epoch + (clock_timestamp() - real_epoch) * speed AS at FROM business_clock
   ) AS business
   WHERE terminal.code = $1 AND stock_level.on_hand_milli - stock_level.reserved_milli >= 10000
   ORDER BY price.version DESC, item.sku
   LIMIT 1`;

/** A sale that this terminal can make right now, as the body of its PUT; undefined without sample data. */
export async function findFirstSale(
  ownerUrl: string,
  terminalCode: string,
): Promise<FirstSale | undefined> {
  return withClient(ownerUrl, async (owner) => {
    const { rows } = await owner.query<Row>(FIND_SALE, [terminalCode]);
    const [row] = rows;
    return row === undefined ? undefined : { saleId: row.sale_id, body: bodyOf(row, terminalCode) };
  });
}

function bodyOf(row: Row, terminal: string): string {
  const money = { amount: row.amount, currency: row.currency.trim() };
  return JSON.stringify({
    terminal,
    deviceSequence: Number(row.sequence),
    businessDate: row.day,
    capturedAt: row.at.toISOString(),
    mode: 'online',
    priceVersion: row.version,
    lines: [{ sku: row.sku, quantity: '1' }],
    tenders: [{ type: 'qris', amount: money }],
  });
}
