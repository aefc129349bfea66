import type { Weighing } from '../../domain/matching/weigh.js';
import { Refusal } from '../../domain/refusal.js';
import type { Database } from '../../prisma/database.js';

type StoredReasons = Readonly<{
  doubts?: readonly string[];
  weighing?: Weighing;
  equation?: string;
  question?: string;
  reasons?: readonly string[];
}>;

/**
 * What the matcher thought of a payment, in lines for a terminal: each suggestion or booking with its sum, its features
 * and weights, how many sets of items make the amount, and the next one. Reads what the books keep; nothing is matched
 * anew.
 *
 * @throws Refusal `PAYMENT_NOT_FOUND`.
 */
export async function explainPayment(
  { prisma }: Database,
  paymentId: string,
): Promise<readonly string[]> {
  const payment = await prisma.payment.findUnique({
    where: { id: paymentId },
    select: {
      state: true,
      suggestions: { orderBy: { rank: 'asc' }, select: { reasons: true, equation: true } },
      allocations: {
        where: { reversedAt: null, kind: 'payment' },
        orderBy: { id: 'asc' },
        select: { evidence: true },
      },
    },
  });
  if (payment === null) {
    throw new Refusal({ code: 'PAYMENT_NOT_FOUND', detail: 'There is no such payment.' });
  }
  const work = await prisma.workItem.findUnique({
    where: { kind_subjectId: { kind: 'unapplied-payment', subjectId: paymentId } },
    select: { detail: true },
  });
  const { reasons } = (work?.detail ?? {}) as Readonly<{ reasons?: StoredReasons }>;
  const booked = payment.allocations.map(({ evidence }) => (evidence ?? {}) as StoredReasons);
  const byMatcher = booked.filter(({ weighing }) => weighing !== undefined);
  return [
    `${paymentId}: ${payment.state}`,
    ...distinct(byMatcher.flatMap((one) => readingLines('booked', one.equation, one))),
    ...payment.suggestions.flatMap(({ equation, reasons: why }, index) =>
      readingLines(`${index + 1}.`, equation, why as StoredReasons),
    ),
    ...lineOf('nothing found', reasons?.reasons),
    ...lineOf('question', reasons?.question === undefined ? [] : [reasons.question]),
  ];
}

/** Several items of one booking have the same evidence. */
function distinct(lines: readonly string[]): readonly string[] {
  return [...new Set(lines)];
}

function readingLines(
  name: string,
  equation: string | undefined,
  { doubts, weighing }: Readonly<{ doubts?: readonly string[]; weighing?: unknown }>,
): readonly string[] {
  const { features = [], score, percent, counted, rival } = (weighing ?? {}) as Partial<Weighing>;
  const signed = (weight: number): string => (weight < 0 ? `${weight}` : `+${weight}`);
  return [
    `${name} ${equation ?? ''}`,
    ...lineOf(
      `   ${score ?? '?'} points, ${percent ?? '?'} %`,
      features.map((one) => `${one.name} ${signed(one.weight)}`),
    ),
    ...lineOf('   doubts', doubts),
    ...(counted === undefined
      ? []
      : [
          `   ${counted.solutions} sets among ${counted.itemsConsidered} open items make the amount` +
            (counted.isProved ? '' : '; not all were tried'),
        ]),
    ...(rival === undefined
      ? []
      : [
          `   next: ${rival.items.join(', ')}, ${rival.behind} points behind` +
            (rival.lacks.length === 0 ? '' : `, without ${rival.lacks.join(', ')}`),
        ]),
  ];
}

function lineOf(title: string, words: readonly string[] | undefined): readonly string[] {
  return words === undefined || words.length === 0 ? [] : [`${title}: ${words.join(', ')}`];
}
