import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { identityText } from '../../domain/statement/line-identity.js';
import type { LineDetail, StatementLine } from '../../domain/statement/statement.js';
import type { InputOf } from '../../prisma/commands/command.js';
import type * as statementCommands from '../../prisma/commands/statement.js';

/** One line in the input of `store_bank_lines`. */
export type StoredLine = InputOf<typeof statementCommands.storeBankLines>['lines'][number];

/** A bank line as the books keep it. */
export type BookLine = Readonly<{
  id: string;
  bank_account_id: string;
  position: number;
  booking_date: string;
  value_date: string;
  amount: string;
  currency: string;
  bank_reference: string | null;
  end_to_end_reference: string | null;
  creditor_reference: string | null;
  payer_name: string | null;
  payer_account: string | null;
  remittance_text: string;
  transaction_code: string | null;
  reversal: boolean;
  other_references: readonly string[];
  details: readonly StoredDetail[] | null;
  /** Of a line that is booked part by part. */
  progress?: Readonly<{ done: number; kinds: Readonly<Record<string, number>> }> | null;
}>;

type StoredDetail = NonNullable<StoredLine['details']>[number];

/** `position` counts through the whole file, because one file may hold several statements; `part` counts these. */
export function toStoredLine(
  line: StatementLine,
  place: Readonly<{ bankAccountId: string; part: number; position: number }>,
): StoredLine {
  const otherReferences = line.otherReferences.map((one) => storable(one));
  return {
    ...place,
    place: `line ${line.fileLine}`,
    status: line.status,
    bookingDate: line.bookingDate.toString(),
    valueDate: (line.valueDate ?? line.bookingDate).toString(),
    amount: line.amount.toString(),
    currency: line.currency,
    bankReference: storable(line.bankReference),
    endToEndReference: storable(line.endToEndReference),
    creditorReference: storable(line.creditorReference),
    payerName: storable(line.payerName),
    payerAccount: storable(line.payerAccount),
    remittanceText: storable(line.text),
    transactionCode: storable(line.transactionCode),
    reversal: line.isReversal,
    ...(otherReferences.length === 0 ? {} : { otherReferences }),
    fingerprint: createHash('sha256').update(identityText(line)).digest('hex'),
    ...(line.details.length === 0 ? {} : { details: line.details.map(toStoredDetail) }),
  };
}

export function fromBookLine(row: BookLine): StatementLine {
  return {
    position: row.position,
    fileLine: 0,
    status: 'booked',
    bookingDate: Temporal.PlainDate.from(row.booking_date),
    valueDate: Temporal.PlainDate.from(row.value_date),
    amount: BigInt(row.amount),
    currency: row.currency,
    isReversal: row.reversal,
    transactionCode: row.transaction_code ?? undefined,
    bankReference: row.bank_reference ?? undefined,
    endToEndReference: row.end_to_end_reference ?? undefined,
    creditorReference: row.creditor_reference ?? undefined,
    otherReferences: row.other_references,
    payerName: row.payer_name ?? undefined,
    payerAccount: row.payer_account ?? undefined,
    text: row.remittance_text,
    details: (row.details ?? []).map(fromStoredDetail),
  };
}

function toStoredDetail(detail: LineDetail): StoredDetail {
  return {
    amount: detail.amount?.toString(),
    endToEndReference: storable(detail.endToEndReference),
    creditorReference: storable(detail.creditorReference),
    ...(detail.otherReferences.length === 0
      ? {}
      : { otherReferences: detail.otherReferences.map((one) => storable(one)) }),
    payerName: storable(detail.payerName),
    payerAccount: storable(detail.payerAccount),
    text: storable(detail.text),
  };
}

/** JSON has no undefined: missing values come back as missing fields. */
function fromStoredDetail(stored: StoredDetail): LineDetail {
  return {
    amount: stored.amount === undefined ? undefined : BigInt(stored.amount),
    endToEndReference: stored.endToEndReference,
    creditorReference: stored.creditorReference,
    otherReferences: stored.otherReferences ?? [],
    payerName: stored.payerName,
    payerAccount: stored.payerAccount,
    text: stored.text,
  };
}

const NOT_TEXT = /[\0\p{Cs}]/gu;

/** Replaces characters that PostgreSQL cannot hold (NUL, lone surrogates) by the replacement character. */
export function storable(text: string): string;
export function storable(text: string | undefined): string | undefined;
export function storable(text: string | undefined): string | undefined {
  return text?.replaceAll(NOT_TEXT, '\ufffd');
}
