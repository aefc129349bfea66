import type { BodyOf } from '../../api/client.js';
import { units, type WireMoney } from '../../ui/format.js';

type Buckets = BodyOf<'GET /v1/reports/ageing'>['total'];

/** The parts of what is open, the youngest first; `shade` is the colour of its age. */
export const AGES = [
  { key: 'notDue', shade: 'var(--age-0)' },
  { key: 'days1to30', shade: 'var(--age-1)' },
  { key: 'days31to60', shade: 'var(--age-2)' },
  { key: 'days61to90', shade: 'var(--age-3)' },
  { key: 'over90', shade: 'var(--age-4)' },
] as const;

export type AgeKey = (typeof AGES)[number]['key'];

/** What is overdue of a customer's open items. */
export function overdueOf({
  total,
  notDue,
}: Readonly<{ total: WireMoney; notDue: WireMoney }>): bigint {
  return units(total) - units(notDue);
}

/** The part in which an item stands by its days overdue, as the ageing report counts them. */
export function ageOf(daysOverdue: number): AgeKey {
  if (daysOverdue <= 0) return 'notDue';
  if (daysOverdue <= 30) return 'days1to30';
  if (daysOverdue <= 60) return 'days31to60';
  return daysOverdue <= 90 ? 'days61to90' : 'over90';
}

export type CustomerAge = Readonly<{
  customer: Readonly<{ id: string; number: string; name: string }>;
  buckets: Buckets;
}>;
