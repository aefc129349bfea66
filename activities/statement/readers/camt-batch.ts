import { exactToDecimal, readExact, toExact } from '../../../domain/statement/file-amount.js';
import type { LineDraft } from '../../../domain/statement/line-draft.js';
import type { Difference } from '../../../domain/statement/statement.js';
import { allTexts, type CamtRecord } from './camt-record.js';

const COUNT = /^\d{1,15}$/;

export function readCount(text: string | undefined): number | undefined {
  return text !== undefined && COUNT.test(text) ? Number(text) : undefined;
}

/** Differences of a batch: declared number or sum of payments and its content, or the sum of payments and the entry. */
export function batchDifferences(
  entry: CamtRecord,
  line: LineDraft,
): readonly Omit<Difference, 'place'>[] {
  const stated = allTexts(entry, 'NtryDtls/Btch/NbOfTxs').map(readCount);
  const declared = sumOf(stated.map((count) => (count === undefined ? undefined : BigInt(count))));
  const held = entry.children.length;
  const counts =
    declared === undefined || held === 0 || declared === BigInt(held)
      ? []
      : [{ what: 'payment-count', stated: declared.toString(), found: held.toString() }];
  return [...counts, ...batchSum(entry, line), ...paymentSum(line)];
}

function batchSum(entry: CamtRecord, { amount, currency }: LineDraft): Omit<Difference, 'place'>[] {
  const stated = sumOf(allTexts(entry, 'NtryDtls/Btch/TtlAmt').map(readExact));
  const found = toExact(amount < 0n ? -amount : amount, currency);
  if (stated === undefined || stated === found) return [];
  return [{ what: 'batch-sum', stated: exactToDecimal(stated), found: exactToDecimal(found) }];
}

/** Payments without an amount in the entry's currency cannot be added up. */
function paymentSum({ details, amount, currency }: LineDraft): Omit<Difference, 'place'>[] {
  const found = sumOf(details.map((detail) => detail.amount));
  if (found === undefined || found === amount) return [];
  const decimal = (units: bigint): string => exactToDecimal(toExact(units, currency));
  return [{ what: 'payment-sum', stated: decimal(amount), found: decimal(found) }];
}

/** Undefined when there is nothing to add up, or a part is unknown. */
function sumOf(values: readonly (bigint | undefined)[]): bigint | undefined {
  let total = 0n;
  for (const value of values) {
    if (value === undefined) return undefined;
    total += value;
  }
  return values.length === 0 ? undefined : total;
}
