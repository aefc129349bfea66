import {
  defineSearchAttributeKey,
  SearchAttributeType,
  type SearchAttributeUpdatePair,
} from '@temporalio/common';
import { setCurrentDetails, upsertSearchAttributes } from '@temporalio/workflow';
import type { Timed } from './messages.js';

/**
 * Where a life stands, for the rows of Temporal's lists. What is not named stays; null is taken away. The values are
 * stored unencrypted: words, stages and document numbers only.
 */
export type Standing = Readonly<{
  Stage?: string;
  /** How it ended. */
  Outcome?: string;
  InvoiceNumber?: string;
  WaitsFor?: string | null;
  /** Business epoch milliseconds. */
  NextStepAt?: number | null;
}>;

const keyword = (name: string) => defineSearchAttributeKey(name, SearchAttributeType.KEYWORD);
const KEYS = {
  Stage: keyword('Stage'),
  Outcome: keyword('Outcome'),
  InvoiceNumber: keyword('InvoiceNumber'),
  WaitsFor: keyword('WaitsFor'),
} as const;
const NEXT_STEP_AT = defineSearchAttributeKey('NextStepAt', SearchAttributeType.DATETIME);

/** Writes where a life stands into its row. A life that an older starter began does without: its history has none. */
export function showStanding({ row }: Pick<Timed, 'row'>): (standing: Standing) => void {
  return (standing) => {
    if ('WaitsFor' in standing) setCurrentDetails(detailsOf(standing));
    if (row === 'shown') upsertSearchAttributes(attributesOf(standing));
  };
}

/** The row of a life that has ended waits for nothing. */
export function endedWith(Outcome: string): Standing {
  return { Stage: 'closed', Outcome, WaitsFor: null, NextStepAt: null };
}

/** With their types: from a bare text the SDK guesses one, and took a number of an invoice for a date. */
function attributesOf(standing: Standing): SearchAttributeUpdatePair[] {
  const { NextStepAt, ...texts } = standing;
  const pairs: SearchAttributeUpdatePair[] = (Object.keys(texts) as (keyof typeof texts)[]).map(
    (name) => ({ key: KEYS[name], value: texts[name] ?? null }),
  );
  if (NextStepAt === undefined) return pairs;
  const value = NextStepAt === null ? null : new Date(NextStepAt);
  return [...pairs, { key: NEXT_STEP_AT, value }];
}

function detailsOf({ WaitsFor = null, NextStepAt = null, Outcome }: Standing): string {
  if (WaitsFor === null) return Outcome === undefined ? '' : `Ended: ${Outcome}`;
  const until = NextStepAt === null ? '' : `, until ${new Date(NextStepAt).toISOString()}`;
  return `Waits for ${WaitsFor}${until}`;
}
