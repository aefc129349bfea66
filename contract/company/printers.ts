import { z } from 'zod';
import { code, id } from '../primitives.js';
import { defineRoute } from '../route.js';
import { SEES_MASTERS, SETS_UP, SETS_UP_MONEY } from './access.js';

const PORT_MAX = 65_535;
const NETWORKS_MAX = 100;

/** 80 mm and 58 mm paper; with `text`, of printers that cannot print images. */
export const PRINTER_PROFILES = [
  'escpos-80',
  'escpos-58',
  'escpos-80-text',
  'escpos-58-text',
] as const;

const profile = z.enum(PRINTER_PROFILES).meta({
  description:
    'Width of the paper, 80 or 58 mm. With `text`: of a printer that cannot print images, so that its receipts have no logo.',
});

/** How a printer is reached, as it is given. */
const reached = {
  host: z
    .string()
    .max(253)
    .regex(/^[A-Za-z0-9.:-]+$/)
    .meta({
      description:
        'Address in a network of the company (`GET /v1/printer-networks`), or a name that stands for such an address whenever something is printed.',
    }),
  port: z.number().int().min(1).max(PORT_MAX).default(9100),
  profile: profile.default('escpos-80'),
};

const printer = z
  .strictObject({
    id,
    code: z.string(),
    store: z.string(),
    host: z.string(),
    port: z.number().int(),
    profile,
  })
  .meta({ id: 'Printer' });

export const listPrintersRoute = defineRoute({
  method: 'get',
  path: '/v1/printers',
  summary: 'Printers',
  tag: 'Set-up',
  access: SEES_MASTERS,
  responses: { 200: z.strictObject({ data: z.array(printer) }) },
  errors: [],
  idempotency: 'read',
});

export const addPrinterRoute = defineRoute({
  method: 'post',
  path: '/v1/printers',
  summary: 'Add a printer of a store',
  tag: 'Set-up',
  access: SETS_UP,
  body: z.strictObject({
    code,
    store: code.meta({ description: 'Its code.' }),
    ...reached,
  }),
  example: { code: 'BDG1-01-PRN', store: 'BDG1', host: '192.168.1.50' },
  responses: { 201: printer },
  errors: ['STORE_UNKNOWN', 'CODE_TAKEN', 'PRINTER_HOST_REFUSED'],
  idempotency: 'key',
});

export const changePrinterRoute = defineRoute({
  method: 'put',
  path: '/v1/printers/{printerId}',
  summary: 'Say anew how a printer is reached',
  description: 'What waits to be printed goes to the new address.',
  tag: 'Set-up',
  access: SETS_UP,
  params: z.strictObject({ printerId: id }),
  body: z.strictObject(reached),
  example: { host: '192.168.1.51', port: 9100, profile: 'escpos-80' },
  responses: { 200: printer },
  errors: ['PRINTER_NOT_FOUND', 'PRINTER_HOST_REFUSED'],
  idempotency: 'natural',
});

const networks = z.array(z.string().max(49)).max(NETWORKS_MAX);

export const readPrinterNetworksRoute = defineRoute({
  method: 'get',
  path: '/v1/printer-networks',
  summary: 'Networks in which printers may stand',
  tag: 'Set-up',
  access: SEES_MASTERS,
  responses: {
    200: z.strictObject({
      networks: networks.meta({
        description: 'In the form address/bits. Empty: all private networks (RFC 1918, RFC 4193).',
      }),
    }),
  },
  errors: [],
  idempotency: 'read',
});

export const changePrinterNetworksRoute = defineRoute({
  method: 'put',
  path: '/v1/printer-networks',
  summary: 'Name the networks in which printers may stand',
  description:
    'Printers outside them are connected to no more. Loopback, link-local and metadata addresses are never connected to, whatever the list says; loopback is where the simulated printers of development stand.',
  tag: 'Set-up',
  access: SETS_UP_MONEY,
  body: z.strictObject({
    networks: networks.meta({ description: 'Empty: all private networks.' }),
  }),
  example: { networks: ['192.168.1.0/24'] },
  responses: { 200: z.strictObject({ networks }) },
  errors: ['NETWORK_MALFORMED', 'COMPANY_MISSING'],
  idempotency: 'natural',
});
