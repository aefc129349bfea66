import type { Temporal } from 'temporal-polyfill';
import { commissionScheduleOf, taxRateOf } from '../../activities/collection/commission-terms.js';
import { recordRemittance } from '../../activities/collection/record-remittance.js';
import { daysPastDue } from '../../domain/calendar/business-day.js';
import { commissionOf, type CommissionedPayment } from '../../domain/collection/commission.js';
import { groupBy } from '../../domain/group-by.js';
import { sumAmounts } from '../../domain/money/money.js';
import { multiplyRational } from '../../domain/money/rational.js';
import { COMPANY } from '../data/company.js';
import { agencyContext, courseOf, readCases, type Case } from './agency-cases.js';
import { plainDate } from './desk.js';
import type { Transfer } from './habits.js';
import type { World } from './world.js';

const FRIDAY = 5;
const DIRECT_AFTER_DAYS = 8;
const NET_ARRIVES_AFTER_DAYS = 3;

type Moment = Readonly<{ day: Temporal.PlainDate; at: Temporal.Instant }>;
type Collected = Readonly<{ one: Case; sequence: number; amount: bigint }>;

/** On Fridays an agency pays over the collected money, less its commission and the tax on it. */
export async function remit(world: World, { day, at }: Moment): Promise<void> {
  if (day.dayOfWeek !== FRIDAY) return;
  const remitted = await world.database.prisma.remittanceLine.findMany({
    select: { eventId: true },
  });
  const known = new Set(remitted.map(({ eventId }) => eventId));
  const collected = (await readCases(world.database)).flatMap((one) =>
    one.events
      .filter(({ id, type }) => type === 'payment' && !known.has(id))
      .map(({ sequence, amount }): Collected => ({ one, sequence, amount: amount ?? 0n })),
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
  const commission = commissionOf(payments.map(earned)).total;
  const taxRate = taxRateOf(agency.commissionTaxBasisPoints);
  const taxOnCommission = multiplyRational(commission, taxRate, 'half-up');
  const ctx = agencyContext(first.one, at);
  const remittance = {
    number: `${agency.code}-${day.toString()}`,
    currency: COMPANY.currency,
    remittedOn: day.toString(),
    gross,
    commission,
    taxOnCommission,
    net: gross - commission - taxOnCommission,
    payments: payments.map(({ one, sequence, amount }) => ({
      placementId: one.id,
      sequence,
      amount,
    })),
  };
  await database.partnerTransaction({ ctx, agencyId }, (tx) =>
    recordRemittance(tx, ctx, remittance),
  );
}

/** The facts from which the agency computes its commission. */
function earned({ one, amount }: Collected): CommissionedPayment {
  const { placedAmount, placedOn, oldestDueOn, agreement } = one;
  const daysPastDueAtPlacement = daysPastDue(plainDate(oldestDueOn), plainDate(placedOn));
  const schedule = commissionScheduleOf(agreement.commissionSchedule);
  return { amount, placedAmount, daysPastDueAtPlacement, schedule };
}

/** Payments on our bank account because of placements: nets of remittances, and debtors who pay us directly. */
export async function transfersOfCases(world: World): Promise<readonly Transfer[]> {
  const remittances = await world.database.prisma.remittance.findMany({
    include: { agency: true },
  });
  const nets = remittances.map(({ number, netAmount, remittedOn, agency }) => ({
    on: plainDate(remittedOn).add({ days: NET_ARRIVES_AFTER_DAYS }),
    amount: netAmount,
    text: `REMITTANCE ${number}`,
    payerName: agency.name.toUpperCase(),
    payerAccount: '7100000001',
  }));
  const cases = await readCases(world.database);
  const direct = cases
    .filter((one) => courseOf(one, world) === 'paid-direct')
    .map(({ placedOn, placedAmount, invoice, customer }) => ({
      on: nextBankDay(plainDate(placedOn).add({ days: DIRECT_AFTER_DAYS })),
      amount: placedAmount,
      text: `Pelunasan ${invoice.number}`,
      payerName: customer.legalName.toUpperCase(),
      payerAccount: '7200000001',
    }));
  return [...nets, ...direct];
}

function nextBankDay(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.dayOfWeek <= FRIDAY ? day : nextBankDay(day.add({ days: 1 }));
}
