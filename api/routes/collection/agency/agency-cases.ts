import { Prisma, type Transaction } from '../../../../prisma/database.js';
import { wireDate, wireMoney } from '../../../wire.js';
import { factsOnWire } from '../placements/placement-on-wire.js';

/** A row of the view `agency_case`, which shows each agency only its own cases. */
export type CaseRow = Readonly<{
  id: string;
  number: string;
  state: string;
  currency: string;
  placed_amount: bigint;
  collected_amount: bigint;
  paid_direct_amount: bigint;
  adjusted_amount: bigint;
  recalled_amount: bigint;
  written_off_amount: bigint;
  outstanding_amount: bigint;
  oldest_due_on: Date;
  terms_version: number;
  placed_on: Date;
  placed_at: Date;
  acknowledged_at: Date | null;
  last_sequence: number;
  recalled_at: Date | null;
  closed_at: Date | null;
  close_reason: string | null;
  invoice_number: string;
  payment_reference: string;
  issued_on: Date;
  items: readonly Readonly<{ dueOn: string; principal: string; fee: string }>[];
  debtor: Debtor | null;
}>;

type Debtor = Readonly<{
  name: string;
  legalName: string;
  address: string;
  email: string | null;
  phone: string | null;
  language: 'id' | 'en';
  timeZone: string;
}>;

export type CaseFilter = Readonly<{
  id?: string;
  states?: readonly string[] | undefined;
  before?: string | undefined;
  take: number;
}>;

/** Reads cases of the calling agency, the newest first. */
export function readCases(tx: Transaction, filter: CaseFilter): Promise<CaseRow[]> {
  const { id, states, before, take } = filter;
  const conditions = [
    ...(id === undefined ? [] : [Prisma.sql`id = ${id}::uuid`]),
    ...(states === undefined ? [] : [Prisma.sql`state = ANY (${[...states]})`]),
    ...(before === undefined ? [] : [Prisma.sql`id < ${before}::uuid`]),
  ];
  const where = conditions.length === 0 ? Prisma.sql`TRUE` : Prisma.join(conditions, ' AND ');
  return tx.$queryRaw<CaseRow[]>`
    SELECT * FROM agency_case WHERE ${where} ORDER BY id DESC LIMIT ${take}`;
}

/** The same facts as `placementOnWire` shows to finance, from the columns of the view. */
export function factsOfCase(row: CaseRow) {
  return factsOnWire({
    id: row.id,
    number: row.number,
    state: row.state,
    currency: row.currency,
    placedAmount: row.placed_amount,
    collectedAmount: row.collected_amount,
    paidDirectAmount: row.paid_direct_amount,
    adjustedAmount: row.adjusted_amount,
    recalledAmount: row.recalled_amount,
    writtenOffAmount: row.written_off_amount,
    outstandingAmount: row.outstanding_amount,
    oldestDueOn: row.oldest_due_on,
    placedOn: row.placed_on,
    placedAt: row.placed_at,
    acknowledgedAt: row.acknowledged_at,
    recalledAt: row.recalled_at,
    closedAt: row.closed_at,
    closeReason: row.close_reason,
    lastSequence: row.last_sequence,
  });
}

export function caseOnWire(row: CaseRow) {
  const inItsCurrency = (amount: string) => wireMoney(BigInt(amount), row.currency);
  return {
    ...factsOfCase(row),
    termsVersion: row.terms_version,
    invoice: {
      number: row.invoice_number,
      paymentReference: row.payment_reference,
      issuedOn: wireDate(row.issued_on),
    },
    items: row.items.map(({ dueOn, principal, fee }) => ({
      dueOn,
      principal: inItsCurrency(principal),
      fee: inItsCurrency(fee),
    })),
    debtor: row.debtor,
  };
}
