import type { CommandContext } from '../../domain/context.js';
import {
  endedTerm,
  isOver,
  whyNotPlanned,
  type PlannedTerm,
} from '../../domain/pricing/plan-price-list.js';
import { heldList, type HeldList, type PriceList } from '../../domain/pricing/price-list.js';
import { Refusal } from '../../domain/refusal.js';
import type { Transaction } from '../../prisma/database.js';
import { codeTaken, underOwnCode } from '../company/unique-code.js';
import { companyOf } from '../company/stores.js';
import { plannedMoment } from './planned-moment.js';
import { readPriceLists } from './price-list-rows.js';

/** Lists that are not over. Tills and the price book hold all of them in memory. */
const LISTS_MAX = 200;

/** Null: for all. Moments are instants, or days, which begin at midnight of the company. */
export type ListFields = Readonly<{
  name: string;
  storeGroup: string | null;
  channel: string | null;
  segment: string | null;
  validFrom: string;
  validUntil: string | null;
}>;

/** In the books' terms: every version that was decided counts. */
const NEWEST = Number.MAX_SAFE_INTEGER;

/**
 * Makes a price list without prices. Answers its id.
 *
 * @throws Refusal `COMPANY_MISSING`, `CODE_TAKEN`, `STORE_GROUP_UNKNOWN`, `PRICE_IN_PAST`, `PRICE_LIST_PERIOD_INVALID`,
 * `PRICE_LIST_OVERLAPS`, `TOO_MANY_PRICE_LISTS`
 */
export async function addPriceList(
  tx: Transaction,
  ctx: CommandContext,
  { code, ...fields }: ListFields & Readonly<{ code: string }>,
): Promise<string> {
  const data = { code, name: fields.name, createdAt: new Date(ctx.at) };
  const created = tx.priceList.create({ data, select: { id: true } });
  const { id } = await underOwnCode(created, codeTaken('price list', code));
  await decideTerm(tx, ctx, { id, planned: await plannedTerm(tx, fields) });
  return id;
}

/**
 * Changes a price list. Once it holds, it keeps its beginning and whom it is for.
 *
 * @throws Refusal `PRICE_LIST_NOT_FOUND`, `PRICE_LIST_HAS_BEGUN`, `PRICE_LIST_OVER`, and those of `addPriceList`
 */
export async function changePriceList(
  tx: Transaction,
  ctx: CommandContext,
  { id, ...fields }: ListFields & Readonly<{ id: string }>,
): Promise<void> {
  await lockList(tx, id);
  await tx.priceList.update({ where: { id }, data: { name: fields.name } });
  await decideTerm(tx, ctx, { id, planned: await plannedTerm(tx, fields) });
}

/**
 * Ends a price list, now or at a moment to come; one that has not begun never holds. Repeated, it changes nothing.
 *
 * @throws Refusal `PRICE_LIST_NOT_FOUND`, `PRICE_LIST_OVER`, `PRICE_LIST_PERIOD_INVALID`, `PRICE_IN_PAST`
 */
export async function endPriceList(
  tx: Transaction,
  ctx: CommandContext,
  { id, at }: Readonly<{ id: string; at: string | undefined }>,
): Promise<void> {
  const { term } = await lockList(tx, id);
  const { timeZone } = await companyOf(tx);
  const nowMs = Date.parse(ctx.at);
  const atMs = at === undefined ? nowMs : plannedMoment(at, timeZone).getTime();
  if (isOver(term, nowMs) && at === undefined) return;
  const ended = endedTerm(term, { atMs, nowMs });
  if (ended.untilMs !== term.untilMs) await insertTerm(tx, id, ended);
}

/** The list of a code, unless it is over. @throws Refusal `PRICE_LIST_UNKNOWN` */
export async function openListByCode(
  tx: Transaction,
  { at }: CommandContext,
  code: string,
): Promise<HeldList> {
  const list = (await heldLists(tx)).find((one) => one.code === code);
  if (list !== undefined && !isOver(list.term, Date.parse(at))) return list;
  const detail = list === undefined ? `There is no price list ${code}.` : `List ${code} has ended.`;
  throw new Refusal({ code: 'PRICE_LIST_UNKNOWN', param: 'priceList', detail });
}

async function plannedTerm(tx: Transaction, fields: ListFields): Promise<PlannedTerm> {
  const { storeGroup, channel, segment, validFrom, validUntil } = fields;
  const { timeZone } = await companyOf(tx);
  if (storeGroup !== null && (await tx.store.findFirst({ where: { storeGroup } })) === null) {
    const detail = `No store is of the group ${storeGroup}.`;
    throw new Refusal({ code: 'STORE_GROUP_UNKNOWN', param: 'storeGroup', detail });
  }
  return {
    storeGroup: storeGroup ?? undefined,
    channel: channel ?? undefined,
    segment: segment ?? undefined,
    fromMs: plannedMoment(validFrom, timeZone).getTime(),
    untilMs: validUntil === null ? undefined : plannedMoment(validUntil, timeZone).getTime(),
  };
}

/** The number of the catalogue's changes is locked by now, so that two lists that overlap see each other. */
async function decideTerm(
  tx: Transaction,
  ctx: CommandContext,
  { id, planned }: Readonly<{ id: string; planned: PlannedTerm }>,
): Promise<void> {
  const nowMs = Date.parse(ctx.at);
  const lists = await heldLists(tx);
  const others = lists.filter((list) => list.id !== id && !isOver(list.term, nowMs));
  const before = lists.find((list) => list.id === id)?.term;
  const refusal = whyNotPlanned(planned, { before, others, nowMs });
  if (refusal !== undefined) throw refusal;
  if (others.length >= LISTS_MAX) {
    const detail = `There are ${LISTS_MAX} lists already: end those that nobody needs.`;
    throw new Refusal({ code: 'TOO_MANY_PRICE_LISTS', detail });
  }
  await insertTerm(tx, id, planned);
}

async function insertTerm(tx: Transaction, priceListId: string, term: PlannedTerm): Promise<void> {
  await tx.priceListTerm.create({
    data: {
      priceListId,
      storeGroup: term.storeGroup ?? null,
      channel: term.channel ?? null,
      segment: term.segment ?? null,
      validFrom: new Date(term.fromMs),
      validUntil: term.untilMs === undefined ? null : new Date(term.untilMs),
    },
  });
}

/** Takes the number of the change first, so that two decisions about lists come one after the other. */
async function lockList(tx: Transaction, id: string): Promise<HeldList> {
  await tx.$executeRaw`UPDATE price_list SET code = code WHERE id = ${id}::uuid`;
  const list = (await heldLists(tx)).find((one) => one.id === id);
  if (list !== undefined) return list;
  const detail = 'There is no such price list.';
  throw new Refusal({ code: 'PRICE_LIST_NOT_FOUND', param: 'priceListId', detail });
}

/** All lists by their newest terms. */
async function heldLists(tx: Transaction): Promise<readonly HeldList[]> {
  const lists: readonly PriceList[] = await readPriceLists(tx);
  return lists.flatMap((list) => heldList(list, NEWEST) ?? []);
}
