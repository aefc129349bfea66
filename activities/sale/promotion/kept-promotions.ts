import type { PromotionTerms } from '../../../contract/sale/promotion-fields.js';
import type { CurrencyCode } from '../../../domain/money/currency.js';
import { indexPromotions, type PromotionIndex } from '../../../domain/promotion/promotion-index.js';
import type { Promotion } from '../../../domain/promotion/promotion.js';
import { Prisma, type PrismaClient } from '../../../prisma/database.js';
import { rowsAsJson } from '../../../prisma/rows-as-json.js';
import { currencyOfOffer, promotionOf } from './read-promotions.js';

export type KeptPromotion = Readonly<{ id: string; code: string; name: string }>;

/** A promotion as a change of the catalogue decided it. */
type KeptTerm = Readonly<{
  version: number;
  /** Of its amounts; without one it is for all. */
  currency: CurrencyCode | undefined;
  promotion: Promotion;
}>;

/** Promotions as of a change of the catalogue, with all that was decided about them before. */
export type PromotionShelf = Readonly<{
  /** In the order of the changes. */
  terms: readonly KeptTerm[];
  byCode: ReadonlyMap<string, KeptPromotion>;
}>;

export const NO_PROMOTIONS: PromotionShelf = { terms: [], byCode: new Map() };

type TermRow = KeptPromotion &
  Readonly<{ version: number; terms: PromotionTerms; fromMs: number; untilMs: number | null }>;

/** What was decided after one change up to another is put to what is known. What was decided never changes. */
export async function readPromotionShelf(
  prisma: Pick<PrismaClient, '$queryRaw'>,
  before: PromotionShelf,
  { after, upTo }: Readonly<{ after: number; upTo: number }>,
): Promise<PromotionShelf> {
  if (after === upTo) return before;
  const rows = await rowsAsJson<TermRow>(
    prisma,
    Prisma.sql`
    SELECT p.id, p.code, p.name, t.version, t.terms,
      (extract(epoch FROM t.valid_from) * 1000)::bigint AS "fromMs",
      (extract(epoch FROM t.valid_until) * 1000)::bigint AS "untilMs"
    FROM promotion_term t JOIN promotion p ON p.id = t.promotion_id
    WHERE t.version > ${after}::integer AND t.version <= ${upTo}::integer ORDER BY t.version, p.code`,
  );
  if (rows.length === 0) return before;
  const byCode = new Map(before.byCode);
  for (const { id, code, name } of rows) byCode.set(code, { id, code, name });
  return { terms: [...before.terms, ...rows.map(termOf)], byCode };
}

function termOf({ code, version, terms, fromMs, untilMs }: TermRow): KeptTerm {
  const currency = currencyOfOffer(terms.offer);
  const said = { code, terms, fromMs, untilMs: untilMs ?? undefined };
  return { version, currency, promotion: promotionOf(said, { currency, param: '' }) };
}

type Known = Readonly<{
  /** The newest change that whoever sells knew. */
  version: number;
  atMs: number;
  currency: CurrencyCode;
}>;

/** The promotions of a price book. */
export type PromotionBook = Readonly<{
  /** Those that may hold at a moment; undefined when there are none. */
  indexAt: (known: Known) => PromotionIndex | undefined;
  /** What was ever kept under a code. */
  kept: (code: string) => KeptPromotion | undefined;
}>;

/** An index holds the promotions of so long a time, so that years of old ones cost a sale nothing. */
const TIME_OF_INDEX_MS = 31 * 24 * 60 * 60 * 1_000;
/** Tills that are behind, and late sales: each change and time has an index of its own. */
const INDEXES_MAX = 50;

export function createPromotionBook({ terms, byCode }: PromotionShelf): PromotionBook {
  const versions = [...new Set(terms.map(({ version }) => version))];
  const made = new Map<string, PromotionIndex>();
  return {
    kept: (code) => byCode.get(code),
    indexAt: ({ version, atMs, currency }) => {
      const newest = versions.findLast((one) => one <= version);
      if (newest === undefined) return undefined;
      const time = Math.floor(atMs / TIME_OF_INDEX_MS);
      const key = `${newest} ${time} ${currency}`;
      const index = made.get(key) ?? indexOf(terms, { version: newest, time, currency });
      made.delete(key);
      made.set(key, index);
      if (made.size > INDEXES_MAX) made.delete(made.keys().next().value ?? key);
      return index.byCode.size === 0 ? undefined : index;
    },
  };
}

type Wanted = Readonly<{ version: number; time: number; currency: CurrencyCode }>;

function indexOf(terms: readonly KeptTerm[], { version, time, currency }: Wanted): PromotionIndex {
  const newest = new Map<string, KeptTerm>();
  for (const term of terms) if (term.version <= version) newest.set(term.promotion.code, term);
  const held = [...newest.values()].filter(
    (term) => term.currency === undefined || term.currency === currency,
  );
  const [fromMs, untilMs] = [time * TIME_OF_INDEX_MS, (time + 1) * TIME_OF_INDEX_MS];
  return indexPromotions(
    held
      .map(({ promotion }) => promotion)
      .filter((one) => one.fromMs < untilMs && (one.untilMs ?? Infinity) > fromMs),
  );
}
