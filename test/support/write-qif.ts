import type { CamtStatement } from '../../simulators/bank/write-camt053.js';

/** The statement as QIF: without account, currency, balances and references. Its dates begin with the year. */
export function writeQif({ entries }: CamtStatement): Uint8Array {
  const records = entries
    .filter(({ status = 'BOOK' }) => status === 'BOOK')
    .map(({ amount, bookingDate, payerName, text }) =>
      [
        `D${bookingDate.toString()}`,
        `T${amount}.00`,
        ...(payerName === undefined ? [] : [`P${payerName}`]),
        ...(text === undefined ? [] : [`M${text}`]),
        '^\r\n',
      ].join('\r\n'),
    );
  return new TextEncoder().encode(`!Type:Bank\r\n${records.join('')}`);
}
