import type { Temporal } from 'temporal-polyfill';
import { accountCode } from '../../../domain/ledger/accounts.js';
import { sumAmounts } from '../../../domain/money/money.js';
import { multiplyRational, rational } from '../../../domain/money/rational.js';
import { groupBy } from '../../../domain/matching/group-by.js';
import { callIn } from '../../database.js';
import { COMPANY } from '../data/company.js';
import { agencyContext, commissionOn, courseOf, readCases, type Case } from './agency-cases.js';
import { plainDate } from './desk.js';
import type { Transfer } from './habits.js';
import type { World } from './world.js';

const friday = 5;
const directAfterDays = 8;
const netArrivesAfterDays = 3;
const basisPointsOfAll = 10_000n;

type Moment = Readonly<{ day: Temporal.PlainDate; at: Temporal.Instant }>;
type Collected = Readonly<{ one: Case; eventId: string; amount: bigint; commission: bigint }>;

/** On Fridays an agency pays over what it has collected, less its commission and the tax on it. */
export async function remit(world: World, { day, at }: Moment): Promise<void> {
  if (day.dayOfWeek !== friday) return;
  const remitted = await world.database.prisma.remittanceLine.findMany({
    select: { eventId: true },
  });
  const known = new Set(remitted.map(({ eventId }) => eventId));
  const collected = (await readCases(world.database)).flatMap((one) =>
    one.events
      .filter(({ id, type }) => type === 'payment' && !known.has(id))
      .map(({ id, amount }): Collected => {
        const paid = amount ?? 0n;
        return { one, eventId: id, amount: paid, commission: commissionOn(one, paid) };
      }),
  );
  for (const payments of groupBy(collected, ({ one }) => one.agency.code).values()) {
    await remitOne(world, payments, { day, at });
  }
}

async function remitOne(
  { database }: World,
  payments: readonly Collected[],
  { day, at }: Moment,
): Promise<void> {
  const [first] = payments;
  if (first === undefined) return;
  const { agency, agencyId } = first.one;
  const gross = sumAmounts(payments.map(({ amount }) => amount));
  const commission = sumAmounts(payments.map((one) => one.commission));
  const taxRate = rational(BigInt(agency.commissionTaxBasisPoints), basisPointsOfAll);
  const taxOnCommission = multiplyRational(commission, taxRate, 'half-up');
  const ctx = agencyContext(first.one, at);
  const remittance = {
    number: `${agency.code}-${day.toString()}`,
    currency: COMPANY.currency,
    remittedOn: day.toString(),
    gross: gross.toString(),
    commission: commission.toString(),
    taxOnCommission: taxOnCommission.toString(),
    net: (gross - commission - taxOnCommission).toString(),
    lines: payments.map(({ eventId, amount, commission: part }) => ({
      eventId,
      gross: amount.toString(),
      commission: part.toString(),
    })),
    businessDate: day.toString(),
    accounts: {
      commission: accountCode('commission'),
      inputTax: accountCode('inputTax'),
      agencyClearing: accountCode('agencyClearing'),
    },
  };
  await database.partnerTransaction({ ctx, agencyId }, (tx) =>
    callIn(tx, 'record_remittance', [ctx, remittance]),
  );
}

/** What reaches our bank account because of placements: agencies' nets, and debtors who pay us after all. */
export async function transfersOfCases(world: World): Promise<readonly Transfer[]> {
  const remittances = await world.database.prisma.remittance.findMany({
    include: { agency: true },
  });
  const nets = remittances.map(({ number, netAmount, remittedOn, agency }) => ({
    on: plainDate(remittedOn).add({ days: netArrivesAfterDays }),
    amount: netAmount,
    text: `REMITTANCE ${number}`,
    payerName: agency.name.toUpperCase(),
    payerAccount: '7100000001',
  }));
  const cases = await readCases(world.database);
  const direct = cases
    .filter((one) => courseOf(one, world) === 'paid-direct')
    .map(({ placedOn, placedAmount, invoice, customer }) => ({
      on: nextBankDay(plainDate(placedOn).add({ days: directAfterDays })),
      amount: placedAmount,
      text: `Pelunasan ${invoice.number}`,
      payerName: customer.legalName.toUpperCase(),
      payerAccount: '7200000001',
    }));
  return [...nets, ...direct];
}

function nextBankDay(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.dayOfWeek <= friday ? day : nextBankDay(day.add({ days: 1 }));
}
