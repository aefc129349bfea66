import type { WireMoney } from './format.js';

/** What stands in a cell, for a file: a spreadsheet gets a number as a number and a day as a day. */
export type Cell =
  | Readonly<{ kind: 'none' }>
  | Readonly<{ kind: 'text'; text: string }>
  | Readonly<{ kind: 'money'; money: WireMoney }>
  /** A plain decimal with `.`, and the unit that it counts. */
  | Readonly<{ kind: 'number'; value: string; unit: string | undefined }>
  /** A share of one: `0.244` is 24.4 %. */
  | Readonly<{ kind: 'percent'; share: string }>
  /** A day of the books, ISO 8601. */
  | Readonly<{ kind: 'day'; on: string }>
  /** An instant, ISO 8601. */
  | Readonly<{ kind: 'moment'; at: string }>;

const NONE: Cell = { kind: 'none' };

export function textIn(text: string | null | undefined): Cell {
  return text == null || text === '' ? NONE : { kind: 'text', text };
}

export function moneyIn(money: WireMoney | null | undefined): Cell {
  return money == null ? NONE : { kind: 'money', money };
}

export function numberIn(value: string | number | null | undefined, unit?: string): Cell {
  return value == null ? NONE : { kind: 'number', value: String(value), unit };
}

export function percentIn(share: string | null | undefined): Cell {
  return share == null ? NONE : { kind: 'percent', share };
}

export function dayIn(on: string | null | undefined): Cell {
  return on == null ? NONE : { kind: 'day', on };
}

export function momentIn(at: string | null | undefined): Cell {
  return at == null ? NONE : { kind: 'moment', at };
}

/** A column as a file has it. */
export type FileColumn<Row> = Readonly<{
  id: string;
  head: string;
  /** The head in a file, where that shows something else: since when, and not for how long. */
  fileHead?: string;
  /** What a file says there; null for a column of verbs, whose head is for screen readers alone. */
  value: ((row: Row) => Cell) | null;
}>;
