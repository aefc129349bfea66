import { z } from 'zod';
import { CONTINUITY_KINDS } from '../../domain/statement/judge-continuity.js';
import { STATEMENT_FORMATS } from '../../domain/statement/statement.js';
import { listOf, pageQuery } from '../list.js';
import { code, date, id, instant, money, orNull, text } from '../primitives.js';
import { FINANCE_READERS, FINANCE_WRITERS } from '../roles.js';
import { defineRoute } from '../route.js';
import { workflowOf } from '../shared-fields.js';

/** A year of one busy account. The reader accepts more, but nobody uploads more on purpose. */
export const STATEMENT_FILE_BYTES_MAX = 50 * 1024 * 1024;

/** Several times what a person selects on one page of lines. */
const POSITIONS_MAX = 1_000;

export const STATEMENT_STATES = [
  'received',
  'awaiting-release',
  'read',
  'booked',
  'refused',
  'given-up',
] as const;

/** How a file came: by the hand of a person, or fed by a machine's key. */
export const STATEMENT_SOURCES = ['hand', 'feed'] as const;

/** What a second person says about a file that waits. */
export const RELEASE_DECISIONS = ['released', 'rejected'] as const;

export const LINE_OUTCOMES = [
  'stored',
  'new',
  'pending',
  'information',
  'duplicate',
  'repeat-unclear',
  'booked',
  'suggested',
  'held',
  'unmatched',
  'remittance',
  'reversal',
  'reversal-unclear',
  'not-a-customer-payment',
] as const;

/** The decision on a line that may repeat a booking: it repeats it, or it is new money. */
export const REPEAT_DECISIONS = ['repeat', 'new'] as const;

const statementState = z.enum(STATEMENT_STATES).meta({
  description:
    '`received`: stored, not read yet. `awaiting-release`: handed in by a person and above the limit of an account; nothing of it is stored or booked until a second person releases it. `read`: its lines are in the books. `booked`: every line has its outcome. `refused`: not understood; nothing of it is booked. `given-up`: its lines are in the books, but booking them failed again and again.',
});

export const receiveBankStatementRoute = defineRoute({
  method: 'post',
  path: '/v1/bank-statements',
  summary: 'Hands in a bank file',
  description:
    'The file as the body, whatever its media type: camt.052, 053 and 054, MT940, MT942, MT950, OFX 1 and 2, BAI2, QIF, or the CSV or Excel file (.xlsx) of a known bank (BCA, Mandiri, BRI, BNI, CIMB Niaga, Permata), recognised by its content. The bytes are the key: the same file again answers the first id and changes nothing, except a file that was refused: it is read again under its id, because what was in its way may have been mended. A file that a person hands in and that, with the others of that person in 24 hours, brings more into an account than its limit waits for a second person; files of an `integration` key do not. What becomes of it is told by GET.',
  tag: 'Banking',
  access: { kind: 'roles', roles: [...FINANCE_WRITERS, 'integration'], scope: 'banking:write' },
  query: z.strictObject({
    account: code.optional().meta({
      description:
        'Number of the bank account, when only that one is expected in the file. A file that names no account (QIF, some CSV) needs it.',
    }),
  }),
  rawBody: { mediaTypes: ['*/*'], maxBytes: STATEMENT_FILE_BYTES_MAX },
  responses: {
    202: z
      .strictObject({ id, status: statementState, workflow: workflowOf })
      .meta({ id: 'BankStatementReceipt' }),
  },
  errors: ['BANK_ACCOUNT_UNKNOWN'],
  idempotency: 'optionalKey',
  quarantine: { door: 'POST /v1/bank-statements', except: ['IDEMPOTENCY_CONFLICT'] },
});

export const readBankStatementAgainRoute = defineRoute({
  method: 'post',
  path: '/v1/bank-statements/{statementId}/readings',
  summary: 'Goes on with a bank file that was refused or given up',
  description:
    'For when the cause is mended. A refused file is read again from its beginning; one that was given up goes on with the lines that have no outcome yet. To hand in the same bytes does the same. A file that names no account (QIF, some CSV) is read with the account that is named here.',
  tag: 'Banking',
  access: { kind: 'roles', roles: FINANCE_WRITERS, scope: 'banking:write' },
  params: z.strictObject({ statementId: id }),
  body: z.strictObject({
    account: code.optional().meta({
      description:
        'Number of the bank account, for a refused file; without it the one that was named before.',
    }),
  }),
  example: { account: '8880001234' },
  responses: {
    202: z
      .strictObject({ id, status: statementState, workflow: workflowOf })
      .meta({ id: 'BankStatementReading' }),
  },
  errors: ['STATEMENT_NOT_FOUND', 'STATEMENT_NOT_STOPPED', 'BANK_ACCOUNT_UNKNOWN'],
  idempotency: 'key',
});

export const releaseBankStatementRoute = defineRoute({
  method: 'post',
  path: '/v1/bank-statements/{statementId}/release',
  summary: 'Releases a bank file that waits for a second person, or rejects it',
  description:
    'For files in the state `awaiting-release`; never by a person who handed it in. Released, it is read and booked. Rejected, nothing of it is booked; handed in again, it waits again.',
  tag: 'Banking',
  access: {
    kind: 'roles',
    roles: FINANCE_WRITERS,
    scope: 'banking:write',
    person: true,
    freshPassword: true,
  },
  params: z.strictObject({ statementId: id }),
  body: z.strictObject({ decision: z.enum(RELEASE_DECISIONS), reason: text(200) }),
  example: { decision: 'released', reason: "Compared with the bank's own page." },
  responses: {
    200: z
      .strictObject({ id, status: statementState, workflow: workflowOf })
      .meta({ id: 'BankStatementRelease' }),
  },
  errors: ['STATEMENT_NOT_FOUND', 'STATEMENT_NOT_WAITING', 'SECOND_PERSON_REQUIRED'],
  idempotency: 'key',
});

const cameIn = z
  .strictObject({
    source: z.enum(STATEMENT_SOURCES),
    handedInBy: z
      .array(z.strictObject({ id, name: z.string() }))
      .meta({ description: 'Every person who handed it in.' }),
    release: z
      .strictObject({
        decision: z.enum(RELEASE_DECISIONS),
        by: z.string(),
        at: instant,
        reason: z.string(),
      })
      .nullable()
      .meta({ description: 'The word of the second person, where one was needed.' }),
  })
  .meta({
    id: 'CameIn',
    description: "`hand`: a person handed it in. `feed`: a machine's key brought it.",
  });

const refusal = z.strictObject({
  code: z.string(),
  detail: z.string(),
  place: z.string().nullable(),
});

const format = z.union([z.enum(STATEMENT_FORMATS), z.string().regex(/^csv:/)]).meta({
  id: 'BankFileFormat',
  description:
    'What the file is, told from its bytes: one of these, or `csv:` with the profile of the bank, for its CSV and its Excel file.',
  example: 'camt.053',
});

const header = {
  id,
  status: statementState,
  account: z.string().nullable(),
  format: orNull(format),
  footing: z.enum(['foots', 'unchecked', 'differs', 'gap', 'overlap']).nullable().meta({
    description:
      '`foots`: opening + lines = closing, and it follows the statement before. `gap`, `overlap`: it does not follow. `differs`: counts or sums that the bank declares are not those of the file. `unchecked`: the file says no balances.',
  }),
  refusal: refusal.nullable(),
  earlierRefusals: z
    .array(z.strictObject({ ...refusal.shape, receivedAt: instant, receivedBy: z.string() }))
    .meta({ description: 'Why it was refused before it was handed in again, the latest last.' }),
  receivedAt: instant,
  receivedBy: z.string(),
  cameIn,
  bookedAt: instant.nullable(),
  lineCount: z.number().int(),
  outcomes: z
    .record(z.string(), z.number().int())
    .meta({ description: 'How many lines have which outcome.' }),
};

export const listBankStatementsRoute = defineRoute({
  method: 'get',
  path: '/v1/bank-statements',
  summary: 'Bank files, the latest first',
  tag: 'Banking',
  access: { kind: 'roles', roles: FINANCE_READERS, scope: 'banking:read' },
  query: z.strictObject({
    ...pageQuery,
    status: z.enum(STATEMENT_STATES).optional(),
    account: code.optional(),
  }),
  responses: { 200: listOf(z.strictObject(header).meta({ id: 'BankStatementHead' })) },
  errors: ['CURSOR_INVALID'],
  idempotency: 'read',
});

const statementPart = z
  .strictObject({
    account: z.string(),
    statementNumber: z.string().nullable(),
    currency: z.string(),
    from: date.nullable(),
    to: date.nullable(),
    opening: orNull(money),
    closing: orNull(money),
    lines: z.number().int(),
    footing: z.enum(['foots', 'unchecked']),
    differences: z
      .array(
        z.strictObject({
          place: z.string(),
          what: z.string().meta({ example: 'entry-count' }),
          stated: z.string(),
          found: z.string(),
        }),
      )
      .meta({
        description: 'What the bank declares (counts, sums) and the statement does not hold.',
      }),
    continuity: z.strictObject({
      kind: z.enum(CONTINUITY_KINDS),
      expected: money.optional(),
      found: money.optional(),
    }),
  })
  .meta({ id: 'BankStatementPart' });

const line = z
  .strictObject({
    position: z.number().int(),
    place: z.string().meta({ example: 'line 12' }),
    cameIn,
    bookingDate: date,
    valueDate: date,
    amount: money.meta({ description: 'Money in is positive.' }),
    payerName: z.string().nullable(),
    payerAccount: z.string().nullable(),
    text: z.string(),
    bankReference: z.string().nullable(),
    endToEndReference: z.string().nullable(),
    creditorReference: z.string().nullable(),
    transactionCode: z.string().nullable(),
    reversal: z.boolean(),
    outcome: z.enum(LINE_OUTCOMES).meta({
      description:
        '`stored`: not compared yet. `duplicate`: a booking that is known, told again by this line. `repeat-unclear`: it may be the booking in `repeats` or another one; a person decides.',
    }),
    repeats: z
      .strictObject({
        statementId: id,
        position: z.number().int(),
        place: z.string(),
        bookingDate: date,
        payerName: z.string().nullable(),
        payerAccount: z.string().nullable(),
        bankReference: z.string().nullable(),
        endToEndReference: z.string().nullable(),
        text: z.string(),
      })
      .nullable()
      .meta({ description: 'The line that told of the same booking first, or may have.' }),
    detail: z.unknown().meta({ description: 'Why: evidence, reasons, what was taken back.' }),
    paymentCount: z.number().int(),
    payments: z
      .array(z.strictObject({ id, status: z.string(), amount: money }))
      .meta({ description: 'The first hundred.' }),
  })
  .meta({ id: 'BankLine' });

export const readBankStatementRoute = defineRoute({
  method: 'get',
  path: '/v1/bank-statements/{statementId}',
  summary: 'A bank file: balances, footing, the outcome of each line, refused places',
  tag: 'Banking',
  access: { kind: 'roles', roles: FINANCE_READERS, scope: 'banking:read' },
  params: z.strictObject({ statementId: id }),
  query: z.strictObject({ ...pageQuery, outcome: z.enum(LINE_OUTCOMES).optional() }),
  responses: {
    200: z
      .strictObject({
        ...header,
        statements: z.array(statementPart),
        lines: z.array(line),
        nextCursor: z.string().nullable().meta({ description: 'For more lines; null at the end.' }),
        refusedPlaces: z.array(
          z.strictObject({ place: z.string(), code: z.string(), detail: z.string() }),
        ),
        workflow: workflowOf,
      })
      .meta({ id: 'BankStatement' }),
  },
  errors: ['NOT_FOUND', 'CURSOR_INVALID'],
  idempotency: 'read',
});

export const decideRepeatsRoute = defineRoute({
  method: 'post',
  path: '/v1/bank-statements/{statementId}/repeats',
  summary: 'Says whether lines repeat the bookings that they may repeat',
  description:
    'For lines with the outcome `repeat-unclear`: `repeat` leaves them out, `new` takes them for money of their own, which is matched at once. Without positions, all lines of the file that wait.',
  tag: 'Banking',
  access: { kind: 'roles', roles: FINANCE_WRITERS, scope: 'banking:write' },
  params: z.strictObject({ statementId: id }),
  body: z.strictObject({
    decision: z.enum(REPEAT_DECISIONS),
    positions: z.array(z.number().int().min(1)).min(1).max(POSITIONS_MAX).optional(),
  }),
  example: { decision: 'new', positions: [3] },
  responses: {
    200: z
      .strictObject({
        decided: z.number().int(),
        waiting: z.number().int(),
        workflow: workflowOf,
      })
      .meta({ id: 'DecidedRepeats' }),
  },
  errors: ['STATEMENT_NOT_FOUND', 'STATEMENT_NOT_READ', 'BANK_LINE_DECIDED'],
  idempotency: 'key',
});
