import { z } from 'zod';
import { AMOUNT_REFUSALS, QUANTITY_REFUSALS } from '../errors/money.js';
import { listOf, pageQuery } from '../list.js';
import { code, id, money, orNull, quantity, text } from '../primitives.js';
import { MASTER_READERS, MASTER_WRITERS } from '../roles.js';
import { defineRoute } from '../route.js';
import { searchFilter } from '../shared-fields.js';

const BARCODES_MAX = 20;

const item = z
  .strictObject({
    id,
    sku: z.string(),
    name: z.string(),
    unit: z.string(),
    category: z.string(),
    quantityStep: quantity,
    taxCode: z.string(),
    stocked: z.boolean(),
    active: z.boolean(),
    barcodes: z.array(z.string()),
    unitPrice: orNull(money),
    priceIncludesTax: z.boolean().nullable(),
    priceVersion: z.number().int().nullable(),
  })
  .meta({ id: 'Item' });

export const listItemsRoute = defineRoute({
  method: 'get',
  path: '/v1/items',
  summary: 'Items by SKU, with their newest price',
  tag: 'Goods',
  access: { kind: 'roles', roles: MASTER_READERS, scope: 'masters:read' },
  query: z.strictObject({
    ...pageQuery,
    q: searchFilter('Part of the name, or beginning of the SKU or a barcode.'),
  }),
  responses: { 200: listOf(item) },
  errors: ['CURSOR_INVALID'],
  idempotency: 'read',
});

export const addItemRoute = defineRoute({
  method: 'post',
  path: '/v1/items',
  summary: 'Add an item with its price; tills learn of it by the next price version',
  tag: 'Goods',
  access: { kind: 'roles', roles: MASTER_WRITERS, scope: 'masters:write' },
  body: z.strictObject({
    sku: code,
    name: text(200),
    unit: text(20).default('pcs'),
    category: text(80),
    quantityStep: quantity
      .default('1')
      .meta({ description: '"1": whole pieces; "0.001": weighed to the gram.' }),
    taxCode: code,
    stocked: z.boolean().default(true),
    barcodes: z.array(code).max(BARCODES_MAX).default([]),
    unitPrice: money,
    priceIncludesTax: z.boolean().default(true),
  }),
  example: {
    sku: 'KOPI-001',
    name: 'Kopi bubuk 250 g',
    category: 'coffee',
    taxCode: 'PPN',
    barcodes: ['8990000000013'],
    unitPrice: { amount: '29000', currency: 'IDR' },
  },
  responses: { 201: item },
  errors: [
    'COMPANY_MISSING',
    'SKU_TAKEN',
    'BARCODE_TAKEN',
    'BARCODE_MALFORMED',
    'TAX_CODE_UNKNOWN',
    'QUANTITY_STEP_INVALID',
    'PRICE_NEGATIVE',
    ...AMOUNT_REFUSALS,
    ...QUANTITY_REFUSALS,
  ],
  idempotency: 'key',
});
