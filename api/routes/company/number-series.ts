import { setNumberSeries as set } from '../../../activities/company/number-series.js';
import {
  listAccountsRoute,
  listNumberSeriesRoute,
  setNumberSeriesRoute,
} from '../../../contract/company/number-series.js';
import { ACCOUNTS } from '../../../domain/ledger/accounts.js';
import type { PrismaClient } from '../../../prisma/database.js';
import { route } from '../../route.js';
import { written } from './stores-on-wire.js';

type Wanted = Readonly<{ kind?: string; year?: number }>;

export const listNumberSeries = route(listNumberSeriesRoute).answers(
  async (_call, { database }) => ({
    status: 200,
    body: { data: await seriesOnWire(database.prisma, {}) },
  }),
);

export const setNumberSeries = route(setNumberSeriesRoute).answers(
  async ({ params, body, ctx }, { database }) => {
    await database.transaction(ctx, (tx) => set(tx, ctx, { ...params, ...body }));
    return { status: 200, body: await written(seriesOnWire(database.prisma, params)) };
  },
);

export const listAccounts = route(listAccountsRoute).answers(async (_call, { database }) => {
  const booked = await database.prisma.$queryRaw<{ code: string }[]>`
    SELECT a.code FROM account a WHERE EXISTS (SELECT FROM journal_line l WHERE l.account_code = a.code)`;
  const used = new Set(booked.map(({ code }) => code));
  const data = Object.entries(ACCOUNTS).map(([role, account]) => ({
    code: account.code,
    role,
    kind: account.kind,
    name: account.name,
    clearingLimitDays: 'clearingLimitDays' in account ? account.clearingLimitDays : null,
    used: used.has(account.code),
  }));
  return { status: 200, body: { data } };
});

async function seriesOnWire(prisma: Pick<PrismaClient, 'numberSeries'>, wanted: Wanted) {
  const rows = await prisma.numberSeries.findMany({
    // What was brought in from another system is counted too, but no document of ours has such a number.
    where: { kind: { in: ['invoice', 'credit-note'] }, ...wanted },
    orderBy: [{ kind: 'asc' }, { year: 'asc' }],
  });
  return rows.map(({ kind, year, prefix, firstNumber, lastNumber }) => ({
    kind: kind === 'invoice' ? ('invoice' as const) : ('credit-note' as const),
    year,
    prefix,
    firstNumber: Number(firstNumber),
    lastNumber: lastNumber < firstNumber ? null : Number(lastNumber),
  }));
}
