import {
  addPriceList as add,
  changePriceList as change,
  endPriceList as end,
} from '../../../activities/catalogue/price-lists.js';
import { termOf } from '../../../activities/catalogue/price-list-rows.js';
import {
  addPriceListRoute,
  changePriceListRoute,
  endPriceListRoute,
  listPriceListsRoute,
} from '../../../contract/catalogue/price-lists.js';
import { isOver } from '../../../domain/pricing/plan-price-list.js';
import { byWeight, SALES_CHANNELS, type ListTerm } from '../../../domain/pricing/price-list.js';
import type { PrismaClient } from '../../../prisma/database.js';
import { command, route } from '../../route.js';
import { written } from '../company/stores-on-wire.js';

export const listPriceLists = route(listPriceListsRoute).answers(
  async ({ query: { state } }, { database, clock }) => {
    const lists = await priceListsOnWire(database.prisma, { at: clock.iso() });
    return { status: 200, body: { data: lists.filter((list) => !state || list.state === state) } };
  },
);

export const addPriceList = command(addPriceListRoute).answers(async ({ body, tx, ctx }) => {
  const id = await add(tx, ctx, body);
  return { status: 201, body: await written(priceListsOnWire(tx, { id, at: ctx.at })) };
});

export const changePriceList = route(changePriceListRoute).answers(
  async ({ params: { priceListId: id }, body, ctx }, { database }) => {
    await database.transaction(ctx, (tx) => change(tx, ctx, { id, ...body }));
    const lists = priceListsOnWire(database.prisma, { id, at: ctx.at });
    return { status: 200, body: await written(lists) };
  },
);

export const endPriceList = command(endPriceListRoute).answers(
  async ({ params: { priceListId: id }, body, tx, ctx }) => {
    await end(tx, ctx, { id, at: body.at });
    return { status: 200, body: await written(priceListsOnWire(tx, { id, at: ctx.at })) };
  },
);

type Wanted = Readonly<{ id?: string; at: string }>;

/** All lists, or the one wanted, by their newest terms, the weightiest first. */
async function priceListsOnWire(prisma: Pick<PrismaClient, 'priceList'>, { id, at }: Wanted) {
  const newest = { orderBy: { version: 'desc' }, take: 1 } as const;
  const rows = await prisma.priceList.findMany({
    ...(id === undefined ? {} : { where: { id } }),
    include: { terms: newest },
  });
  const held = rows.flatMap(({ terms: [term], ...list }) =>
    term === undefined ? [] : [{ ...list, term: termOf(term) }],
  );
  return held.toSorted(byWeight).map(({ term, ...list }) => ({
    id: list.id,
    code: list.code,
    name: list.name,
    ...termOnWire(term),
    state: stateOf(term, Date.parse(at)),
    createdAt: list.createdAt.toISOString(),
  }));
}

/** For whom and when a list holds. */
export function termOnWire({ segment, storeGroup, channel, fromMs, untilMs }: ListTerm) {
  return {
    segment: segment ?? null,
    storeGroup: storeGroup ?? null,
    channel: SALES_CHANNELS.find((known) => known === channel) ?? null,
    validFrom: new Date(fromMs).toISOString(),
    validUntil: untilMs === undefined ? null : new Date(untilMs).toISOString(),
  };
}

function stateOf(term: ListTerm, nowMs: number) {
  if (isOver(term, nowMs)) return 'over' as const;
  return term.fromMs > nowMs ? ('planned' as const) : ('inForce' as const);
}
