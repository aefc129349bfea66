import { Temporal } from 'temporal-polyfill';
import { writeCamt053 } from '../../simulators/bank/write-camt053.js';

export type Credit = Readonly<{ amount: bigint; payerName: string; text: string }>;

/** Writes the statements of one account one after the other: each opens with the closing balance of the one before. */
export function createStatements(accountId: string) {
  let balance = 0n;
  let files = 0;
  return (day: string, credits: readonly Credit[]): Uint8Array => {
    const on = Temporal.PlainDate.from(day);
    files += 1;
    const opening = balance;
    const entries = credits.map((credit, index) => ({
      ...credit,
      bookingDate: on,
      valueDate: on,
      bankReference: `BNC${String(files * 100 + index).padStart(8, '0')}`,
    }));
    balance += entries.reduce((sum, { amount }) => sum + amount, 0n);
    const statement = { accountId, currency: 'IDR', statementNumber: String(files), on, opening };
    return Buffer.from(writeCamt053([{ ...statement, entries }]));
  };
}
