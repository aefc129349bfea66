import { z } from 'zod';
import { code, id, money, orNull, text } from '../primitives.js';
import { defineRoute } from '../route.js';
import { storeMode } from '../shadow/switches.js';
import { SEES_MASTERS, SETS_UP } from './access.js';

/** Stores of a group may have price lists of their own. */
const GROUP = { description: 'Group of stores that price lists name; null: it is in none.' };

const location = z
  .strictObject({ id, code: z.string(), name: z.string() })
  .meta({ id: 'StockLocation' });

const store = z
  .strictObject({
    id,
    code: z.string(),
    name: z.string(),
    address: z.string(),
    phone: z.string(),
    timeZone: z.string(),
    cashRoundingStep: money,
    storeGroup: z.string().nullable().meta(GROUP),
    mode: storeMode,
    locations: z.array(location),
  })
  .meta({ id: 'Store' });

export const listStoresRoute = defineRoute({
  method: 'get',
  path: '/v1/stores',
  summary: 'Stores with the places where their goods are',
  tag: 'Set-up',
  access: SEES_MASTERS,
  responses: { 200: z.strictObject({ data: z.array(store) }) },
  errors: [],
  idempotency: 'read',
});

export const addStoreRoute = defineRoute({
  method: 'post',
  path: '/v1/stores',
  summary: 'Add a store, with a place from which its tills sell',
  tag: 'Set-up',
  access: SETS_UP,
  body: z.strictObject({
    code,
    name: text(120),
    address: text(),
    phone: text(40),
    timeZone: text(64).optional().meta({ description: 'That of the company when left out.' }),
    cashRoundingStep: money
      .optional()
      .meta({ description: 'The smallest coin; no rounding when left out.' }),
    storeGroup: orNull(code).optional().meta(GROUP),
  }),
  example: {
    code: 'BDG1',
    name: 'Toko Contoh Dago',
    address: 'Jl. Contoh 2, Bandung',
    phone: '022-000111',
    cashRoundingStep: { amount: '100', currency: 'IDR' },
  },
  responses: { 201: store },
  errors: ['COMPANY_MISSING', 'CODE_TAKEN', 'TIME_ZONE_UNKNOWN', 'CURRENCY_MISMATCH'],
  idempotency: 'key',
});

export const changeStoreRoute = defineRoute({
  method: 'put',
  path: '/v1/stores/{storeId}',
  summary: 'Change a store',
  description:
    'Receipts carry the new name and address from the next sale on; receipts of before stay as they are.',
  tag: 'Set-up',
  access: SETS_UP,
  params: z.strictObject({ storeId: id }),
  body: z.strictObject({
    name: text(120),
    address: text(),
    phone: text(40),
    timeZone: text(64).meta({ description: 'IANA name.' }),
    cashRoundingStep: money.meta({ description: 'The smallest coin; 1 rounds nothing.' }),
    storeGroup: orNull(code)
      .optional()
      .meta({ description: `${GROUP.description} Null: none; as it was when left out.` }),
  }),
  example: {
    name: 'Toko Contoh Dago',
    address: 'Jl. Contoh 3, Bandung',
    phone: '022-000111',
    timeZone: 'Asia/Jakarta',
    cashRoundingStep: { amount: '100', currency: 'IDR' },
  },
  responses: { 200: store },
  errors: ['STORE_NOT_FOUND', 'TIME_ZONE_UNKNOWN', 'CURRENCY_MISMATCH'],
  idempotency: 'natural',
});

export const addLocationRoute = defineRoute({
  method: 'post',
  path: '/v1/stores/{storeId}/locations',
  summary: 'Add a place where goods of a store are',
  tag: 'Set-up',
  access: SETS_UP,
  params: z.strictObject({ storeId: id }),
  body: z.strictObject({ code, name: text(120) }),
  example: { code: 'BDG1-BACK', name: 'Gudang belakang' },
  responses: { 201: location },
  errors: ['STORE_NOT_FOUND', 'CODE_TAKEN'],
  idempotency: 'key',
});

export const changeLocationRoute = defineRoute({
  method: 'put',
  path: '/v1/locations/{locationId}',
  summary: 'Rename a place where goods are',
  tag: 'Set-up',
  access: SETS_UP,
  params: z.strictObject({ locationId: id }),
  body: z.strictObject({ name: text(120) }),
  example: { name: 'Gudang atas' },
  responses: { 200: location },
  errors: ['LOCATION_NOT_FOUND'],
  idempotency: 'natural',
});
