import { Refusal } from '../../domain/refusal.js';
import { parseMoney, type MoneyOnWire } from '../../domain/money/money.js';
import type { Transaction } from '../../prisma/database.js';
import { checkTimeZone } from './check-time-zone.js';
import { codeTaken, underOwnCode } from './unique-code.js';

export type NewStore = Readonly<{
  code: string;
  name: string;
  address: string;
  phone: string;
  timeZone: string | undefined;
  cashRoundingStep: MoneyOnWire | undefined;
  storeGroup?: string | null | undefined;
}>;

/** The place from which the tills of a store sell. */
const FLOOR = { suffix: 'FLOOR', name: 'Area penjualan' };

/**
 * Adds a store of the company with the place from which its tills sell. Answers its id.
 *
 * @throws Refusal `COMPANY_MISSING`, `CODE_TAKEN`, `TIME_ZONE_UNKNOWN`, `CURRENCY_MISMATCH`
 */
export async function addStore(tx: Transaction, store: NewStore): Promise<string> {
  const entity = await companyOf(tx);
  const { code, name, address, phone, timeZone = entity.timeZone } = store;
  checkTimeZone(timeZone);
  const row = {
    legalEntityId: entity.id,
    code,
    name,
    address,
    phone,
    timeZone,
    cashRoundingStep: roundingOf(store.cashRoundingStep, entity.currency),
    storeGroup: store.storeGroup ?? null,
  };
  const taken = codeTaken('store', code);
  const { id: storeId } = await underOwnCode(tx.store.create({ data: row }), taken);
  const floor = { storeId, code: `${code}-${FLOOR.suffix}`, name: FLOOR.name };
  await underOwnCode(tx.stockLocation.create({ data: floor }), taken);
  return storeId;
}

export type StoreChange = Readonly<{
  storeId: string;
  name: string;
  address: string;
  phone: string;
  timeZone: string;
  cashRoundingStep: MoneyOnWire;
  /** As it was when undefined. */
  storeGroup?: string | null | undefined;
}>;

/**
 * Changes a store; what was sold and printed there before stays as it was.
 *
 * @throws Refusal `STORE_NOT_FOUND`, `TIME_ZONE_UNKNOWN`, `CURRENCY_MISMATCH`
 */
export async function changeStore(
  tx: Transaction,
  { storeId, cashRoundingStep, storeGroup, ...change }: StoreChange,
): Promise<void> {
  const { legalEntity } = await findStore(tx, storeId);
  checkTimeZone(change.timeZone);
  const step = roundingOf(cashRoundingStep, legalEntity.currency);
  const group = storeGroup === undefined ? {} : { storeGroup };
  const data = { ...change, ...group, cashRoundingStep: step };
  await tx.store.update({ where: { id: storeId }, data });
}

/** Adds a place where goods of a store are. Answers its id. @throws Refusal `STORE_NOT_FOUND`, `CODE_TAKEN` */
export async function addLocation(
  tx: Transaction,
  location: Readonly<{ storeId: string; code: string; name: string }>,
): Promise<string> {
  await findStore(tx, location.storeId);
  const created = tx.stockLocation.create({ data: location });
  return (await underOwnCode(created, codeTaken('location', location.code))).id;
}

/** Renames a place where goods are. Answers it. @throws Refusal `LOCATION_NOT_FOUND` */
export async function renameLocation(
  tx: Transaction,
  { locationId: id, name }: Readonly<{ locationId: string; name: string }>,
) {
  const { count } = await tx.stockLocation.updateMany({ where: { id }, data: { name } });
  if (count > 0) return tx.stockLocation.findUniqueOrThrow({ where: { id } });
  const detail = 'There is no such location.';
  throw new Refusal({ code: 'LOCATION_NOT_FOUND', param: 'locationId', detail });
}

async function findStore(tx: Transaction, storeId: string) {
  const include = { legalEntity: { select: { currency: true } } };
  const store = await tx.store.findUnique({ where: { id: storeId }, include });
  if (store !== null) return store;
  const detail = 'There is no such store.';
  throw new Refusal({ code: 'STORE_NOT_FOUND', param: 'storeId', detail });
}

/** The legal entity of the company. @throws Refusal `COMPANY_MISSING` */
export async function companyOf(tx: Pick<Transaction, 'legalEntity'>) {
  const entity = await tx.legalEntity.findFirst({ orderBy: { id: 'asc' } });
  if (entity !== null) return entity;
  const detail = 'These books have no company yet: POST /v1/company begins one.';
  throw new Refusal({ code: 'COMPANY_MISSING', detail });
}

/** A step of one unit rounds nothing. */
const NO_ROUNDING = 1n;

/** In the smallest booked unit: no country's smallest coin is larger. */
const COIN_MAX = 1_000n;

function roundingOf(cashRoundingStep: MoneyOnWire | undefined, currency: string): bigint {
  if (cashRoundingStep === undefined) return NO_ROUNDING;
  const step = parseMoney(cashRoundingStep, 'cashRoundingStep');
  const isCoin = step.amount > 0n && step.amount <= COIN_MAX;
  if (step.currency === currency && isCoin) return step.amount;
  const detail = `The smallest coin is an amount above zero in ${currency}, and no banknote.`;
  throw new Refusal({ code: 'CURRENCY_MISMATCH', param: 'cashRoundingStep', detail });
}
