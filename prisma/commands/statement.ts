import { z } from 'zod';
import {
  LINE_OUTCOMES,
  RELEASE_DECISIONS,
  REPEAT_DECISIONS,
  STATEMENT_SOURCES,
  STATEMENT_STATES,
} from '../../contract/statement/bank-statements.js';
import { account, amount, command, currency, day, id, keptFacts, list, sha256 } from './command.js';
import { finding } from './finding.js';

const ofStatement = { statementId: id };

/** One payment inside a collective booking. */
const partOfCollective = z.strictObject({
  amount: amount.optional(),
  endToEndReference: z.string().optional(),
  creditorReference: z.string().optional(),
  otherReferences: list(z.string()).optional(),
  payerName: z.string().optional(),
  payerAccount: z.string().optional(),
  text: z.string(),
});

/** One line of a bank file. */
const fileLine = z.strictObject({
  bankAccountId: id,
  /** Number of its statement in the file. */
  part: z.int().positive(),
  position: z.int().positive(),
  place: z.string(),
  status: z.enum(['booked', 'pending', 'information']),
  bookingDate: day,
  valueDate: day,
  amount,
  currency,
  bankReference: z.string().optional(),
  endToEndReference: z.string().optional(),
  creditorReference: z.string().optional(),
  otherReferences: list(z.string()).optional(),
  payerName: z.string().optional(),
  payerAccount: z.string().optional(),
  remittanceText: z.string(),
  transactionCode: z.string().optional(),
  reversal: z.boolean(),
  fingerprint: sha256,
  details: list(partOfCollective).optional(),
});

/** Stores the head data of the statements of a file. */
export const storeStatementParts = command('store_statement_parts', {
  input: z.strictObject({
    ...ofStatement,
    format: z.string(),
    parts: list(
      z.strictObject({
        part: z.int().positive(),
        bankAccountId: id,
        number: z.string().optional(),
        from: day.optional(),
        to: day.optional(),
        opening: amount.optional(),
        closing: amount.optional(),
      }),
    ),
  }),
  answer: z.strictObject({ stored: z.int() }),
});

/** Stores lines of a file that is being read. */
export const storeBankLines = command('store_bank_lines', {
  input: z.strictObject({ ...ofStatement, lines: list(fileLine) }),
  answer: z.strictObject({ stored: z.int() }),
});

/** Books how stored lines were recognised: as new money, as known bookings, or as unclear. */
export const recogniseBankLines = command('recognise_bank_lines', {
  input: z.strictObject({
    ...ofStatement,
    new: list(id),
    known: list(
      z.strictObject({
        lineId: id,
        outcome: z.enum(['duplicate', 'repeat-unclear']),
        /** The first line about the booking. */
        repeatsLineId: id,
        /** How it was recognised. */
        by: z.string(),
        /** Of a sum: the bookings that make it. */
        bookings: list(id).optional(),
      }),
    ),
  }),
  answer: z.strictObject({ told: z.int() }),
});

/** A person's decision on lines that may repeat others. */
export const decideRepeats = command('decide_repeats', {
  input: z.strictObject({
    ...ofStatement,
    decision: z.enum(REPEAT_DECISIONS),
    positions: list(z.int().positive()).optional(),
  }),
  answer: z.strictObject({
    decided: z.int(),
    waiting: z.int(),
    reading: z.int().nullable(),
  }),
});

/** Refuses a file: its bytes are kept, and a person is told. */
export const refuseStatement = command('refuse_statement', {
  input: z.strictObject({
    ...ofStatement,
    code: z.string(),
    detail: z.string(),
    place: z.string().optional(),
  }),
  answer: z.strictObject({ refused: z.boolean() }),
});

/** Holds a file that a person handed in and that brings in and takes back more than the limit of an account. */
export const holdHandFedStatement = command('hold_hand_fed_statement', {
  input: z.strictObject({
    ...ofStatement,
    moved: list(z.strictObject({ bankAccountId: id, amount })),
    detail: keptFacts,
  }),
  answer: z.strictObject({ waits: z.boolean() }),
});

/** A second person's decision on a file that waits. */
export const releaseStatement = command('release_statement', {
  input: z.strictObject({
    ...ofStatement,
    decision: z.enum(RELEASE_DECISIONS),
    reason: z.string(),
  }),
  answer: z.strictObject({ reading: z.int().nullable() }),
});

/** A file that failed again and again: the reason is shown, and a person is told. */
export const giveUpStatement = command('give_up_statement', {
  input: z.strictObject({ ...ofStatement, reason: z.string() }),
  answer: z.strictObject({ state: z.enum(STATEMENT_STATES) }),
});

/** Begins the next reading of a refused file; null when there is nothing to begin. */
export const readStatementAgain = command('read_statement_again', {
  input: z.strictObject({
    ...ofStatement,
    /** The account that is now expected in it. */
    bankAccountId: id.optional(),
    /** How the bytes came now. */
    source: z.enum(STATEMENT_SOURCES).optional(),
  }),
  answer: z.strictObject({ reading: z.int().nullable() }),
});

const lineOutcome = z.enum(LINE_OUTCOMES);

const ofLine = { lineId: id };
const knownLine = z.strictObject({ kind: z.literal('known') });

/** Books one credit line of a bank: its payments with the matcher's findings. */
export const bookBankLine = command('book_bank_line', {
  input: z.strictObject({
    ...ofLine,
    /** Today in the legal entity; a later date of the bank is not trusted. */
    bookedOn: day,
    outcome: z.enum(['booked', 'suggested', 'held', 'unmatched']),
    outcomeDetail: keptFacts.optional(),
    accounts: z.strictObject({
      unappliedCash: account,
      receivables: account,
      agencyClearing: account,
    }),
    /** Of a line with more payments than one call takes. */
    part: z
      .strictObject({
        done: z.int(),
        left: z.int(),
        /** How many payments so far were found how. */
        kinds: z.record(z.string(), z.int()),
      })
      .optional(),
    payments: list(
      z.strictObject({
        externalId: z.string(),
        amount,
        payerName: z.string().optional(),
        payerAccount: z.string().optional(),
        remittanceText: z.string(),
        /** What the payer gave beside the text. */
        references: list(z.string()).optional(),
        finding,
      }),
    ),
  }),
  answer: z.strictObject({ kind: z.enum(['booked', 'part', 'known']), outcome: lineOutcome }),
});

/** Books a line by which the bank reverses a payment. */
export const bookReversalLine = command('book_reversal_line', {
  input: z.strictObject({
    ...ofLine,
    paymentId: id,
    /** Today in the legal entity. */
    reversedOn: day,
    outcomeDetail: keptFacts.optional(),
  }),
  answer: z.strictObject({ kind: z.enum(['booked', 'known']) }),
});

/** Sets aside a line that is no payment of a customer. */
export const setLineAside = command('set_line_aside', {
  input: z.strictObject({
    ...ofLine,
    outcome: z.enum(['not-a-customer-payment', 'reversal-unclear']),
    outcomeDetail: keptFacts.optional(),
    /** The kind of work item to open for it. */
    workItem: z.string(),
  }),
  answer: z.discriminatedUnion('kind', [
    knownLine,
    z.strictObject({ kind: z.literal('booked'), outcome: lineOutcome }),
  ]),
});

/** Locks the bank accounts of a file that is being read. */
export const lockAccountsOfFile = command('lock_accounts_of_file', {
  input: z.strictObject(ofStatement),
  answer: z.strictObject({
    accounts: list(
      z.strictObject({
        bankAccountId: id,
        /** The last closing balance; null before the first. */
        closing: amount.nullable(),
        closingOn: day.nullable(),
        /** The day that it is for the company. */
        today: day,
      }),
    ),
  }),
});

/** Notes that a file was read, and the closing balances that the next files begin with. */
export const noteReading = command('note_reading', {
  input: z.strictObject({
    ...ofStatement,
    format: z.string(),
    footing: z.string(),
    statements: list(keptFacts),
    refusedLines: list(keptFacts),
    /** When all statements are of one account. */
    bankAccountId: id.optional(),
    closings: list(z.strictObject({ bankAccountId: id, amount, on: day })),
  }),
  answer: z.strictObject({ noted: z.boolean() }),
});

/** Ends a file when every line has its outcome. */
export const concludeStatement = command('conclude_statement', {
  input: z.strictObject(ofStatement),
  answer: z.strictObject({ concluded: z.boolean() }),
});
