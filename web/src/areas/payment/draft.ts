import type { DeductionKind } from '../../../../domain/ledger/deductions.js';
import type { InputOf } from '../../api/client.js';
import { units, type WireMoney } from '../../ui/format.js';
import { readMoney } from '../../ui/read-money.js';

/** An open item that money is put on. */
export type Target = Readonly<{
  openItem: string;
  invoiceId: string;
  number: string;
  dueOn: string | undefined;
  open: WireMoney;
}>;

/** One row of the split as a person typed it: what the payment pays, and what the payer kept back. */
export type SplitRow = Target &
  Readonly<{ pays: string; kept: string; keptFor: DeductionKind; document: string }>;

export function rowOf(target: Target, pays: string): SplitRow {
  return { ...target, pays, kept: '', keptFor: 'bankFee', document: '' };
}

/** The amount of a field; nothing when it is empty, undefined when it has no reading. */
export function typed(text: string, currency: string): bigint | undefined {
  if (text.trim() === '') return 0n;
  const read = readMoney(text, currency);
  return read === undefined ? undefined : units(read);
}

/** What is left open of a row when it is booked; undefined when a field has no reading. */
export function leftOf({ pays, kept, open }: SplitRow): bigint | undefined {
  const [paid, back] = [typed(pays, open.currency), typed(kept, open.currency)];
  return paid === undefined || back === undefined ? undefined : units(open) - paid - back;
}

/** What all rows take of the payment; undefined when a field has no reading. */
export function spent(rows: readonly SplitRow[]): bigint | undefined {
  let sum = 0n;
  for (const { pays, open } of rows) {
    const paid = typed(pays, open.currency);
    if (paid === undefined) return undefined;
    sum += paid;
  }
  return sum;
}

type Allocation = InputOf<'POST /v1/payments/{paymentId}/allocations'>['body'];

/** What is booked; undefined when a field has no reading or nothing is paid. */
export function bodyOf(rows: readonly SplitRow[]): Allocation | undefined {
  const items: Allocation['items'][number][] = [];
  const deductions: NonNullable<Allocation['deductions']>[number][] = [];
  for (const { openItem, pays, kept, keptFor, document, open } of rows) {
    const amount = readMoney(pays, open.currency);
    if (pays.trim() !== '' && amount === undefined) return undefined;
    if (amount !== undefined && units(amount) > 0n) items.push({ openItem, amount });
    if (kept.trim() === '') continue;
    const back = readMoney(kept, open.currency);
    if (back === undefined) return undefined;
    const documentReference = document.trim() === '' ? undefined : document.trim();
    deductions.push({ openItem, kind: keptFor, amount: back, documentReference });
  }
  if (items.length === 0) return undefined;
  return { items, deductions: deductions.length === 0 ? undefined : deductions };
}
