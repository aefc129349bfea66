import { Temporal } from 'temporal-polyfill';
import { bankDay } from '../statement/bank-day.js';
import { readFileAmount } from '../statement/file-amount.js';
import { lineFault, type LineFault } from '../statement/line-draft.js';
import type { ExactAmount } from '../statement/statement.js';

/** `20260302`, `20260302120000`, `20260302120000.000[+7:WIB]`; the offset is in hours (OFX 3.2.8.2). */
const DATE =
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?:(?<hour>\d{2})(?<minute>\d{2})(?:(?<second>\d{2})(?:\.\d{1,6})?)?)?\s*(?:\[\s*(?<offset>[+-]?\d{1,2}(?:\.\d{1,2})?)\s*(?::[^\]]*)?\])?$/;

/** A sign, digits, and one point or comma before the decimals; nothing groups digits (OFX 3.2.9.2). */
const AMOUNT = /^(?<sign>[+-]?)(?<whole>\d*)(?:[.,](?<fraction>\d*))?$/;

/** Minutes of a fraction of an hour; banks write 5.5 and 5.30 for the same zone. */
const MINUTES: Readonly<Record<string, number>> = {
  '': 0,
  '0': 0,
  '00': 0,
  '5': 30,
  '50': 30,
  '30': 30,
  '25': 15,
  '15': 15,
  '75': 45,
  '45': 45,
};

/**
 * The day of an OFX date. A time with its offset is an instant, so a day in `zone`, that of the account; a date, or a
 * time without an offset, is the day that the bank wrote. Undefined when there is no such day.
 */
export function ofxDay(text: string, zone: string | undefined): Temporal.PlainDate | undefined {
  const parts = DATE.exec(text.trim())?.groups;
  if (parts === undefined) return undefined;
  const day = bankDay({
    year: Number(parts['year']),
    month: Number(parts['month']),
    day: Number(parts['day']),
  });
  const { hour, offset } = parts;
  if (day === undefined || hour === undefined || offset === undefined || zone === undefined) {
    return day;
  }
  return dayIn(zone, { day, offset, time: [hour, parts['minute'], parts['second']] });
}

type Moment = Readonly<{
  day: Temporal.PlainDate;
  offset: string;
  time: readonly (string | undefined)[];
}>;

function dayIn(zone: string, { day, offset, time }: Moment): Temporal.PlainDate | undefined {
  const [hour, minute, second] = time.map((part) => Number(part ?? 0));
  const [whole = '', fraction = ''] = offset.replace(/^[+-]/, '').split('.');
  const minutes = MINUTES[fraction];
  if (minutes === undefined) return undefined;
  const sign = offset.startsWith('-') ? -1 : 1;
  const ahead = sign * (Number(whole) * 60 + minutes);
  try {
    const wall = day.toPlainDateTime(Temporal.PlainTime.from({ hour, minute, second }, REJECT));
    const instant = wall.toZonedDateTime('UTC').subtract({ minutes: ahead });
    return instant.withTimeZone(zone).toPlainDate();
  } catch {
    return undefined;
  }
}

const REJECT = { overflow: 'reject' } as const;

/** A signed amount; money in is positive. */
export type OfxAmount =
  Readonly<{ kind: 'amount' | 'too-precise'; booked: bigint; exact: ExactAmount }> | LineFault;

/** Faults: `LINE_AMOUNT_*`, `LINE_CURRENCY_UNKNOWN`. */
export function readOfxAmount(text: string, currency: string): OfxAmount {
  const parts = AMOUNT.exec(text.replaceAll(/\s/g, ''))?.groups;
  if (parts === undefined) {
    return lineFault('LINE_AMOUNT_MALFORMED', 'The amount is not a signed decimal number.');
  }
  const amount = readFileAmount(`${parts['whole'] ?? ''}.${parts['fraction'] ?? ''}`, currency);
  if (amount.kind === 'fault') return amount;
  const sign = parts['sign'] === '-' ? -1n : 1n;
  const booked = amount.kind === 'amount' ? amount.booked : amount.cut;
  return { kind: amount.kind, booked: sign * booked, exact: sign * amount.exact };
}
