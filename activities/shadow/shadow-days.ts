import { parseCurrency } from '../../domain/money/currency.js';
import { parseMoney } from '../../domain/money/money.js';
import type { OldTotals, OwnTill, Parts } from '../../domain/shadow/compare-day.js';
import { Prisma, type PrismaClient } from '../../prisma/database.js';

/** What was kept of a day, and what the old system says of it. */
export type DayFacts = Readonly<{
  day: string;
  currency: string;
  own: readonly OwnTill[];
  exceptions: number;
  totals: readonly GivenTotals[];
}>;

export type GivenTotals = OldTotals & Readonly<{ givenBy: string; givenAt: string }>;

type Reader = Pick<PrismaClient, '$queryRaw' | 'shadowDayTotal' | 'store'>;
type Wanted = Readonly<{ storeId: string; days: readonly string[] }>;

/** The facts of these days (ISO), in their order. */
export async function readShadowDays(
  prisma: Reader,
  { storeId, days }: Wanted,
): Promise<readonly DayFacts[]> {
  const { legalEntity } = await prisma.store.findUniqueOrThrow({
    where: { id: storeId },
    select: { legalEntity: { select: { currency: true } } },
  });
  const { currency } = legalEntity;
  const totals = await readTotals(prisma, { storeId, days });
  const withSlips = totals.filter(({ slips }) => slips !== undefined).map(({ day }) => day);
  const slips = await readSlips(prisma, { storeId, days: withSlips });
  const tills = await readTills(prisma, { storeId, days });
  return days.map((day) => {
    const ofDay = tills.filter((one) => one.day === day);
    return {
      day,
      currency,
      own: ofDay.map((row) => ownTill(row, currency, slips)),
      exceptions: ofDay.reduce((sum, { exceptions }) => sum + Number(exceptions), 0),
      totals: totals.filter((one) => one.day === day),
    };
  });
}

type TillRow = Readonly<{
  day: string;
  till: string;
  count: bigint;
  exceptions: bigint;
  gross: string;
  net: string;
  tax: string;
  total: string;
  taxes: Readonly<Record<string, string>> | null;
  tenders: Readonly<Record<string, string>> | null;
}>;

/** Amounts in booked units; those of taxes and tenders as on the wire. */
function readTills(prisma: Reader, { storeId, days }: Wanted): Promise<TillRow[]> {
  const sums = (list: string, name: string, amount: string) => Prisma.sql`(
    SELECT jsonb_object_agg(name, amount) FROM (
      SELECT part->>${name}::text AS name, sum((part#>>ARRAY[${amount}::text, 'amount'])::numeric)::text AS amount
      FROM shadow_sale one, json_array_elements(one.priced->${list}::text) part
      WHERE one.store_id = ${storeId}::uuid AND one.business_date = k.business_date AND one.till = k.till
      GROUP BY 1) parts)`;
  return prisma.$queryRaw<TillRow[]>`
    SELECT k.business_date::text AS day, k.till, count(*) AS count,
      count(*) FILTER (WHERE k.exceptions <> '[]') AS exceptions, sum(k.gross_amount)::text AS gross,
      sum(k.tax_base_amount)::text AS net, sum(k.tax_amount)::text AS tax,
      sum(k.total_amount - k.rounding_amount)::text AS total,
      ${sums('taxes', 'code', 'tax')} AS taxes, ${sums('tenders', 'type', 'amount')} AS tenders
    FROM shadow_sale k
    WHERE k.store_id = ${storeId}::uuid AND k.business_date = ANY (${[...days]}::date[])
    GROUP BY k.business_date, k.till ORDER BY 1, 2`;
}

type SlipRow = Readonly<{ day: string; till: string; id: string; number: string; due: string }>;

function readSlips(prisma: Reader, { storeId, days }: Wanted): Promise<SlipRow[]> {
  if (days.length === 0) return Promise.resolve([]);
  return prisma.$queryRaw<SlipRow[]>`
    SELECT business_date::text AS day, till, id::text, number, (total_amount - rounding_amount)::text AS due
    FROM shadow_sale
    WHERE store_id = ${storeId}::uuid AND business_date = ANY (${[...days]}::date[])
    ORDER BY number, id`;
}

function ownTill(row: TillRow, currency: string, slips: readonly SlipRow[]): OwnTill {
  const { day, till } = row;
  return {
    till,
    figures: {
      count: row.count,
      gross: BigInt(row.gross),
      net: BigInt(row.net),
      tax: BigInt(row.tax),
      total: BigInt(row.total),
      taxes: partsOf(row.taxes ?? {}, currency),
      tenders: partsOf(row.tenders ?? {}, currency),
    },
    slips: slips
      .filter((slip) => slip.day === day && slip.till === till)
      .map(({ number, id: saleId, due }) => ({ number, saleId, due: BigInt(due) })),
  };
}

function partsOf(sums: Readonly<Record<string, string>>, currency: string): Parts {
  const units = (amount: string) =>
    parseMoney({ amount, currency: parseCurrency(currency) }).amount;
  return Object.fromEntries(Object.entries(sums).map(([name, sum]) => [name, units(sum)]));
}

async function readTotals(
  prisma: Reader,
  { storeId, days }: Wanted,
): Promise<readonly (GivenTotals & Readonly<{ day: string }>)[]> {
  const rows = await prisma.shadowDayTotal.findMany({
    where: { storeId, day: { in: days.map((day) => new Date(`${day}T00:00:00Z`)) } },
    // The store as a whole first.
    orderBy: [{ day: 'asc' }, { till: { sort: 'asc', nulls: 'first' } }],
  });
  return rows.map((row) => ({
    day: row.day.toISOString().slice(0, DAY_LENGTH),
    till: row.till ?? undefined,
    figures: {
      count: row.salesCount === null ? undefined : BigInt(row.salesCount),
      gross: row.grossAmount ?? undefined,
      net: row.netAmount ?? undefined,
      tax: row.taxAmount ?? undefined,
      total: row.totalAmount ?? undefined,
      taxes: keptParts(row.taxes),
      tenders: keptParts(row.tenders),
    },
    slips: (row.slips as KeptSlips | null)?.map(({ number, due }) => ({
      number,
      due: due === null ? undefined : BigInt(due),
    })),
    givenBy: row.givenBy,
    givenAt: row.givenAt.toISOString(),
  }));
}

/** Of an ISO 8601 day. */
const DAY_LENGTH = 10;

/** As `day-totals.ts` keeps them. */
export type KeptSlips = readonly Readonly<{ number: string; due: string | null }>[];
export type KeptParts = Readonly<Record<string, string>>;

function keptParts(kept: unknown): Parts | undefined {
  if (kept === null || kept === undefined) return undefined;
  const entries = Object.entries(kept as KeptParts);
  return Object.fromEntries(entries.map(([name, amount]) => [name, BigInt(amount)]));
}
