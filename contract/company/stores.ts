import { z } from 'zod';
import { code, id, money, orNull, text } from '../primitives.js';
import { MASTER_READERS, MASTER_WRITERS } from '../roles.js';
import { defineRoute } from '../route.js';

const WRITE = { kind: 'roles', roles: MASTER_WRITERS, scope: 'masters:write' } as const;
const READ = { kind: 'roles', roles: MASTER_READERS, scope: 'masters:read' } as const;
const PORT_MAX = 65_535;

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
    locations: z.array(location),
  })
  .meta({ id: 'Store' });

export const listStoresRoute = defineRoute({
  method: 'get',
  path: '/v1/stores',
  summary: 'Stores with the places where their goods are',
  tag: 'Set-up',
  access: READ,
  responses: { 200: z.strictObject({ data: z.array(store) }) },
  errors: [],
  idempotency: 'read',
});

export const addStoreRoute = defineRoute({
  method: 'post',
  path: '/v1/stores',
  summary: 'Add a store, with a place from which its tills sell',
  tag: 'Set-up',
  access: WRITE,
  body: z.strictObject({
    code,
    name: text(120),
    address: text(),
    phone: text(40),
    timeZone: text(64).optional().meta({ description: 'That of the company when left out.' }),
    cashRoundingStep: money
      .optional()
      .meta({ description: 'The smallest coin; no rounding when left out.' }),
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

const printer = z
  .strictObject({
    id,
    code: z.string(),
    store: z.string(),
    host: z.string(),
    port: z.number().int(),
    profile: z.enum(['escpos-80', 'escpos-58']),
  })
  .meta({ id: 'Printer' });

export const listPrintersRoute = defineRoute({
  method: 'get',
  path: '/v1/printers',
  summary: 'Printers',
  tag: 'Set-up',
  access: READ,
  responses: { 200: z.strictObject({ data: z.array(printer) }) },
  errors: [],
  idempotency: 'read',
});

export const addPrinterRoute = defineRoute({
  method: 'post',
  path: '/v1/printers',
  summary: 'Add a printer of a store',
  tag: 'Set-up',
  access: WRITE,
  body: z.strictObject({
    code,
    store: code.meta({ description: 'Its code.' }),
    host: z
      .string()
      .max(253)
      .regex(/^[A-Za-z0-9.:-]+$/)
      .meta({ description: 'Address in the network of the store.' }),
    port: z.number().int().min(1).max(PORT_MAX).default(9100),
    profile: z.enum(['escpos-80', 'escpos-58']).default('escpos-80'),
  }),
  example: { code: 'BDG1-01-PRN', store: 'BDG1', host: '192.168.1.50' },
  responses: { 201: printer },
  errors: ['STORE_UNKNOWN', 'CODE_TAKEN'],
  idempotency: 'key',
});

const terminal = z
  .strictObject({
    id,
    code: z.string(),
    name: z.string(),
    store: z.string(),
    location: z.string(),
    printer: z.string().nullable(),
    active: z.boolean(),
    enrolled: z.boolean().meta({ description: 'Whether a key of it is valid.' }),
  })
  .meta({ id: 'Terminal' });

export const listTerminalsRoute = defineRoute({
  method: 'get',
  path: '/v1/terminals',
  summary: 'Tills, and whether they are enrolled',
  tag: 'Set-up',
  access: READ,
  responses: { 200: z.strictObject({ data: z.array(terminal) }) },
  errors: [],
  idempotency: 'read',
});

export const addTerminalRoute = defineRoute({
  method: 'post',
  path: '/v1/terminals',
  summary: 'Add a till to a store',
  tag: 'Set-up',
  access: WRITE,
  body: z.strictObject({
    code,
    name: text(120),
    store: code.meta({ description: 'Its code.' }),
    printer: orNull(code).optional().meta({ description: 'Code of the printer it prints on.' }),
  }),
  example: { code: 'BDG1-01', name: 'Kasir 1', store: 'BDG1', printer: 'BDG1-01-PRN' },
  responses: { 201: terminal },
  errors: ['STORE_UNKNOWN', 'PRINTER_UNKNOWN', 'CODE_TAKEN'],
  idempotency: 'key',
});
