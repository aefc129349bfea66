import { z } from 'zod';
import { SALES_CHANNELS } from '../../domain/pricing/price-list.js';
import { code, id, orNull, text } from '../primitives.js';
import { defineRoute } from '../route.js';
import { SEES_MASTERS, SETS_UP } from './access.js';

const CHANNEL = { description: 'How its customers buy; price lists may be made for it.' };

const SANDBOX = {
  description:
    'For trying out: its sales are answered as those of any till, and nothing of them is booked or printed. It stays so.',
};

const terminal = z
  .strictObject({
    id,
    code: z.string(),
    name: z.string(),
    store: z.string(),
    location: z.string(),
    printer: z.string().nullable(),
    channel: z.enum(SALES_CHANNELS).meta(CHANNEL),
    sandbox: z.boolean().meta(SANDBOX),
    active: z.boolean(),
    enrolled: z.boolean().meta({ description: 'Whether a key of it is valid.' }),
  })
  .meta({ id: 'Terminal' });

export const listTerminalsRoute = defineRoute({
  method: 'get',
  path: '/v1/terminals',
  summary: 'Tills, and whether they are enrolled',
  tag: 'Set-up',
  access: SEES_MASTERS,
  responses: { 200: z.strictObject({ data: z.array(terminal) }) },
  errors: [],
  idempotency: 'read',
});

export const addTerminalRoute = defineRoute({
  method: 'post',
  path: '/v1/terminals',
  summary: 'Add a till to a store',
  tag: 'Set-up',
  access: SETS_UP,
  body: z.strictObject({
    code,
    name: text(120),
    store: code.meta({ description: 'Its code.' }),
    printer: orNull(code).optional().meta({ description: 'Code of the printer it prints on.' }),
    channel: z.enum(SALES_CHANNELS).default('counter').meta(CHANNEL),
    sandbox: z.boolean().default(false).meta(SANDBOX),
  }),
  example: { code: 'BDG1-01', name: 'Kasir 1', store: 'BDG1', printer: 'BDG1-01-PRN' },
  responses: { 201: terminal },
  errors: ['STORE_UNKNOWN', 'PRINTER_UNKNOWN', 'CODE_TAKEN'],
  idempotency: 'key',
});

export const changeTerminalRoute = defineRoute({
  method: 'put',
  path: '/v1/terminals/{terminalId}',
  summary: 'Change a till, or switch it off or on',
  description:
    'A till is switched off when its shift is closed and everything that it sold has arrived. Its keys and codes end with that. When sales turn up on it later, it is switched on again, enrols by a new code and hands them in: nothing that was sold is lost.',
  tag: 'Set-up',
  access: SETS_UP,
  params: z.strictObject({ terminalId: id }),
  body: z.strictObject({
    name: text(120),
    location: code.meta({ description: 'Code of the place in its store from which it sells.' }),
    printer: orNull(code).meta({ description: 'Code of the printer it prints on.' }),
    channel: z
      .enum(SALES_CHANNELS)
      .optional()
      .meta({ description: `${CHANNEL.description} As it was when left out.` }),
    active: z.boolean().meta({ description: 'False: it is switched off.' }),
    lastDeviceSequence: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional().meta({
      description:
        'For switching off: the number of its last sale, as the till shows it. Left out when the till is lost.',
    }),
  }),
  example: {
    name: 'Kasir 1',
    location: 'BDG1-FLOOR',
    printer: 'BDG1-01-PRN',
    active: false,
    lastDeviceSequence: 1042,
  },
  responses: { 200: terminal },
  errors: [
    'TERMINAL_NOT_FOUND',
    'LOCATION_UNKNOWN',
    'PRINTER_UNKNOWN',
    'SHIFT_OPEN',
    'SALES_NOT_ARRIVED',
  ],
  idempotency: 'natural',
});
