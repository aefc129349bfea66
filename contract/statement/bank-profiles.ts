import { z } from 'zod';
import { DATE_FORMATS } from '../../domain/bank-csv/date-formats.js';
import { code, date, id, money, orNull, text } from '../primitives.js';
import { FINANCE_READERS, FINANCE_WRITERS } from '../roles.js';
import { defineRoute } from '../route.js';

/** The widest export of a bank has about twenty columns. */
const COLUMNS_MAX = 100;

/** Texts that are put together for one line. */
const TEXTS_MAX = 5;

const column = text(200);
const maybe = (description: string) => orNull(column).default(null).meta({ description });

const amountColumn = column.meta({ description: 'The column of the amount.' });

const moneyColumns = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('suffix'), amount: amountColumn }),
    z.strictObject({ kind: z.literal('beside'), amount: amountColumn }),
    z.strictObject({ kind: z.literal('signed'), amount: amountColumn }),
    z.strictObject({
      kind: z.literal('column'),
      amount: amountColumn,
      direction: column.meta({ description: 'The column with CR or DB, K or D.' }),
    }),
    z.strictObject({
      kind: z.literal('sides'),
      debit: column.meta({ description: 'The column of money out.' }),
      credit: column.meta({ description: 'The column of money in.' }),
    }),
  ])
  .meta({
    description:
      'Where amounts stand. `suffix`: CR or DB behind the amount. `beside`: in the column without a name behind it. `column`: in a column of its own. `sides`: debit and credit in a column each. `signed`: a minus takes money out.',
  });

const columns = {
  header: z
    .array(z.string().max(200))
    .min(2)
    .max(COLUMNS_MAX)
    .meta({ description: 'The names of all columns, in the order of the file.' }),
  bookingDate: column.meta({ description: 'The column of the day of the booking.' }),
  valueDate: maybe('The column of the value date.'),
  text: z.array(column).min(1).max(TEXTS_MAX).meta({ description: 'The columns of the text.' }),
  bankReference: maybe("The column of the bank's reference."),
  payerName: maybe('The column of the name of the payer.'),
  payerAccount: maybe("The column of the payer's account."),
  account: maybe('The column of our account, where each row names it.'),
  balance: maybe('The column of the balance behind the row.'),
  money: moneyColumns,
  dateFormat: z.enum(DATE_FORMATS).meta({
    description: 'How days are written; without a year, of the period that the file names.',
  }),
  decimalMark: z.enum(['.', ',']).meta({ description: 'The sign before decimals.' }),
  closingLabel: maybe(
    'First cell of the row with the closing balance; a file without that row was cut off. Null: the bank writes none.',
  ),
};

const profile = { bankName: text(120).meta({ description: 'The name of the bank.' }), ...columns };

const profileOnWire = z
  .strictObject({ id, code: z.string().meta({ description: 'Its own code.' }), ...profile })
  .meta({ id: 'BankProfile' });

const example = {
  bankName: 'Bank Pulau Contoh',
  header: ['Tgl', 'Uraian', 'Keluar', 'Masuk', 'Saldo'],
  bookingDate: 'Tgl',
  text: ['Uraian'],
  balance: 'Saldo',
  money: { kind: 'sides' as const, debit: 'Keluar', credit: 'Masuk' },
  dateFormat: 'DD.MM.YY' as const,
  decimalMark: ',' as const,
  closingLabel: 'Saldo Akhir',
};

export const listBankProfilesRoute = defineRoute({
  method: 'get',
  path: '/v1/bank-profiles',
  summary: 'How the CSV and Excel files of further banks are read',
  description:
    'Those that a person confirmed; the banks that are known without one are not listed.',
  tag: 'Banking',
  access: { kind: 'roles', roles: FINANCE_READERS, scope: 'banking:read' },
  responses: { 200: z.strictObject({ data: z.array(profileOnWire) }) },
  errors: [],
  idempotency: 'read',
});

export const saveBankProfileRoute = defineRoute({
  method: 'put',
  path: '/v1/bank-profiles/{profile}',
  summary: 'Confirms how the files of a bank are read, or changes it',
  description:
    'Files that are handed in from now on are read by it; a refused one with `POST /v1/bank-statements/{statementId}/readings`. What was read before stays as it is.',
  tag: 'Banking',
  access: { kind: 'roles', roles: FINANCE_WRITERS, scope: 'banking:write', person: true },
  params: z.strictObject({ profile: code }),
  body: z.strictObject(profile),
  example,
  responses: { 200: profileOnWire },
  errors: ['BANK_PROFILE_BUILT_IN', 'BANK_PROFILE_COLUMN_UNKNOWN'],
  idempotency: 'natural',
});

export const removeBankProfileRoute = defineRoute({
  method: 'delete',
  path: '/v1/bank-profiles/{profile}',
  summary: 'Takes back how the files of a bank are read',
  description: 'What was read by it stays as it is; further files are unknown again.',
  tag: 'Banking',
  access: { kind: 'roles', roles: FINANCE_WRITERS, scope: 'banking:write', person: true },
  params: z.strictObject({ profile: code }),
  responses: { 204: 'empty' },
  errors: ['BANK_PROFILE_NOT_FOUND'],
  idempotency: 'natural',
});

export const proposeBankProfileRoute = defineRoute({
  method: 'get',
  path: '/v1/bank-statements/{statementId}/profile',
  summary: 'How a file of an unknown bank could be read',
  description:
    'Proposed from its header and rows, with its first lines as they would be read. A person confirms it with `PUT /v1/bank-profiles/{profile}`.',
  tag: 'Banking',
  access: { kind: 'roles', roles: FINANCE_READERS, scope: 'banking:read' },
  params: z.strictObject({ statementId: id }),
  responses: {
    200: z
      .strictObject({
        place: z.string().meta({ description: 'Where the header stands.' }),
        profile: z.strictObject(columns),
        dateFormats: z
          .array(z.enum(DATE_FORMATS))
          .meta({ description: 'All that fit: with more than one, only a person knows.' }),
        rows: z.number().int().meta({ description: 'Rows that were tried.' }),
        rowsRead: z.number().int().meta({ description: 'Rows of them that could be read.' }),
        lines: z.array(
          z.strictObject({
            place: z.string(),
            bookingDate: date,
            amount: money,
            text: z.string(),
          }),
        ),
      })
      .meta({ id: 'BankProfileProposal' }),
  },
  errors: ['STATEMENT_NOT_FOUND', 'STATEMENT_NO_TABLE'],
  idempotency: 'read',
});
