import { Temporal } from 'temporal-polyfill';
import { createCashApplicationActivities } from '../../activities/statement/statement-activities.js';
import { receiveStatement } from '../../activities/statement/receive-statement.js';
import { writeCamt053, type CamtEntry } from '../../simulators/bank/write-camt053.js';
import { COMPANY } from '../data/company.js';
import { dayOf } from '../make-master-data.js';
import { plainDate, readDesk } from './desk.js';
import type { Transfer } from './habits.js';
import { transfersOfCases } from './agency-money.js';
import { clockAt, isAfter, momentOf, systemAt, type World } from './world.js';

const MONDAY = 1;
const THURSDAY = 4;
const OPENING_BALANCE = 250_000_000n;

type Period = Readonly<{ from: Temporal.PlainDate; to: Temporal.PlainDate }>;

/**
 * On Mondays and Thursdays, and on the last day, a bank file arrives with everything up to the day before. It is
 * processed like every bank file: read, checked, matched and booked.
 */
export async function bankFile(world: World, day: Temporal.PlainDate): Promise<void> {
  const at = momentOf(day, '07:30');
  const isLastDay = dayOf(world.until).equals(day);
  if (isAfter(at, world.until) || !(isLastDay || [MONDAY, THURSDAY].includes(day.dayOfWeek)))
    return;
  const { database } = world;
  const account = await database.prisma.bankAccount.findUniqueOrThrow({
    where: { number: COMPANY.bank.number },
  });
  const { lastClosingOn } = account;
  const from =
    lastClosingOn === null ? await firstDay(world) : plainDate(lastClosingOn).add({ days: 1 });
  const period = { from, to: day.subtract({ days: 1 }) };
  if (Temporal.PlainDate.compare(period.from, period.to) <= 0) {
    const content = Buffer.from(await writeFile(world, period, account.lastClosingAmount));
    const ctx = systemAt(at, 'bank-feed');
    await database.transaction(ctx, (tx) =>
      receiveStatement(tx, ctx, { content, bankAccountId: account.id, source: 'feed' }),
    );
  }
  await bookFiles(world, at.add({ seconds: 20 }));
}

async function firstDay({ database }: World): Promise<Temporal.PlainDate> {
  const first = await database.prisma.accountingPeriod.findFirstOrThrow({
    where: { state: 'open' },
    orderBy: { startsOn: 'asc' },
  });
  return plainDate(first.startsOn);
}

/** Does what the workflow `bankStatement` does; also for a file left by an interruption. */
async function bookFiles({ database }: World, at: Temporal.Instant): Promise<void> {
  const waiting = await database.prisma.bankStatement.findMany({
    where: {
      state: { in: ['received', 'read'] },
      receivedAt: { lte: new Date(at.epochMilliseconds) },
    },
    select: { id: true },
  });
  const bank = createCashApplicationActivities({ database, clock: clockAt(at), hint: () => {} });
  for (const { id: statementId } of waiting) {
    const reading = await bank.readBankStatement({ statementId });
    if (reading.kind === 'refused') throw new Error(`a bank file was refused: ${reading.code}`);
    await bank.matchStatement({ statementId });
  }
}

async function writeFile(world: World, period: Period, closing: bigint | null): Promise<string> {
  const desk = await readDesk(world);
  const transfers = [
    ...desk.flatMap(({ habit }) => habit.transfers),
    ...(await transfersOfCases(world)),
  ].filter(({ on }) => isWithin(on, period));
  const entries = [...transfers.map(moneyIn), ...noise(world, period)].toSorted((a, b) =>
    Temporal.PlainDate.compare(a.bookingDate, b.bookingDate),
  );
  const { currency, bank } = COMPANY;
  return writeCamt053([
    {
      accountId: bank.number,
      currency,
      statementNumber: period.to.toString().replaceAll('-', ''),
      on: period.to,
      opening: closing ?? OPENING_BALANCE,
      entries: entries.map((entry, index) => ({
        ...entry,
        bankReference: `BNC${period.to.toString().replaceAll('-', '')}${String(index + 1).padStart(4, '0')}`,
      })),
    },
  ]);
}

function isWithin(day: Temporal.PlainDate, { from, to }: Period): boolean {
  return Temporal.PlainDate.compare(from, day) <= 0 && Temporal.PlainDate.compare(day, to) <= 0;
}

function moneyIn({ on, ...payment }: Transfer): CamtEntry {
  return { ...payment, bookingDate: on };
}

/** The bank's fee on the last day of a month, and sometimes a payment that nobody can identify. */
function noise(world: World, { from, to }: Period): CamtEntry[] {
  const random = world.random.fork(`noise until ${to.toString()}`);
  const monthEnd = to.with({ day: 1 }).subtract({ days: 1 });
  const fee = { bookingDate: monthEnd, amount: -25_000n, text: 'BIAYA ADM BULANAN' };
  const unknown = {
    bookingDate: to,
    amount: BigInt(random.whole({ from: 50, to: 900 })) * 1_000n,
    payerName: 'SETOR TUNAI',
    text: 'SETORAN TUNAI KLIRING',
  };
  return [
    ...(isWithin(monthEnd, { from, to }) ? [fee] : []),
    ...(random.percent(20) && to.dayOfWeek <= 5 ? [unknown] : []),
  ];
}
