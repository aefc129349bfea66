import { Temporal } from 'temporal-polyfill';
import type { DayTotalsBody } from '../../contract/shadow/shadow-days.js';
import type { CommandContext } from '../../domain/context.js';
import { parseMoney, type MoneyOnWire } from '../../domain/money/money.js';
import { Refusal } from '../../domain/refusal.js';
import { Prisma, type Transaction } from '../../prisma/database.js';
import type { KeptParts, KeptSlips } from './shadow-days.js';

type Day = Readonly<{ storeId: string; day: string }>;

/**
 * Keeps what the old system says of a day of a store in shadow, in place of what it said before. Answers the id of the
 * row.
 *
 * @throws Refusal `NOT_FOUND`, `BUSINESS_DATE_IN_FUTURE`, `STORE_NOT_IN_SHADOW`, `CURRENCY_MISMATCH` and those of `parseMoney`
 */
export async function giveDayTotals(
  tx: Transaction,
  ctx: CommandContext,
  { storeId, day, ...said }: Day & DayTotalsBody,
): Promise<string> {
  const currency = await checkDay(tx, ctx, { storeId, day });
  const data = { ...columnsOf(said, currency), givenBy: ctx.actor.name, givenAt: new Date(ctx.at) };
  const key = { storeId, day: new Date(`${day}T00:00:00Z`), till: said.till ?? null };
  const before = await tx.shadowDayTotal.findFirst({ where: key, select: { id: true } });
  const { id } =
    before === null
      ? await tx.shadowDayTotal.create({ data: { ...key, ...data } })
      : await tx.shadowDayTotal.update({ where: { id: before.id }, data });
  return id;
}

/** Takes back the totals of a day. @throws Refusal `DAY_TOTALS_NOT_FOUND` */
export async function withdrawDayTotals(
  tx: Transaction,
  { storeId, day, till }: Day & Readonly<{ till: string | null }>,
): Promise<void> {
  const where = { storeId, day: new Date(`${day}T00:00:00Z`), till };
  const { count } = await tx.shadowDayTotal.deleteMany({ where });
  if (count > 0) return;
  const detail = 'There are no such totals of this day.';
  throw new Refusal({ code: 'DAY_TOTALS_NOT_FOUND', param: 'till', detail });
}

/** Answers the currency of the store. */
async function checkDay(
  tx: Transaction,
  { at }: CommandContext,
  { storeId, day }: Day,
): Promise<string> {
  const store = await tx.store.findUnique({
    where: { id: storeId },
    include: { legalEntity: { select: { currency: true } } },
  });
  if (store === null) {
    const detail = 'There is no such store for you.';
    throw new Refusal({ code: 'NOT_FOUND', param: 'storeId', detail });
  }
  const today = Temporal.Instant.from(at).toZonedDateTimeISO(store.timeZone).toPlainDate();
  if (day > today.toString()) {
    const detail = `Today is ${today.toString()}; only what has been sold is compared.`;
    throw new Refusal({ code: 'BUSINESS_DATE_IN_FUTURE', param: 'day', detail });
  }
  const [row] = await tx.$queryRaw<{ shadow: boolean }[]>`
    SELECT is_shadow_day(${storeId}::uuid, ${day}::date, ${at}::timestamptz) AS shadow`;
  if (row?.shadow !== true) {
    const detail = `The sales of the store on ${day} are booked: nothing is compared.`;
    throw new Refusal({ code: 'STORE_NOT_IN_SHADOW', param: 'day', detail });
  }
  return store.legalEntity.currency;
}

function columnsOf(said: DayTotalsBody, currency: string) {
  const unitsAt = (at: string, wire: MoneyOnWire): bigint => {
    const { amount, currency: given } = parseMoney(wire, at);
    if (given === currency) return amount;
    const detail = `The books of the store are kept in ${currency}.`;
    throw new Refusal({ code: 'CURRENCY_MISMATCH', param: at, detail });
  };
  const units = (at: 'gross' | 'net' | 'tax' | 'total') => {
    const wire = said[at];
    return wire === undefined ? null : unitsAt(at, wire);
  };
  const parts = (list: readonly (readonly [string, string, MoneyOnWire])[]): KeptParts =>
    Object.fromEntries(list.map(([name, at, wire]) => [name, unitsAt(at, wire).toString()]));
  const slips: KeptSlips | undefined = said.receipts?.map(({ number, total }, index) => ({
    number,
    due: total === undefined ? null : unitsAt(`receipts[${index}].total`, total).toString(),
  }));
  const taxes = said.taxes?.map(
    ({ code, tax }, index) => [code, `taxes[${index}].tax`, tax] as const,
  );
  const tenders = said.tenders?.map(
    ({ type, amount }, index) => [type, `tenders[${index}].amount`, amount] as const,
  );
  return {
    currency,
    salesCount: said.count ?? null,
    grossAmount: units('gross'),
    netAmount: units('net'),
    taxAmount: units('tax'),
    totalAmount: units('total'),
    taxes: taxes === undefined ? Prisma.DbNull : parts(taxes),
    tenders: tenders === undefined ? Prisma.DbNull : parts(tenders),
    slips: slips === undefined ? Prisma.DbNull : [...slips],
  };
}
