import {
  findPriceChange,
  planPriceChange as plan,
  withdrawPriceChange as withdraw,
} from '../../../activities/catalogue/price-changes.js';
import {
  listPriceChangesRoute,
  planPriceChangeRoute,
  readPriceChangeRoute,
  withdrawPriceChangeRoute,
} from '../../../contract/catalogue/price-changes.js';
import { parseCurrency } from '../../../domain/money/currency.js';
import { Prisma, type PrismaClient, type Transaction } from '../../../prisma/database.js';
import { decodeCursor, pageOf } from '../../http/cursor.js';
import { command, route } from '../../route.js';
import { wireMoneyOrNull } from '../../wire.js';

export const planPriceChange = command(planPriceChangeRoute).answers(async ({ body, tx, ctx }) => {
  const version = await plan(tx, ctx, { ...body, effectiveFrom: body.effectiveFrom });
  return { status: 201, body: await priceChangeOnWire(tx, { version, at: ctx.at }) };
});

export const withdrawPriceChange = command(withdrawPriceChangeRoute).answers(
  async ({ params: { version }, tx, ctx }) => {
    await withdraw(tx, ctx, version);
    return { status: 200, body: await priceChangeOnWire(tx, { version, at: ctx.at }) };
  },
);

export const listPriceChanges = route(listPriceChangesRoute).answers(
  async ({ query: { limit, cursor, state, priceList } }, { database: { prisma }, clock }) => {
    const now = new Date(clock.iso());
    const before = cursor === undefined ? undefined : decodeCursor(cursor, BY_VERSION);
    const rows = await prisma.catalogueVersion.findMany({
      where: {
        ...(before === undefined ? {} : { version: { lt: Number(before.key) } }),
        ...(state === undefined ? {} : IN_STATE[state](now)),
        ...(priceList === undefined ? {} : { priceList: { code: priceList } }),
      },
      include: COUNTED,
      orderBy: { version: 'desc' },
      take: limit + 1,
    });
    const positionOf = ({ version }: ChangeRow) => ({ key: String(version), id: '' });
    const show = (row: ChangeRow) => changeOnWire(row, now);
    return { status: 200, body: pageOf(rows, { limit, positionOf, show }) };
  },
);

export const readPriceChange = route(readPriceChangeRoute).answers(
  async (
    { params: { version }, query: { limit, cursor }, ctx: { at } },
    { database: { prisma } },
  ) => {
    await findPriceChange(prisma, version);
    const change = await priceChangeOnWire(prisma, { version, at });
    const after = cursor === undefined ? '' : decodeCursor(cursor).key;
    const rows = await changedPrices(prisma, { version, after, limit });
    const positionOf = ({ sku, id }: PriceRow) => ({ key: sku, id });
    const page = pageOf(rows, { limit, positionOf, show: changedPriceOnWire });
    return { status: 200, body: { ...page, change } };
  },
);

const BY_VERSION = { key: /^\d{1,9}$/, id: /^$/ };

const COUNTED = {
  _count: { select: { prices: true } },
  priceList: { select: { code: true } },
} as const;

const IN_STATE = {
  planned: (now: Date) => ({ withdrawnIn: null, effectiveFrom: { gt: now } }),
  inForce: (now: Date) => ({ withdrawnIn: null, effectiveFrom: { lte: now } }),
  withdrawn: () => ({ withdrawnIn: { not: null } }),
} as const;

async function priceChangeOnWire(
  tx: Pick<Transaction, 'catalogueVersion'>,
  { version, at }: Readonly<{ version: number; at: string }>,
) {
  const row = await tx.catalogueVersion.findUniqueOrThrow({ where: { version }, include: COUNTED });
  return changeOnWire(row, new Date(at));
}

type ChangeRow = Awaited<ReturnType<PrismaClient['catalogueVersion']['findMany']>>[number] &
  Readonly<{
    _count: Readonly<{ prices: number }>;
    priceList: Readonly<{ code: string }> | null;
  }>;

function changeOnWire({ _count, withdrawnIn, priceList, ...change }: ChangeRow, now: Date) {
  const { version, effectiveFrom, note, createdAt } = change;
  const begun = effectiveFrom <= now ? 'inForce' : 'planned';
  return {
    version,
    effectiveFrom: effectiveFrom.toISOString(),
    priceList: priceList?.code ?? null,
    note,
    state: withdrawnIn === null ? begun : ('withdrawn' as const),
    createdAt: createdAt.toISOString(),
    items: _count.prices,
  } as const;
}

type PriceRow = Readonly<{
  id: string;
  sku: string;
  name: string;
  currency: string;
  amount: bigint | null;
  includesTax: boolean;
  before: bigint | null;
}>;

type Wanted = Readonly<{ version: number; after: string; limit: number }>;

function changedPrices(
  prisma: PrismaClient,
  { version, after, limit }: Wanted,
): Promise<PriceRow[]> {
  return prisma.$queryRaw<PriceRow[]>(Prisma.sql`
    SELECT i.id::text, i.sku, i.name, p.currency, p.unit_amount AS amount, p.includes_tax AS "includesTax",
      (SELECT b.unit_amount FROM price b JOIN catalogue_version w ON w.version = b.version
        WHERE b.item_id = i.id AND b.currency = p.currency AND w.withdrawn_in IS NULL
          AND w.price_list_id IS NOT DISTINCT FROM v.price_list_id
          AND (w.effective_from, w.version) < (v.effective_from, v.version)
        ORDER BY w.effective_from DESC, w.version DESC LIMIT 1) AS before
    FROM price p JOIN item i ON i.id = p.item_id JOIN catalogue_version v ON v.version = p.version
    WHERE p.version = ${version}::integer AND i.sku > ${after}
    ORDER BY i.sku LIMIT ${limit + 1}`);
}

function changedPriceOnWire(row: PriceRow) {
  const { id, sku, name, includesTax, amount, before } = row;
  const currency = parseCurrency(row.currency);
  return {
    id,
    sku,
    name,
    unitPrice: wireMoneyOrNull(amount, currency),
    includesTax,
    unitPriceBefore: wireMoneyOrNull(before, currency),
  };
}
