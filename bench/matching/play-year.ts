import type { MatchFacts } from '../../domain/matching/match-context.js';
import type { Allocation, Payment } from '../../domain/matching/matching.js';
import { openBooks, type Books } from './books.js';
import { isRight } from './judge.js';
import type { CompanyYear } from './year/company-year.js';
import type { Line } from './year/truth.js';

/** What a matcher says of a payment: what it books by itself, or what it offers to a person, the likeliest first. */
export type Answer = Readonly<{
  booked: readonly Allocation[] | undefined;
  offered: readonly (readonly Allocation[])[];
}>;

/** Answers by payment id. */
export type Matcher = (
  payments: readonly Payment[],
  facts: MatchFacts,
) => ReadonlyMap<string, Answer>;

export type Outcome = Readonly<{ line: Line; day: number; answer: Answer }>;

const NOTHING: Answer = { booked: undefined, offered: [] };

/** A person sees to what was not booked within so many days. */
const PERSON_TAKES_DAYS = 2;

/**
 * Plays the year day by day: the invoices of the day, then its bank lines in one run, as a bank file. A wrong booking
 * is seen and mended at the end of the day; a person books the rest two days later, and so teaches the accounts.
 */
export function playYear({ customers, days }: CompanyYear, matcher: Matcher): readonly Outcome[] {
  const books = openBooks(customers);
  const outcomes: Outcome[] = [];
  const waiting: Line[][] = [];
  for (const [day, { issued, lines }] of days.entries()) {
    books.issue(issued);
    const payments = lines.map(({ payment }) => payment);
    const answers = matcher(payments, books.factsFor(payments, day));
    const own = lines.map((line) => ({
      line,
      day,
      answer: answers.get(line.payment.id) ?? NOTHING,
    }));
    outcomes.push(...own);
    waiting[day + PERSON_TAKES_DAYS] = settleBooked(books, own);
    for (const line of waiting[day] ?? []) books.settle(line, 'person');
  }
  return outcomes;
}

/** Answers what is left to a person. */
function settleBooked(books: Books, outcomes: readonly Outcome[]): Line[] {
  return outcomes.flatMap(({ line, answer: { booked } }) => {
    if (booked === undefined) return [line];
    books.settle(line, isRight(booked, line.truth) ? 'matcher' : 'person');
    return [];
  });
}
