import { z } from 'zod';
import { AMOUNT_REFUSALS } from '../errors/money.js';
import { listOf, pageQuery } from '../list.js';
import { code, money } from '../primitives.js';
import { defineRoute } from '../route.js';
import { searchFilter } from '../shared-fields.js';
import {
  item,
  ITEM_FIELD_REFUSALS,
  itemFields,
  itemParams,
  READS_GOODS,
  WRITES_GOODS,
} from './item-fields.js';

const BARCODES_MAX = 20;

export const listItemsRoute = defineRoute({
  method: 'get',
  path: '/v1/items',
  summary: 'Items by SKU, with their price of today',
  tag: 'Goods',
  access: READS_GOODS,
  query: z.strictObject({
    ...pageQuery,
    q: searchFilter('Part of a name or the brand, or beginning of the SKU or a barcode.'),
    state: z
      .enum(['sold', 'withdrawn'])
      .optional()
      .meta({ description: 'Only those that are sold, or only those that are withdrawn.' }),
  }),
  responses: { 200: listOf(item) },
  errors: ['CURSOR_INVALID'],
  idempotency: 'read',
});

export const readItemRoute = defineRoute({
  method: 'get',
  path: '/v1/items/{itemId}',
  summary: 'One item',
  tag: 'Goods',
  access: READS_GOODS,
  params: itemParams,
  responses: { 200: item },
  errors: ['ITEM_NOT_FOUND'],
  idempotency: 'read',
});

export const addItemRoute = defineRoute({
  method: 'post',
  path: '/v1/items',
  summary: 'Add an item with its price; tills learn of it by the catalogue',
  tag: 'Goods',
  access: WRITES_GOODS,
  body: z.strictObject({
    sku: code.meta({ description: 'Stock keeping unit; never changes.' }),
    ...itemFields,
    barcodes: z
      .array(code)
      .max(BARCODES_MAX)
      .default([])
      .meta({ description: 'All that scanners know it by.' }),
    unitPrice: money.meta({ description: 'For one unit, from today.' }),
    priceIncludesTax: z
      .boolean()
      .default(true)
      .meta({ description: 'Whether tax is part of the price.' }),
  }),
  example: {
    sku: 'KOPI-001',
    name: 'Kopi bubuk 250 g',
    nameEn: 'Ground coffee 250 g',
    pack: 'karton isi 24',
    category: 'coffee',
    brand: 'Contoh',
    minimumLevel: '12',
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
    'PRICE_NEGATIVE',
    ...ITEM_FIELD_REFUSALS,
    ...AMOUNT_REFUSALS,
  ],
  idempotency: 'key',
});
