import { z } from 'zod';
import { QUANTITY_REFUSALS } from '../errors/money.js';
import { code, id, instant, money, orNull, quantity, text } from '../primitives.js';
import { MASTER_READERS, MASTER_WRITERS } from '../roles.js';

export const READS_GOODS = {
  kind: 'roles',
  roles: MASTER_READERS,
  scope: 'masters:read',
} as const;
export const WRITES_GOODS = {
  kind: 'roles',
  roles: MASTER_WRITERS,
  scope: 'masters:write',
} as const;

const STEP = { description: '"1": whole pieces; "0.001": weighed to the gram.' };
const UNIT = { description: 'What is counted, such as pcs or kg.' };
const NAME = { description: 'As on receipts and labels.' };
const NAME_EN = { description: 'On receipts in English; `name` stands in when it is left out.' };
const PACK = { description: 'What is ordered and delivered, in words: a carton of 24.' };
const CLASS = { description: 'A class for reports, such as A, B or C.' };
const BRAND = { description: 'Under which brand it is sold.' };
const WEIGHED = { description: 'Put on a scale; its step is then a part of one.' };
const MINIMUM = { description: 'Below this stock it is to be ordered again.' };
const SUPPLIER = { description: 'From whom it is ordered, in words.' };
const TAX_CODE = { description: 'A code of the tax table.' };
const STOCKED = { description: 'Whether its stock is counted; false for services.' };
const CATEGORY = { description: 'Groups items in reports.' };

/** What a person says of an item, when it is added and when it is changed. */
export const itemFields = {
  name: text(200).meta(NAME),
  nameEn: text(200).optional().meta(NAME_EN),
  unit: text(20).default('pcs').meta(UNIT),
  pack: text(80).optional().meta(PACK),
  category: text(80).meta(CATEGORY),
  class: text(40).optional().meta(CLASS),
  brand: text(80).optional().meta(BRAND),
  supplier: text(120).optional().meta(SUPPLIER),
  weighed: z.boolean().default(false).meta(WEIGHED),
  minimumLevel: quantity.default('0').meta(MINIMUM),
  quantityStep: quantity.default('1').meta(STEP),
  taxCode: code.meta(TAX_CODE),
  stocked: z.boolean().default(true).meta(STOCKED),
};

/** With which the fields of an item are refused. */
export const ITEM_FIELD_REFUSALS = [
  'TAX_CODE_UNKNOWN',
  'TAX_NOT_CHARGED',
  'QUANTITY_STEP_INVALID',
  'MINIMUM_LEVEL_NEGATIVE',
  ...QUANTITY_REFUSALS,
] as const;

export const item = z
  .strictObject({
    id,
    sku: z.string().meta({ description: 'Stock keeping unit; never changes.' }),
    name: z.string().meta(NAME),
    nameEn: z.string().nullable().meta(NAME_EN),
    unit: z.string().meta(UNIT),
    pack: z.string().nullable().meta(PACK),
    category: z.string().meta(CATEGORY),
    class: z.string().nullable().meta(CLASS),
    brand: z.string().nullable().meta(BRAND),
    supplier: z.string().nullable().meta(SUPPLIER),
    weighed: z.boolean().meta(WEIGHED),
    minimumLevel: quantity.meta(MINIMUM),
    quantityStep: quantity.meta(STEP),
    taxCode: z.string().meta(TAX_CODE),
    stocked: z.boolean().meta(STOCKED),
    active: z.boolean().meta({ description: 'False once it is withdrawn.' }),
    withdrawnAt: instant.nullable().meta({ description: 'Since when it is no longer sold.' }),
    replacedBy: z.string().nullable().meta({ description: 'SKU of the item sold instead.' }),
    barcodes: z.array(z.string()).meta({ description: 'All that scanners know it by.' }),
    unitPrice: orNull(money).meta({ description: 'Of today; null when it has none yet.' }),
    priceIncludesTax: z.boolean().nullable().meta({ description: 'Whether tax is part of it.' }),
    priceVersion: z.number().int().nullable().meta({ description: 'Which brought the price.' }),
  })
  .meta({ id: 'Item' });

export const itemParams = z.strictObject({ itemId: id });
