import type { CamtEntry, CamtStatement } from '../../simulators/bank/write-camt053.js';

/** `lines`: each record on a line of its own. `packed`: all of them on one. */
export type Bai2Style = Readonly<{ layout?: 'lines' | 'packed'; interim?: boolean }>;

/** In BAI2 the rupiah has the two decimals of ISO 4217. */
const SMALLEST_UNITS = 100n;

/** The statement of an account in rupiah as BAI2, with true totals. */
export function writeBai2(
  { accountId, currency, on, opening = 0n, closing, entries }: CamtStatement,
  { layout = 'lines', interim = false }: Bai2Style = {},
): Uint8Array {
  const day = on.toString().slice(2).replaceAll('-', '');
  const booked = entries.filter(({ status = 'BOOK' }) => status === 'BOOK');
  const last = closing ?? opening + booked.reduce((sum, { amount }) => sum + amount, 0n);
  const balances = interim ? '' : `,010,${units(opening)},,,015,${units(last)},,`;
  const account = [`03,${accountId},${currency}${balances}/`, ...booked.map(transaction)];
  const amounts = booked.map(({ amount }) => magnitude(amount));
  const total = [...amounts, ...(interim ? [] : [opening, last])].reduce(
    (sum, one) => sum + one,
    0n,
  );
  const count = account.length + 1;
  const records = [
    `01,NUSA,KOPI,${day},0700,1,,,2/`,
    `02,KOPI,NUSA,1,${day},2359,${currency},${interim ? '3' : '2'}/`,
    ...account,
    `49,${units(total)},${count}/`,
    `98,${units(total)},1,${count + 2}/`,
    `99,${units(total)},1,${count + 4}/`,
  ];
  return new TextEncoder().encode(records.join(layout === 'packed' ? '' : '\r\n'));
}

function transaction({ amount, bankReference = '', text = '', payerName = '' }: CamtEntry): string {
  const code = amount < 0n ? '475' : '165';
  return `16,${code},${units(magnitude(amount))},0,${bankReference},,${text} ${payerName}/`;
}

function magnitude(amount: bigint): bigint {
  return amount < 0n ? -amount : amount;
}

function units(amount: bigint): string {
  return String(amount * SMALLEST_UNITS);
}
