import { canonicalJson } from '../../contract/canonical-json.js';
import type { PromotionTerms } from '../../contract/sale/promotion-fields.js';
import type { CommandContext } from '../../domain/context.js';
import { parseCurrency } from '../../domain/money/currency.js';
import { isOver } from '../../domain/pricing/plan-price-list.js';
import type { Period } from '../../domain/pricing/price-list.js';
import {
  endedPeriod,
  whyNotPromoted,
  type PlannedPromotion,
} from '../../domain/promotion/plan-promotion.js';
import { Refusal } from '../../domain/refusal.js';
import { Prisma, type Transaction } from '../../prisma/database.js';
import { companyOf } from '../company/stores.js';
import { codeTaken, underOwnCode } from '../company/unique-code.js';
import { promotionOf } from '../sale/promotion/read-promotions.js';
import { plannedMoment } from './planned-moment.js';
import { notOver, promotionRows, type PromotionRow } from './promotion-rows.js';
import { checkNames } from './promotion-names.js';

/** Promotions that are not over. Tills and the price book hold all of them in memory. */
const PROMOTIONS_MAX = 5_000;

/** Moments are instants, or days, which begin at midnight of the company; it begins now when nothing is said. */
export type PromotionFields = Readonly<{
  name: string;
  terms: PromotionTerms;
  validFrom: string | undefined;
  validUntil: string | null;
}>;

/**
 * Plans a promotion. Answers its id.
 *
 * @throws Refusal `COMPANY_MISSING`, `CODE_TAKEN`, `TOO_MANY_PROMOTIONS`, those of `promotionOf`, `checkNames` and
 * `whyNotPromoted`
 */
export async function addPromotion(
  tx: Transaction,
  ctx: CommandContext,
  { code, ...fields }: PromotionFields & Readonly<{ code: string }>,
): Promise<string> {
  const data = { code, name: fields.name, createdAt: new Date(ctx.at) };
  const created = tx.promotion.create({ data, select: { id: true } });
  const { id } = await underOwnCode(created, codeTaken('promotion', code));
  await decide(tx, ctx, { id, before: undefined, fields });
  return id;
}

/**
 * Changes a promotion. Once it holds, only its name and its end change.
 *
 * @throws Refusal `PROMOTION_NOT_FOUND`, and those of `addPromotion`
 */
export async function changePromotion(
  tx: Transaction,
  ctx: CommandContext,
  { id, ...fields }: PromotionFields & Readonly<{ id: string }>,
): Promise<void> {
  const before = await lockPromotion(tx, id);
  await tx.promotion.update({ where: { id }, data: { name: fields.name } });
  await decide(tx, ctx, { id, before, fields });
}

/**
 * Ends a promotion, now or at a moment to come; one that has not begun never holds. Repeated, it changes nothing.
 *
 * @throws Refusal `COMPANY_MISSING`, `PROMOTION_NOT_FOUND`, and those of `endedPeriod`
 */
export async function endPromotion(
  tx: Transaction,
  ctx: CommandContext,
  { id, at }: Readonly<{ id: string; at: string | undefined }>,
): Promise<void> {
  const before = await lockPromotion(tx, id);
  const { timeZone } = await companyOf(tx);
  const period = periodOf(before);
  const nowMs = Date.parse(ctx.at);
  if (at === undefined && isOver(period, nowMs)) return;
  const atMs = at === undefined ? nowMs : plannedMoment(at, timeZone).getTime();
  const ended = endedPeriod(period, { atMs, nowMs });
  if (ended.untilMs !== period.untilMs) await insertTerm(tx, id, { ...ended, terms: before.terms });
}

type Decision = Readonly<{
  id: string;
  before: PromotionRow | undefined;
  fields: PromotionFields;
}>;

/** The number of the catalogue's changes is locked by now, so that two promotions of one coupon see each other. */
async function decide(tx: Transaction, ctx: CommandContext, decision: Decision): Promise<void> {
  const { id, before, fields } = decision;
  const { terms } = fields;
  const { currency, timeZone } = await companyOf(tx);
  const nowMs = Date.parse(ctx.at);
  const period = {
    fromMs: momentOf(fields.validFrom, timeZone) ?? nowMs,
    untilMs: momentOf(fields.validUntil, timeZone),
  };
  // Refuses amounts that are none.
  promotionOf({ code: '', terms, ...period }, { currency: parseCurrency(currency), param: '' });
  await checkNames(tx, terms);
  const refusal = whyNotPromoted(
    { ...period, ...saidIn(terms) },
    {
      before: before && { ...periodOf(before), ...saidIn(before.terms) },
      others: await rivalsOf(tx, { id, coupon: terms.coupon, at: new Date(ctx.at) }),
      nowMs,
    },
  );
  if (refusal !== undefined) throw refusal;
  await refuseTooMany(tx, { id, at: new Date(ctx.at) });
  await insertTerm(tx, id, { ...period, terms });
}

function momentOf(said: string | null | undefined, timeZone: string): number | undefined {
  return said == null ? undefined : plannedMoment(said, timeZone).getTime();
}

function saidIn(terms: PromotionTerms): Pick<PlannedPromotion, 'terms' | 'coupon'> {
  return { terms: canonicalJson(terms), coupon: terms.coupon };
}

/** A promotion's period, in milliseconds of the epoch. */
export function periodOf({
  validFrom,
  validUntil,
}: Pick<PromotionRow, 'validFrom' | 'validUntil'>): Period {
  return { fromMs: validFrom.getTime(), untilMs: validUntil?.getTime() };
}

type Other = Readonly<{ id: string; at: Date }>;

/** Other promotions of the same coupon that are not over. */
async function rivalsOf(
  tx: Transaction,
  { id, coupon, at }: Other & Readonly<{ coupon: string | undefined }>,
) {
  if (coupon === undefined) return [];
  const rows = await promotionRows(tx, {
    where: Prisma.sql`p.id <> ${id}::uuid AND t.terms->>'coupon' = ${coupon} AND ${notOver(at)}`,
    order: Prisma.sql`p.code`,
  });
  return rows.map((row) => ({ code: row.code, coupon, ...periodOf(row) }));
}

async function refuseTooMany(tx: Transaction, { id, at }: Other): Promise<void> {
  const others = await promotionRows(tx, {
    where: Prisma.sql`p.id <> ${id}::uuid AND ${notOver(at)}`,
    order: Prisma.sql`p.id`,
    limit: PROMOTIONS_MAX,
  });
  if (others.length < PROMOTIONS_MAX) return;
  const detail = `There are ${PROMOTIONS_MAX} promotions already: end those that nobody needs.`;
  throw new Refusal({ code: 'TOO_MANY_PROMOTIONS', detail });
}

async function insertTerm(
  tx: Transaction,
  promotionId: string,
  { terms, fromMs, untilMs }: Period & Readonly<{ terms: PromotionTerms }>,
): Promise<void> {
  await tx.promotionTerm.create({
    data: {
      promotionId,
      terms,
      validFrom: new Date(fromMs),
      validUntil: untilMs === undefined ? null : new Date(untilMs),
    },
  });
}

/** Takes the number of the change first, so that two decisions about promotions come one after the other. */
async function lockPromotion(tx: Transaction, id: string): Promise<PromotionRow> {
  await tx.$executeRaw`UPDATE promotion SET code = code WHERE id = ${id}::uuid`;
  const [row] = await promotionRows(tx, {
    where: Prisma.sql`p.id = ${id}::uuid`,
    order: Prisma.sql`p.id`,
  });
  if (row !== undefined) return row;
  throw promotionNotFound();
}

export function promotionNotFound(): Refusal {
  const detail = 'There is no such promotion.';
  return new Refusal({ code: 'PROMOTION_NOT_FOUND', param: 'promotionId', detail });
}
