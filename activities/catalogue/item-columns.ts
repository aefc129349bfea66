import { MILLI_PER_UNIT, parseQuantity } from '../../domain/quantity/quantity.js';
import { Refusal } from '../../domain/refusal.js';
import type { Transaction } from '../../prisma/database.js';
import { companyOf } from '../company/stores.js';

/** What a person says of an item. What is left out is empty. */
export type ItemFields = Readonly<{
  name: string;
  nameEn?: string | undefined;
  unit: string;
  pack?: string | undefined;
  category: string;
  class?: string | undefined;
  brand?: string | undefined;
  supplier?: string | undefined;
  weighed?: boolean | undefined;
  minimumLevel?: string | undefined;
  quantityStep: string;
  taxCode: string;
  stocked: boolean;
}>;

export type ItemColumns = ReturnType<typeof itemColumns>;

/**
 * The columns of an item as they are kept.
 *
 * @throws Refusal `TAX_CODE_UNKNOWN`, `TAX_NOT_CHARGED`, `QUANTITY_STEP_INVALID`, `MINIMUM_LEVEL_NEGATIVE`, and those of `parseQuantity`
 */
export function itemColumns(fields: ItemFields, taxCodes: TaxCodes) {
  const { name, unit, category, taxCode, stocked, weighed = false } = fields;
  const quantityStepMilli = stepOf(fields);
  const minimumLevelMilli = minimumOf(fields);
  checkTaxCode(taxCode, taxCodes);
  return {
    name,
    unit,
    category,
    taxCode,
    stocked,
    weighed,
    quantityStepMilli,
    minimumLevelMilli,
    nameEn: fields.nameEn ?? null,
    pack: fields.pack ?? null,
    class: fields.class ?? null,
    brand: fields.brand ?? null,
    supplier: fields.supplier ?? null,
  };
}

/** The codes of the tax table; `forbidden` are those with a tax that the company, not registered for it, does not charge. */
export type TaxCodes = Readonly<{ known: ReadonlySet<string>; forbidden: ReadonlySet<string> }>;

/** What the tax table and the registration of the company allow. @throws Refusal `COMPANY_MISSING` */
export async function taxCodesOf(tx: Transaction): Promise<TaxCodes> {
  const { vatRegistered } = await companyOf(tx);
  const rules = await tx.taxRule.findMany({
    distinct: ['code', 'rateNumerator'],
    select: { code: true, rateNumerator: true },
  });
  const charged = rules.filter(({ rateNumerator }) => !vatRegistered && rateNumerator > 0);
  return {
    known: new Set(rules.map(({ code }) => code)),
    forbidden: new Set(charged.map(({ code }) => code)),
  };
}

/** Whole pieces, or a part of one that divides it evenly; what is weighed is sold in parts. */
function stepOf({ quantityStep, weighed = false }: ItemFields): bigint {
  const step = parseQuantity(quantityStep, 'quantityStep');
  const isEven = step > 0n && (step % MILLI_PER_UNIT === 0n || MILLI_PER_UNIT % step === 0n);
  if (isEven && !(weighed && step >= MILLI_PER_UNIT)) return step;
  const detail = isEven
    ? 'What is weighed is sold in parts of one: "0.001" is to the gram.'
    : 'The step is "1" for whole pieces, or a part of one such as "0.5" or "0.001".';
  throw new Refusal({ code: 'QUANTITY_STEP_INVALID', param: 'quantityStep', detail });
}

function minimumOf({ minimumLevel = '0' }: ItemFields): bigint {
  const level = parseQuantity(minimumLevel, 'minimumLevel');
  if (level >= 0n) return level;
  const detail = 'A minimum is not below zero.';
  throw new Refusal({ code: 'MINIMUM_LEVEL_NEGATIVE', param: 'minimumLevel', detail });
}

/** @throws Refusal `TAX_CODE_UNKNOWN`, `TAX_NOT_CHARGED` */
export function checkTaxCode(code: string, { known, forbidden }: TaxCodes): void {
  if (!known.has(code)) {
    const detail = `The tax table has ${[...known].join(', ')}.`;
    throw new Refusal({ code: 'TAX_CODE_UNKNOWN', param: 'taxCode', detail });
  }
  if (!forbidden.has(code)) return;
  const free = [...known].filter((one) => !forbidden.has(one)).join(', ');
  const detail = `The company is not registered for VAT and charges none: take ${free}.`;
  throw new Refusal({ code: 'TAX_NOT_CHARGED', param: 'taxCode', detail });
}
