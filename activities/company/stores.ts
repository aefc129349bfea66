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
    cashRoundingStep: roundingOf(store, entity.currency),
  };
  const taken = codeTaken('store', code);
  const { id: storeId } = await underOwnCode(tx.store.create({ data: row }), taken);
  const floor = { storeId, code: `${code}-${FLOOR.suffix}`, name: FLOOR.name };
  await underOwnCode(tx.stockLocation.create({ data: floor }), taken);
  return storeId;
}

/** The legal entity of the company. @throws Refusal `COMPANY_MISSING` */
export async function companyOf(tx: Transaction) {
  const entity = await tx.legalEntity.findFirst({ orderBy: { id: 'asc' } });
  if (entity !== null) return entity;
  const detail = 'These books have no company yet: POST /v1/company begins one.';
  throw new Refusal({ code: 'COMPANY_MISSING', detail });
}

/** A step of one unit rounds nothing. */
const NO_ROUNDING = 1n;

function roundingOf({ cashRoundingStep }: NewStore, currency: string): bigint {
  if (cashRoundingStep === undefined) return NO_ROUNDING;
  const step = parseMoney(cashRoundingStep, 'cashRoundingStep');
  if (step.currency === currency && step.amount > 0n) return step.amount;
  const detail = `The smallest coin is an amount above zero in ${currency}.`;
  throw new Refusal({ code: 'CURRENCY_MISMATCH', param: 'cashRoundingStep', detail });
}
