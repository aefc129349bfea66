import { isRight, isRightlyBooked } from './judge.js';
import type { Outcome } from './play-year.js';
import { isOfCustomer } from './year/truth.js';

/** The 97.5th percentile of the normal distribution: two-sided 95 %. */
const Z = 1.959_964;

const BILLION = 1_000_000_000n;

export type Figures = Readonly<{
  payments: number;
  booked: number;
  /** Bookings with the right items and amounts, of all bookings, in per cent. */
  precision: number;
  precisionLowerBound: number;
  /** Rightly booked, of all payments of customers, in per cent. */
  coverage: number;
  /** Of the payments of customers that were left to a person. */
  firstRight: number;
  firstThreeRight: number;
  /** Rupiah booked where they do not belong, for a thousand million booked. */
  wrongPerBillion: number;
  duplicatesBooked: number;
  othersBooked: number;
  undecidableBooked: number;
}>;

export function figuresOf(outcomes: readonly Outcome[]): Figures {
  const customers = outcomes.filter(({ line }) => isOfCustomer(line));
  const booked = outcomes.filter(({ answer }) => answer.booked !== undefined);
  const wrong = booked.filter((one) => !isBookedRightly(one));
  const right = booked.length - wrong.length;
  const left = customers.filter(
    ({ line, answer }) => answer.booked === undefined && line.truth.paid.length > 0,
  );
  return {
    payments: customers.length,
    booked: booked.length,
    precision: percent(right, booked.length),
    precisionLowerBound: inThousandths(100 * wilsonLowerBound(right, booked.length)),
    coverage: percent(right, customers.length),
    firstRight: percent(left.filter((one) => hits(one, 1)).length, left.length),
    firstThreeRight: percent(left.filter((one) => hits(one, 3)).length, left.length),
    wrongPerBillion: wrongPerBillion(wrong, booked),
    duplicatesBooked: wrong.filter(({ line }) => line.truth.isDuplicate).length,
    othersBooked: wrong.filter(({ line }) => line.truth.customerIds.length === 0).length,
    undecidableBooked: wrong.filter(({ line }) => isOfCustomer(line) && !line.truth.isDecidable)
      .length,
  };
}

export type KindFigures = Readonly<{
  kind: string;
  payments: number;
  booked: number;
  wrong: number;
  /** Of those that were left to a person. */
  firstRight: number;
  firstThreeRight: number;
}>;

/** Each kind of line by itself, the most frequent first. */
export function byKind(outcomes: readonly Outcome[]): readonly KindFigures[] {
  const kinds = [...new Set(outcomes.map(({ line }) => line.truth.kind))];
  return kinds
    .map((kind) => {
      const own = outcomes.filter(({ line }) => line.truth.kind === kind);
      const booked = own.filter(({ answer }) => answer.booked !== undefined);
      const left = own.filter(({ answer }) => answer.booked === undefined);
      return {
        kind,
        payments: own.length,
        booked: booked.length,
        wrong: booked.filter((one) => !isBookedRightly(one)).length,
        firstRight: left.filter((one) => hits(one, 1)).length,
        firstThreeRight: left.filter((one) => hits(one, 3)).length,
      };
    })
    .toSorted((a, b) => b.payments - a.payments);
}

export function isBookedRightly({ line, answer: { booked } }: Outcome): boolean {
  return booked !== undefined && isRightlyBooked(booked, line.truth);
}

function hits({ line, answer }: Outcome, first: number): boolean {
  return answer.offered.slice(0, first).some((allocations) => isRight(allocations, line.truth));
}

function wrongPerBillion(wrong: readonly Outcome[], booked: readonly Outcome[]): number {
  const all = booked.reduce((total, one) => total + amountOf(one), 0n);
  const misplaced = wrong.reduce((total, one) => total + amountOf(one), 0n);
  return all === 0n ? 0 : Number((misplaced * BILLION) / all);
}

function amountOf({ answer: { booked } }: Outcome): bigint {
  return (booked ?? []).reduce((total, { amount }) => total + amount, 0n);
}

/** The lower end of the Wilson score interval (1927) of a share, at 95 %. */
export function wilsonLowerBound(hits: number, of: number): number {
  if (of === 0) return 0;
  const share = hits / of;
  const spread = Z * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of));
  return (share + (Z * Z) / (2 * of) - spread) / (1 + (Z * Z) / of);
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : inThousandths((100 * part) / whole);
}

function inThousandths(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
