import { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import { lastChange } from '../../../activities/sale/capture/read-shelf.js';
import { readCatalogueRoute } from '../../../contract/catalogue/read-catalogue.js';
import { parseCurrency, type CurrencyCode } from '../../../domain/money/currency.js';
import { Refusal } from '../../../domain/refusal.js';
import type { Clock } from '../../../platform/clock.js';
import { dateOf } from '../../../prisma/date-of.js';
import type { PrismaClient } from '../../../prisma/database.js';
import type { Principal } from '../../auth/principal.js';
import { askAgainWith, cachedJson, holdsAlready } from '../../http/cached-json.js';
import { route } from '../../route.js';
import { wireDate, wireMoney } from '../../wire.js';
import { deltaCursor, deltaPlace, snapshotCursor, snapshotPlace } from './catalogue-cursor.js';
import { itemsOnWire, taxRuleOnWire, tenderRuleOnWire } from './catalogue-on-wire.js';
import { deltaRows, snapshotRows, type CatalogueRow } from './catalogue-rows.js';

export const readCatalogue = route(readCatalogueRoute).answers(
  async ({ query, principal, request }, { database, clock }) => {
    const { prisma } = database;
    // Before the items: what is decided in between is in the next delta, and perhaps already in this answer.
    const newest = await lastChange(prisma);
    const shop = await shopOf(prisma, { principal, currency: query.currency, clock });
    const page = await placeOf(query, newest);
    const etag = tagOf(page.version, shop);
    if (holdsAlready(request, etag)) {
      return { status: 304, body: undefined, headers: askAgainWith(etag) };
    }
    const rows = await page.read(prisma, shop);
    const kept = rows.slice(0, query.limit);
    const last = kept.at(-1);
    const more = rows.length > kept.length && last !== undefined;
    const body = {
      version: page.version,
      since: query.since ?? null,
      currency: shop.currency,
      ...itemsOnWire(kept, shop),
      ...(await rulesOf(prisma, shop)),
      cashRoundingStep: shop.cashRoundingStep,
      nextCursor: more ? page.cursorAfter(last) : null,
    };
    return cachedJson(request, { body, etag });
  },
);

type Query = z.output<typeof readCatalogueRoute.query>;

type Page = Readonly<{
  version: number;
  read: (prisma: PrismaClient, shop: Shop) => Promise<CatalogueRow[]>;
  cursorAfter: (row: CatalogueRow) => string;
}>;

async function placeOf({ since, cursor, limit }: Query, newest: number): Promise<Page> {
  if (since === undefined) {
    const { version, after } = snapshotPlace(cursor, newest);
    return {
      version,
      read: (prisma, shop) => snapshotRows(prisma, { ...shop, version, limit }, after),
      cursorAfter: ({ sku }) => snapshotCursor({ version, after: sku }),
    };
  }
  if (since > newest) throw unknownVersion(since);
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
  /** Today, where the till stands. */
  day: string;
  cashRoundingStep: ReturnType<typeof wireMoney> | null;
}>;

type Caller = Readonly<{ principal: Principal; currency: string | undefined; clock: Clock }>;

async function shopOf(
  prisma: PrismaClient,
  { principal: { storeId }, currency: asked, clock }: Caller,
): Promise<Shop> {
  const entity = await prisma.legalEntity.findFirst({
    orderBy: { id: 'asc' },
    select: { timeZone: true, currency: true },
  });
  const store =
    storeId === undefined
      ? null
      : await prisma.store.findUnique({
          where: { id: storeId },
          select: {
            cashRoundingStep: true,
            timeZone: true,
            legalEntity: { select: { currency: true } },
          },
        });
  const own = store?.legalEntity.currency;
  const currency = parseCurrency(asked ?? own ?? 'IDR');
  return {
    currency,
    day: clock.today(store?.timeZone ?? entity?.timeZone ?? 'UTC').toString(),
    // A store's cash rounding is defined for its own currency only.
    cashRoundingStep:
      store === null || own !== currency ? null : wireMoney(store.cashRoundingStep, currency),
  };
}

/** Everything that an answer depends on beside its address: the same tag, the same answer. */
function tagOf(version: number, { currency, day, cashRoundingStep }: Shop): string {
  return `W/"${version}-${day}-${currency}-${cashRoundingStep?.amount ?? 'none'}"`;
}

async function rulesOf(prisma: PrismaClient, { day }: Shop) {
  const [inForce, taxes, tenderRules] = await Promise.all([
    prisma.catalogueVersion.findFirst({
      where: { withdrawnIn: null, effectiveFrom: { lte: dateOf(Temporal.PlainDate.from(day)) } },
      orderBy: { version: 'desc' },
    }),
    prisma.taxRule.findMany({ orderBy: [{ code: 'asc' }, { validFrom: 'asc' }] }),
    prisma.tenderRule.findMany({ orderBy: { type: 'asc' } }),
  ]);
  return {
    effectiveFrom: inForce === null ? null : wireDate(inForce.effectiveFrom),
    taxes: taxes.map(taxRuleOnWire),
    tenderRules: tenderRules.map(tenderRuleOnWire),
  };
}
