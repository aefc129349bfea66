import { groupBy } from '../group-by.js';
import { agreementOf, referencesOf } from './compare-witnesses.js';
import { identifyingReference } from './identifying-reference.js';
import type { NewLine, RecognitionWorld } from './recognise-lines.js';
import type { LineDetail, StatementLine } from './statement.js';

/** One booking of the bank as a sum, and the lines of another format that tell its payments singly. */
export type Batch = Readonly<{
  sumId: string;
  singleIds: readonly string[];
  /** Whether more than the amounts says so: the references or payers of its payments, or one reference of the bank. */
  isSure: boolean;
}>;

type Lines = Readonly<{
  sums: readonly NewLine[];
  singles: readonly NewLine[];
}>;

/**
 * Finds sums that other lines tell payment by payment: one event with two witnesses. Surely, when each payment inside the
 * sum is one of the lines by its reference or payer, or when lines and sum have one reference of the bank; unclear, when
 * only the amounts add up. A line belongs to one batch at most. Pure.
 */
export function findBatches(
  { sums, singles }: Lines,
  { relationOf }: Pick<RecognitionWorld, 'relationOf'>,
): readonly Batch[] {
  const byDay = groupBy(singles, dayKey);
  const used = new Set<string>();
  const freeFor = (sum: NewLine): readonly NewLine[] =>
    (byDay.get(dayKey(sum)) ?? []).filter(
      (single) =>
        !used.has(single.id) &&
        single.line.amount < sum.line.amount &&
        single.part.format !== sum.part.format &&
        relationOf(single.part, sum.part) !== 'apart',
    );
  const found: Batch[] = [];
  for (const isSure of [true, false]) {
    for (const sum of sums) {
      if (used.has(sum.id)) continue;
      const batch = batchOf(sum, freeFor(sum));
      if (batch?.isSure !== isSure) continue;
      for (const id of [batch.sumId, ...batch.singleIds]) used.add(id);
      found.push(batch);
    }
  }
  return found;
}

function dayKey({ line }: NewLine): string {
  return `${line.bookingDate.toString()} ${line.currency}`;
}

function batchOf(sum: NewLine, free: readonly NewLine[]): Batch | undefined {
  const found = byBankReference(sum, free) ?? byDetails(sum, free) ?? byTotal(sum, free);
  if (found === undefined) return undefined;
  return { sumId: sum.id, singleIds: found.singles.map(({ id }) => id), isSure: found.isSure };
}

/** A batch of very many equal payments is found by the bank's reference or by its total alone. */
const COMPARISONS_MAX = 2_000_000;

type Found = Readonly<{ singles: readonly NewLine[]; isSure: boolean }>;

/** All lines with the bank's reference of the sum, when they add up to it. */
function byBankReference({ line }: NewLine, free: readonly NewLine[]): Found | undefined {
  const reference = identifyingReference(line.bankReference);
  if (reference === undefined) return undefined;
  const singles = free.filter(
    (single) => identifyingReference(single.line.bankReference) === reference,
  );
  return addsUp(singles, line.amount) ? { singles, isSure: true } : undefined;
}

/** Of each payment inside the sum the line that tells it. */
function byDetails({ line }: NewLine, free: readonly NewLine[]): Found | undefined {
  const { details } = line;
  if (details.length < 2) return undefined;
  const byAmount = groupBy(free, (single) => single.line.amount.toString());
  const singles: NewLine[] = [];
  const used = new Set<string>();
  let isSure = true;
  let comparisons = 0;
  for (const detail of details) {
    const payment = asLine(line, detail);
    const ofAmount = byAmount.get(payment.amount.toString()) ?? [];
    const fitting = ofAmount.filter((single) => !used.has(single.id));
    comparisons += ofAmount.length;
    if (comparisons > COMPARISONS_MAX) return undefined;
    const same = fitting.find((single) => isSamePayment(single.line, payment));
    const like =
      same ?? fitting.find((single) => agreementOf(single.line, payment) !== 'different');
    if (like === undefined) return undefined;
    isSure &&= same !== undefined;
    used.add(like.id);
    singles.push(like);
  }
  return addsUp(singles, line.amount) ? { singles, isSure } : undefined;
}

/** All lines of one statement that no other booking explains, when they add up to the sum. */
function byTotal({ line }: NewLine, free: readonly NewLine[]): Found | undefined {
  for (const singles of groupBy(free, ({ part }) => part.id).values()) {
    if (addsUp(singles, line.amount)) return { singles, isSure: false };
  }
  return undefined;
}

function addsUp(singles: readonly NewLine[], total: bigint): boolean {
  return singles.length > 1 && singles.reduce((sum, { line }) => sum + line.amount, 0n) === total;
}

function asLine(sum: StatementLine, { amount = 0n, ...payment }: LineDetail): StatementLine {
  return { ...sum, ...payment, amount, bankReference: undefined, details: [] };
}

function isSamePayment(single: StatementLine, payment: StatementLine): boolean {
  const agreement = agreementOf(single, payment);
  if (agreement === 'different') return false;
  const references = new Set(referencesOf(single));
  return agreement !== 'silent' || referencesOf(payment).some((one) => references.has(one));
}
