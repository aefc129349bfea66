import { Temporal } from 'temporal-polyfill';
import { extractReferences } from '../../domain/matching/extract-references.js';
import type {
  AccountAlias,
  CustomerVirtualAccount,
  MatchFacts,
} from '../../domain/matching/match-context.js';
import type { OpenItem, Payment, SettledPayment } from '../../domain/matching/matching.js';
import { buildNameIndex, type NamedCustomer, type NameIndex } from '../../domain/matching/names.js';
import { repairReferences } from '../../domain/matching/repair-references.js';
import { foldLookAlikes, referenceKey } from '../../domain/matching/reference-key.js';
import { readShortReferences } from '../../domain/matching/short-references.js';
import { parseCurrency } from '../../domain/money/currency.js';
import type { Money } from '../../domain/money/money.js';
import { normaliseAccount } from '../../domain/statement/text.js';
import { Prisma, type Database } from '../../prisma/database.js';

/** Facts that stay the same while one file is matched. */
export type BooksToMatch = Readonly<{
  legalEntityId: string;
  /** First groups of our document numbers, such as `INV`. */
  seriesHeads: ReadonlySet<string>;
  /** The whole series, such as `INV/JKT/2026`. */
  seriesPrefixes: ReadonlySet<string>;
  names: NameIndex;
  nameOf: ReadonlyMap<string, readonly string[]>;
  withholdingBasisPoints: number;
}>;

/** How far back earlier payments are read: the duplicate window plus the transit time of a bank. */
const SETTLED_DAYS = 60;

export async function loadBooksToMatch(
  database: Database,
  legalEntityId: string,
): Promise<BooksToMatch> {
  const { prisma } = database;
  const series = await prisma.numberSeries.findMany({
    select: { prefix: true },
    distinct: ['prefix'],
  });
  const { withholdingRateBasisPoints } = await prisma.legalEntity.findUniqueOrThrow({
    where: { id: legalEntityId },
    select: { withholdingRateBasisPoints: true },
  });
  const customers = await prisma.customer.findMany({
    where: { active: true },
    select: { id: true, name: true, legalName: true },
  });
  const nameOf = new Map(
    customers.map(({ id, name, legalName }) => [id, [...new Set([name, legalName])]]),
  );
  return {
    legalEntityId,
    withholdingBasisPoints: withholdingRateBasisPoints,
    seriesPrefixes: new Set(series.map(({ prefix }) => prefix)),
    seriesHeads: new Set(
      series.map(({ prefix }) => prefix.split('/')[0] ?? '').filter((head) => head !== ''),
    ),
    names: buildNameIndex([...nameOf].flatMap(([customerId, names]) => named(customerId, names))),
    nameOf,
  };
}

/**
 * Loads only what the given payments may concern: the invoices they name, the customers who may have paid, their open
 * items and their recent payments.
 */
export async function loadMatchFacts(
  database: Database,
  books: BooksToMatch,
  payments: readonly Payment[],
): Promise<MatchFacts> {
  const keys = referenceKeysOf(payments, books);
  const accounts = distinct(
    payments.map(({ payerAccount }) => normaliseAccount(payerAccount ?? '')),
  );
  const aliases = await loadAliases(database, accounts);
  const virtualAccounts = await loadVirtualAccounts(database, keys);
  const byName = distinct(
    payments.flatMap(({ payerName }) => [
      ...books.names.equal(payerName ?? ''),
      ...books.names.beginningWith(payerName ?? ''),
    ]),
  );
  const referenced = await loadReferencedInvoices(database, keys);
  const customerIds = distinct([
    ...payments.map(({ customerId }) => customerId ?? ''),
    ...aliases.map(({ customerId }) => customerId),
    ...virtualAccounts.map(({ customerId }) => customerId),
    ...byName,
    ...referenced.map(({ customer_id }) => customer_id),
  ]);
  const invoiceIds = referenced.map(({ id }) => id);
  return {
    openItems: await loadOpenItems(database, books, customerIds),
    sameAmounts: await loadSameAmounts(database, books, payments),
    settled: await loadSettled(database, {
      customerIds,
      invoiceIds,
      since: lookBackFrom(payments),
    }),
    aliases,
    virtualAccounts,
    withholdingBasisPoints: books.withholdingBasisPoints,
    customers: byName.flatMap((customerId) =>
      named(customerId, books.nameOf.get(customerId) ?? []),
    ),
  };
}

function named(customerId: string, names: readonly string[]): NamedCustomer[] {
  return names.map((name) => ({ customerId, name }));
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)].filter((text) => text !== '');
}

/** Everything in the payments' texts that may be one of our numbers, in the form in which the books index them. */
export function referenceKeysOf(
  payments: readonly Payment[],
  { seriesHeads, seriesPrefixes }: BooksToMatch,
): string[] {
  return distinct(
    payments.flatMap(({ references, virtualAccount, text }) => [
      ...shortKeys([...references, text], seriesPrefixes),
      ...[...references, virtualAccount ?? ''].map((whole) => foldLookAlikes(referenceKey(whole))),
      ...extractReferences([...references, text], seriesHeads).map(({ key }) =>
        foldLookAlikes(key),
      ),
      ...repairReferences([...references, text], seriesPrefixes).map(({ key }) =>
        foldLookAlikes(key),
      ),
    ]),
  );
}

function shortKeys(texts: readonly string[], seriesPrefixes: ReadonlySet<string>): string[] {
  const { listed, completed } = readShortReferences(texts, seriesPrefixes);
  return [...listed, ...completed].map(({ key }) => foldLookAlikes(key));
}

function lookBackFrom(payments: readonly Payment[]): string {
  const days = payments
    .map(({ receivedOn }) => receivedOn)
    .toSorted((a, b) => Temporal.PlainDate.compare(a, b));
  return (days[0] ?? Temporal.PlainDate.from('9999-12-31'))
    .subtract({ days: SETTLED_DAYS })
    .toString();
}

async function loadAliases(
  database: Database,
  accounts: readonly string[],
): Promise<AccountAlias[]> {
  const rows = await database.prisma.customerAlias.findMany({
    where: { kind: 'account', value: { in: [...accounts] }, revokedAt: null },
    select: { value: true, customerId: true, confirmations: true },
  });
  return rows.map(({ value, ...alias }) => ({ account: value, ...alias }));
}

/** Which of some numbers are virtual accounts that stand for a customer or an invoice now. */
export async function loadVirtualAccountNumbers(
  { prisma }: Database,
  numbers: readonly string[],
): Promise<ReadonlySet<string>> {
  if (numbers.length === 0) return new Set();
  const rows = await prisma.virtualAccount.findMany({
    where: { number: { in: distinct(numbers) }, closedAt: null },
    select: { number: true },
  });
  return new Set(rows.map(({ number }) => number));
}

async function loadVirtualAccounts(
  database: Database,
  keys: readonly string[],
): Promise<CustomerVirtualAccount[]> {
  const rows = await database.prisma.virtualAccount.findMany({
    where: { number: { in: [...keys] }, invoiceId: null, closedAt: null },
    select: { number: true, customerId: true },
  });
  return rows.map(({ number, customerId }) => ({ virtualAccount: number, customerId }));
}

function loadReferencedInvoices(database: Database, keys: readonly string[]) {
  return database.prisma.$queryRaw<{ id: string; customer_id: string }[]>`
    SELECT id, customer_id FROM invoice WHERE folded_reference_key(number) = ANY (${keys}) OR payment_reference = ANY (${keys})
      OR id IN (SELECT invoice_id FROM virtual_account
        WHERE number = ANY (${keys}) AND invoice_id IS NOT NULL AND closed_at IS NULL)`;
}

type OpenItemRow = Readonly<{
  id: string;
  invoice_id: string;
  number: string;
  payment_reference: string;
  virtual_account: string | null;
  customer_id: string;
  instalment: number;
  open_amount: bigint;
  currency: string;
  due_on: string;
  disputed: boolean;
  net_amount: bigint;
  tax_amount: bigint;
}>;

async function loadOpenItems(
  { prisma }: Database,
  { legalEntityId }: BooksToMatch,
  customerIds: readonly string[],
): Promise<OpenItem[]> {
  const rows = await prisma.$queryRaw<OpenItemRow[]>`
    SELECT ${ITEM_COLUMNS} FROM open_item o JOIN invoice i ON i.id = o.invoice_id
    WHERE o.open_amount > 0 AND o.customer_id IN (SELECT customer_family(asked) FROM unnest(${customerIds}::uuid[]) asked) AND i.legal_entity_id = ${legalEntityId}::uuid
    ORDER BY o.due_on, i.number, o.instalment`;
  return rows.map(openItemOf);
}

/** Of each amount paid two items of any customer at most: whether there are more makes no difference. */
async function loadSameAmounts(
  { prisma }: Database,
  { legalEntityId }: BooksToMatch,
  payments: readonly Payment[],
): Promise<OpenItem[]> {
  const rows = await prisma.$queryRaw<OpenItemRow[]>`
    SELECT ${ITEM_COLUMNS}
    FROM (SELECT DISTINCT * FROM unnest(${payments.map(({ amount }) => amount.amount)}::bigint[],
        ${payments.map(({ amount }) => amount.currency)}::text[]) AS paid(amount, currency)) paid
      CROSS JOIN LATERAL (
        SELECT item.* FROM open_item item JOIN invoice ON invoice.id = item.invoice_id
        WHERE item.open_amount > 0 AND item.open_amount = paid.amount AND item.currency = paid.currency
          AND invoice.legal_entity_id = ${legalEntityId}::uuid
        LIMIT 2) o
      JOIN invoice i ON i.id = o.invoice_id
    ORDER BY o.id`;
  return rows.map(openItemOf);
}

/** Of an open item `o` and its invoice `i`. Its customer is the one that stands for the debtor since a merge. */
const ITEM_COLUMNS = Prisma.sql`
    o.id, o.invoice_id, i.number, i.net_amount, i.tax_amount, i.payment_reference, o.instalment,
      (SELECT coalesce(c.merged_into_id, c.id) FROM customer c WHERE c.id = o.customer_id) AS customer_id,
      o.open_amount, o.currency,
      o.due_on::text AS due_on,
      (SELECT min(v.number) FROM virtual_account v WHERE v.invoice_id = i.id AND v.closed_at IS NULL) AS virtual_account,
      EXISTS (SELECT 1 FROM dispute d WHERE d.invoice_id = i.id AND d.state = 'open') AS disputed`;

function openItemOf(row: OpenItemRow): OpenItem {
  return {
    id: row.id,
    invoiceId: row.invoice_id,
    invoiceNumber: row.number,
    paymentReference: row.payment_reference,
    virtualAccount: row.virtual_account ?? undefined,
    customerId: row.customer_id,
    instalment: row.instalment,
    open: moneyOf(row.open_amount, row.currency),
    dueOn: Temporal.PlainDate.from(row.due_on),
    isDisputed: row.disputed,
    taxed: { net: row.net_amount, tax: row.tax_amount },
  };
}

type SettledRow = Readonly<{
  id: string;
  customer_id: string;
  amount: bigint;
  currency: string;
  received_on: string;
  reference_list: readonly string[];
}>;

type SettledQuestion = Readonly<{
  customerIds: readonly string[];
  invoiceIds: readonly string[];
  since: string;
}>;

async function loadSettled(
  database: Database,
  { customerIds, invoiceIds, since }: SettledQuestion,
): Promise<SettledPayment[]> {
  const rows = await database.prisma.$queryRaw<SettledRow[]>`
    SELECT p.id, o.customer_id, p.amount, p.currency,
      least(coalesce(l.booking_date, p.value_date), (p.received_at AT TIME ZONE e.time_zone)::date)::text AS received_on,
      array_agg(DISTINCT i.number) || array_agg(DISTINCT i.payment_reference) AS reference_list
    FROM payment p JOIN allocation a ON a.payment_id = p.id AND a.reversed_at IS NULL
      JOIN open_item o ON o.id = a.open_item_id JOIN invoice i ON i.id = o.invoice_id
      JOIN legal_entity e ON e.id = p.legal_entity_id
      LEFT JOIN bank_statement_line l ON l.id = p.bank_statement_line_id
    WHERE p.state <> 'reversed' AND (o.invoice_id = ANY (${invoiceIds}::uuid[])
      OR o.customer_id = ANY (${customerIds}::uuid[]) AND p.value_date >= ${since}::date)
    GROUP BY p.id, o.customer_id, l.booking_date, e.time_zone`;
  return rows.map((row) => ({
    paymentId: row.id,
    customerId: row.customer_id,
    amount: moneyOf(row.amount, row.currency),
    receivedOn: Temporal.PlainDate.from(row.received_on),
    references: row.reference_list,
  }));
}

function moneyOf(amount: bigint, currency: string): Money {
  return { amount, currency: parseCurrency(currency) };
}
