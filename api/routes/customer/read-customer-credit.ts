import { readCustomerCreditRoute } from '../../../contract/customer/customers.js';
import type { PrismaClient } from '../../../prisma/database.js';
import { notFound } from '../../../domain/refusal.js';
import { route } from '../../route.js';
import { wireDate, wireMoney } from '../../wire.js';
import { riskOnWire } from './risk-on-wire.js';

export const readCustomerCredit = route(readCustomerCreditRoute).answers(
  async ({ params, ctx }, { database }) => {
    const { prisma } = database;
    const customer = await prisma.customer.findUnique({
      where: { id: params.customerId },
      select: { id: true, number: true, name: true, currency: true, credit: true, risk: true },
    });
    if (customer === null) throw notFound();
    const { credit, currency, risk, ...name } = customer;
    const exposure = await exposureOf(prisma, customer.id, ctx.at);
    const total = exposure.open_amount + exposure.uninvoiced_amount;
    const limit = credit?.limitAmount ?? 0n;
    const left = limit - total;
    const facts = {
      status: credit?.status ?? 'none',
      limit,
      total,
      overdueSince: exposure.overdue_since,
    };
    return {
      status: 200,
      body: {
        customer: name,
        status: facts.status,
        limit: wireMoney(limit, currency),
        exposure: {
          invoiced: wireMoney(exposure.open_amount, currency),
          notInvoiced: wireMoney(exposure.uninvoiced_amount, currency),
          total: wireMoney(total, currency),
        },
        available: wireMoney(facts.status === 'open' && left > 0n ? left : 0n, currency),
        overdueSince: exposure.overdue_since,
        reviewOn: credit?.reviewOn == null ? null : wireDate(credit.reviewOn),
        reasons: reasonsOf(facts),
        risk: riskOnWire(risk, currency),
      },
    };
  },
);

type Exposure = Readonly<{
  open_amount: bigint;
  uninvoiced_amount: bigint;
  overdue_since: string | null;
}>;

/** What capture checks a new sale against; the same SQL function. */
async function exposureOf(prisma: PrismaClient, customerId: string, at: string): Promise<Exposure> {
  const [row] = await prisma.$queryRaw<[Exposure]>`
    SELECT x.open_amount, x.uninvoiced_amount,
      CASE WHEN x.overdue_since < (${at}::timestamptz AT TIME ZONE c.time_zone)::date THEN x.overdue_since::text END
        AS overdue_since
    FROM customer c, credit_exposure(c.id) x WHERE c.id = ${customerId}::uuid`;
  return row;
}

type CreditFacts = Readonly<{
  status: string;
  limit: bigint;
  total: bigint;
  overdueSince: string | null;
}>;

function reasonsOf({ status, limit, total, overdueSince }: CreditFacts) {
  const reasons = [
    status === 'none' && { code: 'no-credit-line', detail: 'The customer has no credit line.' },
    status !== 'none' &&
      status !== 'open' && { code: 'blocked', detail: 'The credit line is closed by decision.' },
    status === 'open' && total >= limit && { code: 'limit-used', detail: 'The limit is used up.' },
    overdueSince !== null && {
      code: 'overdue',
      detail: `Something is overdue since ${overdueSince}.`,
    },
  ];
  return reasons.filter((reason) => reason !== false);
}
