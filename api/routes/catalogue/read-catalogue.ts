import type { z } from 'zod';
import { readPriceLists } from '../../../activities/catalogue/price-list-rows.js';
import { lastChange } from '../../../activities/sale/capture/read-shelf.js';
import { readCatalogueRoute } from '../../../contract/catalogue/read-catalogue.js';
import { parseCurrency, type CurrencyCode } from '../../../domain/money/currency.js';
import { isOver } from '../../../domain/pricing/plan-price-list.js';
import {
  byWeight,
  heldList,
  SALES_CHANNELS,
  type HeldList,
} from '../../../domain/pricing/price-list.js';
import { Refusal } from '../../../domain/refusal.js';
import type { Clock } from '../../../platform/clock.js';
import type { PrismaClient } from '../../../prisma/database.js';
import type { Principal } from '../../auth/principal.js';
import { askAgainWith, cachedJson, holdsAlready } from '../../http/cached-json.js';
import { route } from '../../route.js';
import { wireMoney } from '../../wire.js';
import { termOnWire } from './price-lists.js';
import {
  deltaCursor,
  deltaPlace,
  promotionsPlace,
  snapshotCursor,
  snapshotPlace,
  type CatalogueChange,
} from './catalogue-cursor.js';
import {
  endedPricesOnWire,
  itemsOnWire,
  taxRuleOnWire,
  tenderRuleOnWire,
} from './catalogue-on-wire.js';
import { promotionsPage } from './catalogue-promotions.js';
import { deltaRows, snapshotRows, type CatalogueRow } from './catalogue-rows.js';

export const readCatalogue = route(readCatalogueRoute).answers(
  async ({ query, principal, request }, { database, clock }) => {
    const { prisma } = database;
    // Before the items: what is decided in between is in the next delta, and perhaps already in this answer.
    const newest = await lastChange(prisma);
    const shop = await shopOf(prisma, { principal, currency: query.currency, clock });
    const page = await placeOf(query, newest);
    const etag = tagOf({ version: page.version, shop, begunMs: await lastMoment(prisma, shop) });
    if (holdsAlready(request, etag)) {
      return { status: 304, body: undefined, headers: askAgainWith(etag) };
    }
    const rows = await page.read(prisma, shop);
    const kept = rows.slice(0, query.limit);
    const last = kept.at(-1);
    const more = rows.length > kept.length && last !== undefined;
    const promoted = more
      ? { promotions: [], promotionsEnded: [], nextCursor: page.cursorAfter(last) }
      : await promotionsPage(prisma, { ...query, ...page, at: shop.at });
    const body = {
      version: page.version,
      since: query.since ?? null,
      currency: shop.currency,
      storeGroup: shop.storeGroup,
      channel: shop.channel,
      ...itemsOnWire(kept, shop),
      pricesEnded: query.since === undefined ? [] : endedPricesOnWire(kept, shop),
      priceLists: shop.lists.map(({ code, term }) => ({ code, ...termOnWire(term) })),
      ...(await rulesOf(prisma, shop)),
      cashRoundingStep: shop.cashRoundingStep,
      ...promoted,
    };
    return cachedJson(request, { body, etag });
  },
);

type Query = z.output<typeof readCatalogueRoute.query>;

type Page = Readonly<{
  version: number;
  /** Where the promotions go on; undefined when the page begins with items. */
  after?: CatalogueChange;
  read: (prisma: PrismaClient, shop: Shop) => Promise<CatalogueRow[]>;
  cursorAfter: (row: CatalogueRow) => string;
}>;

async function placeOf({ since, cursor, limit }: Query, newest: number): Promise<Page> {
  if (since !== undefined && since > newest) throw unknownVersion(since);
  const promotions = promotionsPlace(cursor, newest);
  if (promotions !== undefined) {
    return { ...promotions, read: () => Promise.resolve([]), cursorAfter: () => '' };
  }
  if (since === undefined) {
    const { version, after } = snapshotPlace(cursor, newest);
    return {
      version,
      read: (prisma, shop) => snapshotRows(prisma, { ...shop, version, limit }, after),
      cursorAfter: ({ sku }) => snapshotCursor({ version, after: sku }),
    };
  }
  const { version, after } = deltaPlace(cursor, { since, newest });
  return {
    version,
    read: (prisma, shop) => deltaRows(prisma, { ...shop, version, limit }, after),
    cursorAfter: ({ change, id }) => deltaCursor({ version, after: { change, id } }),
  };
}

/** The books were restored, or the till was of other books: what it holds is not ours. */
function unknownVersion(since: number): Refusal {
  const detail = `There is no version ${since} yet: read the catalogue without since.`;
  return new Refusal({ code: 'CATALOGUE_VERSION_UNKNOWN', param: 'since', detail });
}

type Shop = Readonly<{
  currency: CurrencyCode;
  at: Date;
  cashRoundingStep: ReturnType<typeof wireMoney> | null;
  storeGroup: string | null;
  channel: (typeof SALES_CHANNELS)[number] | null;
  /** Price lists that are not over, the weightiest first. */
  lists: readonly HeldList[];
  listIds: readonly string[];
}>;

type Caller = Readonly<{ principal: Principal; currency: string | undefined; clock: Clock }>;

async function shopOf(
  prisma: PrismaClient,
  { principal, currency: asked, clock }: Caller,
): Promise<Shop> {
  const { store, channel } = await placeOfTill(prisma, principal);
  const own = store?.legalEntity.currency;
  const currency = parseCurrency(asked ?? own ?? 'IDR');
  const at = new Date(clock.iso());
  const lists = (await readPriceLists(prisma))
    .flatMap((list) => heldList(list, Number.MAX_SAFE_INTEGER) ?? [])
    .filter(({ term }) => !isOver(term, at.getTime()))
    .toSorted(byWeight);
  return {
    currency,
    at,
    // A store's cash rounding is defined for its own currency only.
    cashRoundingStep:
      store === null || own !== currency ? null : wireMoney(store.cashRoundingStep, currency),
    storeGroup: store?.storeGroup ?? null,
    channel: SALES_CHANNELS.find((known) => known === channel) ?? null,
    lists,
    listIds: lists.map(({ id }) => id),
  };
}

async function placeOfTill(prisma: PrismaClient, { storeId, terminalId }: Principal) {
  const select = {
    cashRoundingStep: true,
    storeGroup: true,
    legalEntity: { select: { currency: true } },
  } as const;
  const [store, till] = await Promise.all([
    storeId === undefined ? null : prisma.store.findUnique({ where: { id: storeId }, select }),
    terminalId === undefined
      ? null
      : prisma.terminal.findUnique({ where: { id: terminalId }, select: { channel: true } }),
  ]);
  return { store, channel: till?.channel };
}

type Tagged = Readonly<{ version: number; shop: Shop; begunMs: number }>;

/** Everything that an answer depends on beside its address: the same tag, the same answer. */
function tagOf({ version, shop, begunMs }: Tagged): string {
  const { currency, cashRoundingStep, storeGroup, channel } = shop;
  const place = [currency, cashRoundingStep?.amount, storeGroup, channel].map((part) => part ?? '');
  return `W/"${version}-${begunMs}-${Buffer.from(place.join('\n')).toString('base64url')}"`;
}

/** The last moment until now at which prices, a price list or a promotion began or ended by themselves. */
async function lastMoment(prisma: PrismaClient, { at }: Shop): Promise<number> {
  const [row] = await prisma.$queryRaw<{ begun: Date | null }[]>`
    SELECT max(moment) AS begun FROM (
      SELECT effective_from AS moment FROM catalogue_version WHERE withdrawn_in IS NULL
      UNION ALL SELECT valid_from FROM price_list_term
      UNION ALL SELECT valid_until FROM price_list_term
      UNION ALL SELECT valid_until FROM promotion_term) moments
    WHERE moment <= ${at}`;
  return row?.begun?.getTime() ?? 0;
}

async function rulesOf(prisma: PrismaClient, { at }: Shop) {
  const [inForce, taxes, tenderRules] = await Promise.all([
    prisma.catalogueVersion.findFirst({
      where: { withdrawnIn: null, priceListId: null, effectiveFrom: { lte: at } },
      orderBy: { version: 'desc' },
    }),
    prisma.taxRule.findMany({ orderBy: [{ code: 'asc' }, { validFrom: 'asc' }] }),
    prisma.tenderRule.findMany({ orderBy: { type: 'asc' } }),
  ]);
  return {
    effectiveFrom: inForce?.effectiveFrom.toISOString() ?? null,
    taxes: taxes.map(taxRuleOnWire),
    tenderRules: tenderRules.map(tenderRuleOnWire),
  };
}
