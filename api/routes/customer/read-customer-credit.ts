import {
  CREDIT_LINE_STATES,
  readCustomerCreditRoute,
} from '../../../contract/customer/customer-money.js';
import { known } from '../../../domain/known.js';
import { Prisma, type PrismaClient } from '../../../prisma/database.js';
import { notFound } from '../../../domain/refusal.js';
import { route } from '../../route.js';
import { wireDate, wireMoney } from '../../wire.js';
import { creditReasonsOf, reasonsOnWire, type CreditReason } from './credit-decision.js';
import { riskOnWire } from './risk-on-wire.js';

export const readCustomerCredit = route(readCustomerCreditRoute).answers(
  async ({ params, ctx }, { database }) => {
    const { prisma } = database;
    const customer = await prisma.customer.findUnique({
      where: { id: params.customerId },
      select: { id: true, number: true, name: true, currency: true, credit: true, risk: true },
    });
    if (customer === null) throw notFound();
    const { id, number, name, credit, risk } = customer;
    const currency = credit?.currency ?? customer.currency;
    const { open, uninvoiced, overdueSince, reasons } = await decisionOn(prisma, {
      customerId: id,
      currency,
      at: ctx.at,
    });
    const total = open + uninvoiced;
    const limit = credit?.limitAmount ?? 0n;
    return {
      status: 200,
      body: {
        customer: { id, number, name },
        limit: wireMoney(limit, currency),
        exposure: {
          invoiced: wireMoney(open, currency),
          notInvoiced: wireMoney(uninvoiced, currency),
          total: wireMoney(total, currency),
        },
        available: wireMoney(reasons.length === 0 ? limit - total : 0n, currency),
        overdueSince,
        ...lineOnWire(credit),
        reasons: reasonsOnWire(reasons),
        risk: riskOnWire(risk, customer.currency),
      },
    };
  },
);

type Line = NonNullable<Awaited<ReturnType<PrismaClient['customerCredit']['findUnique']>>>;

/** The state of the credit line and its days. */
function lineOnWire(line: Line | null) {
  if (line === null)
    return { status: 'none', blockedReason: null, validUntil: null, reviewOn: null } as const;
  const { status, blockedReason, validUntil, reviewOn } = line;
  return {
    status: known(CREDIT_LINE_STATES, status),
    blockedReason,
    validUntil: validUntil === null ? null : wireDate(validUntil),
    reviewOn: reviewOn === null ? null : wireDate(reviewOn),
  };
}

type Decision = Readonly<{
  open: bigint;
  uninvoiced: bigint;
  overdueSince: string | null;
  reasons: readonly CreditReason[];
}>;

/** The credit decision for a sale of 0 on account, by the same SQL functions as at the till. */
async function decisionOn(
  prisma: PrismaClient,
  { customerId, currency, at }: Readonly<{ customerId: string; currency: string; at: string }>,
): Promise<Decision> {
  const [row] = await prisma.$queryRaw<[Decision]>`
    SELECT exposure.open_amount AS open, exposure.uninvoiced_amount AS uninvoiced,
      (SELECT min(o.overdue_since)::text FROM overdue_invoices(${customerId}::uuid, ${at}::timestamptz) o)
        AS "overdueSince",
      ${creditReasonsOf(Prisma.sql`${customerId}::uuid`, Prisma.sql`${currency}`, at)} AS reasons
    FROM credit_exposure(${customerId}::uuid, NULL) exposure`;
  return row;
}
