import { z } from 'zod';
import { code } from '../primitives.js';
import { defineRoute } from '../route.js';
import { item, ITEM_FIELD_REFUSALS, itemFields, itemParams, WRITES_GOODS } from './item-fields.js';

export const changeItemRoute = defineRoute({
  method: 'put',
  path: '/v1/items/{itemId}',
  summary: 'Change what is said of an item',
  description:
    'All fields at once: one that is left out becomes empty or its default. Barcodes, prices and withdrawal have calls of their own. Unit and `stocked` stay once goods have moved.',
  tag: 'Goods',
  access: WRITES_GOODS,
  params: itemParams,
  body: z.strictObject(itemFields),
  example: {
    name: 'Kopi bubuk 250 g',
    nameEn: 'Ground coffee 250 g',
    category: 'coffee',
    brand: 'Contoh',
    taxCode: 'PPN',
  },
  responses: { 200: item },
  errors: ['ITEM_NOT_FOUND', 'ITEM_HAS_MOVED', ...ITEM_FIELD_REFUSALS],
  idempotency: 'natural',
});

export const addBarcodeRoute = defineRoute({
  method: 'post',
  path: '/v1/items/{itemId}/barcodes',
  summary: 'Give an item one more barcode',
  tag: 'Goods',
  access: WRITES_GOODS,
  params: itemParams,
  body: z.strictObject({
    barcode: code.meta({ description: 'Digits of a GTIN, or a code of your own.' }),
  }),
  example: { barcode: '8990000000020' },
  responses: { 201: item },
  errors: ['ITEM_NOT_FOUND', 'BARCODE_TAKEN', 'BARCODE_MALFORMED'],
  idempotency: 'key',
});

export const removeBarcodeRoute = defineRoute({
  method: 'delete',
  path: '/v1/items/{itemId}/barcodes/{barcode}',
  summary: 'Take a barcode from an item',
  description:
    'It is free for another item at once. A sale that a till made by it before it knew is still booked as this item, until another item has the barcode.',
  tag: 'Goods',
  access: WRITES_GOODS,
  params: z.strictObject({
    ...itemParams.shape,
    barcode: code.meta({ description: 'One of the item.' }),
  }),
  responses: { 200: item },
  errors: ['ITEM_NOT_FOUND', 'BARCODE_UNKNOWN'],
  idempotency: 'natural',
});

export const withdrawItemRoute = defineRoute({
  method: 'post',
  path: '/v1/items/{itemId}/withdrawal',
  summary: 'Sell an item no longer, or sell another one instead',
  description:
    'From then on an online sale of it is refused with `ITEM_WITHDRAWN`. A sale that has happened is booked. Repeated, it names another replacement.',
  tag: 'Goods',
  access: WRITES_GOODS,
  params: itemParams,
  body: z.strictObject({
    replacedBy: code.optional().meta({ description: 'SKU of the item that is sold instead.' }),
  }),
  example: { replacedBy: 'KOPI-002' },
  responses: { 200: item },
  errors: ['ITEM_NOT_FOUND', 'ITEM_UNKNOWN', 'REPLACEMENT_IN_CIRCLE', 'REPLACEMENT_WITHDRAWN'],
  idempotency: 'key',
});

export const bringItemBackRoute = defineRoute({
  method: 'delete',
  path: '/v1/items/{itemId}/withdrawal',
  summary: 'Sell a withdrawn item again',
  tag: 'Goods',
  access: WRITES_GOODS,
  params: itemParams,
  responses: { 200: item },
  errors: ['ITEM_NOT_FOUND', 'TAX_NOT_CHARGED'],
  idempotency: 'natural',
});
