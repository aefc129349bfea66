import { z } from 'zod';
import { CAPTURE_MODES } from '../../domain/pricing/sale-request.js';
import { code, date, id, instant, language, money, quantity, tillText } from '../primitives.js';

/** Also the largest integer that a `double` holds exactly. */
const SEQUENCE_MAX = Number.MAX_SAFE_INTEGER;
/** The highest price list version that the books can hold (`integer`). */
const VERSION_MAX = 2_147_483_647;
/** domain/pricing refuses more than 500 lines with its own code; this only limits what is read. */
const LINES_READ_MAX = 2_000;
const TENDERS_READ_MAX = 100;

/** One of the line and one of the basket; more are read, so that they can be refused or told to a person. */
const PROMOTIONS_OF_LINE_MAX = 10;
const COUPONS_MAX = 20;

const saidPromotion = z
  .strictObject({
    code: code.meta({ description: 'Code of the promotion.' }),
    amount: money.meta({ description: 'What it took off the line; above zero.' }),
  })
  .meta({ id: 'SaidPromotion' });

const line = z
  .strictObject({
    sku: code.optional(),
    barcode: code.optional().meta({ description: 'Beside a sku: of the same item.' }),
    quantity,
    unitPrice: money
      .optional()
      .meta({ description: 'What was charged; the list price if absent.' }),
    discount: money.optional().meta({
      description: 'Of the till itself: taken off the whole line, beside what promotions give.',
    }),
    promotions: z.array(saidPromotion).max(PROMOTIONS_OF_LINE_MAX).optional().meta({
      description:
        'What promotions gave on the line, as the till sold it. Left out on all lines, the promotions in force count.',
    }),
    name: tillText(200).optional().meta({
      description: 'What the till called it; counts where nobody knows the item.',
    }),
    taxCode: code.optional().meta({ description: 'As the till taxed it; likewise.' }),
    priceIncludesTax: z
      .boolean()
      .optional()
      .meta({ description: 'As the till sold it; likewise.' }),
  })
  .refine(({ sku, barcode }) => sku !== undefined || barcode !== undefined, {
    path: ['sku'],
    params: { code: 'FIELD_REQUIRED', detail: 'A line names its item by sku or barcode.' },
  })
  .meta({ id: 'SaleBodyLine' });

const tender = z
  .strictObject({
    type: z.enum(['cash', 'card', 'qris', 'voucher', 'storeCredit', 'onAccount']),
    amount: money.meta({ description: 'What this tender pays of the sale.' }),
    tendered: money.optional().meta({ description: 'Cash handed over, change included.' }),
    reference: tillText(64).optional().meta({
      description:
        'Of the card terminal, the wallet, the voucher; never a card number, which is refused online and masked in what has happened.',
    }),
  })
  .meta({ id: 'SaleBodyTender' });

/** A whole sale as a till sends it. */
export const saleBody = z
  .strictObject({
    terminal: z.union([id, code]).meta({ description: 'Code or id of the terminal.' }),
    deviceSequence: z.number().int().min(1).max(SEQUENCE_MAX),
    businessDate: date,
    capturedAt: instant,
    mode: z.enum(CAPTURE_MODES).meta({
      description:
        '`online` may be refused. `completed` has happened: what does not fit becomes an exception for a person.',
    }),
    customer: z.union([id, code]).optional().meta({ description: 'Id or number of the customer.' }),
    coupons: z.array(code).max(COUPONS_MAX).optional().meta({
      description: 'Codes that the customer handed in.',
    }),
    lines: z.array(line).max(LINES_READ_MAX),
    tenders: z.array(tender).max(TENDERS_READ_MAX),
    priceVersion: z.number().int().min(0).max(VERSION_MAX).optional(),
    delivery: z
      .strictObject({
        kind: z.enum(['carried', 'later']),
        expiresAt: instant.optional().meta({ description: 'How long the goods are kept.' }),
      })
      .optional(),
    language: language.optional(),
    receipt: z
      .strictObject({
        printedAt: instant,
        number: code.optional().meta({ description: 'Of the slip, as another system numbers it.' }),
        till: tillText(80).optional().meta({ description: 'As another system calls the till.' }),
      })
      .optional()
      .meta({ description: 'The till has printed a slip of its own.' }),
    cashier: tillText(80).optional(),
  })
  .meta({ id: 'SaleBody' });

export type SaleBody = z.infer<typeof saleBody>;

/** A sale of two articles of the sample company, paid in cash with rounding and change. */
export const SALE_EXAMPLE: SaleBody = {
  terminal: 'JKT1-01',
  deviceSequence: 1,
  businessDate: '2026-11-22',
  capturedAt: '2026-11-22T10:15:30+07:00',
  mode: 'online',
  lines: [
    { sku: 'KOPI-001', quantity: '2' },
    { barcode: '2000000003184', quantity: '0.75' },
  ],
  tenders: [
    {
      type: 'cash',
      amount: { amount: '111200', currency: 'IDR' },
      tendered: { amount: '150000', currency: 'IDR' },
    },
  ],
};
