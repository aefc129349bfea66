import type { DayFacts, GivenTotals } from '../../../activities/shadow/shadow-days.js';
import {
  compareDay,
  sumOf,
  type Difference,
  type OldTotals,
} from '../../../domain/shadow/compare-day.js';
import { TENDER_TYPES } from '../../../domain/pricing/sale-request.js';
import { known } from '../../../domain/known.js';
import { wireMoney, wireMoneyOrNull } from '../../wire.js';

/** A day in the list. */
export function dayOnWire(facts: DayFacts) {
  return dayHead(facts, compareDay(facts.own, facts.totals));
}

/** A day with all that differs, till by till. */
export function dayInFull(facts: DayFacts) {
  const { own, totals, currency } = facts;
  const compared = compareDay(own, totals);
  const names = [...new Set([...totals, ...own].map(({ till }) => till))];
  return {
    ...dayHead(facts, compared),
    list: compared.differences.map((difference) => differenceOnWire(difference, currency)),
    tills: names.map((till) => {
      const ours = own.find((one) => one.till === till);
      const given = totals.find((one) => one.till === till);
      return {
        till: till ?? null,
        ours: till === undefined ? oursOnWire(facts) : orNull(ours?.figures, currency),
        theirs: orNull(given?.figures, currency),
        givenBy: given?.givenBy ?? null,
        givenAt: given?.givenAt ?? null,
      };
    }),
  };
}

function dayHead(facts: DayFacts, { state, differences }: ReturnType<typeof compareDay>) {
  const { day, exceptions, totals, currency } = facts;
  const whole = totals.find(({ till }) => till === undefined);
  return {
    day,
    state,
    differences: differences.length,
    exceptions,
    ours: oursOnWire(facts),
    theirs: orNull(whole?.figures, currency),
  };
}

function oursOnWire({ own, currency }: DayFacts) {
  return figuresOnWire(sumOf(own), currency);
}

type Given = OldTotals['figures'];

function orNull(figures: GivenTotals['figures'] | undefined, currency: string) {
  return figures === undefined ? null : figuresOnWire(figures, currency);
}

function figuresOnWire({ count, gross, net, tax, total, taxes, tenders }: Given, currency: string) {
  const figure = (units: bigint | undefined) => wireMoneyOrNull(units ?? null, currency);
  return {
    count: count === undefined ? null : Number(count),
    gross: figure(gross),
    net: figure(net),
    tax: figure(tax),
    total: figure(total),
    taxes:
      taxes === undefined
        ? null
        : Object.entries(taxes).map(([code, units]) => ({ code, tax: wireMoney(units, currency) })),
    tenders:
      tenders === undefined
        ? null
        : Object.entries(tenders).map(([type, units]) => ({
            type: known(TENDER_TYPES, type),
            amount: wireMoney(units, currency),
          })),
  };
}

function differenceOnWire({ kind, till, of, ours, theirs, saleId }: Difference, currency: string) {
  const isCount = kind === 'count';
  const moneyOf = (value: bigint | undefined) =>
    isCount ? null : wireMoneyOrNull(value ?? null, currency);
  const countOf = (value: bigint | undefined) =>
    isCount && value !== undefined ? Number(value) : null;
  return {
    kind,
    till: till ?? null,
    of: of ?? null,
    ours: moneyOf(ours),
    theirs: moneyOf(theirs),
    oursCount: countOf(ours),
    theirsCount: countOf(theirs),
    saleId: saleId ?? null,
  };
}
