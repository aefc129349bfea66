import { z } from 'zod';
import { id, instant, language } from '../primitives.js';

const states = z.string().optional().meta({
  description:
    'The particular of the tax invoice that this block states (PER-11/PJ/2025 art. 52(2)).',
});
const emphasis = z.enum(['normal', 'strong', 'total']);

const block = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('title'), text: z.string(), states }),
    z.strictObject({ kind: z.literal('banner'), text: z.string(), states }),
    z.strictObject({
      kind: z.literal('text'),
      text: z.string(),
      align: z.enum(['left', 'center']),
      emphasis,
      linesMax: z.number().int().optional(),
      states,
    }),
    z.strictObject({
      kind: z.literal('columns'),
      left: z.string(),
      right: z.string(),
      emphasis,
      indent: z.union([z.literal(0), z.literal(2)]),
      states,
    }),
    z.strictObject({ kind: z.literal('rule'), weight: z.enum(['thin', 'double']) }),
    z.strictObject({ kind: z.literal('space') }),
    z.strictObject({
      kind: z.literal('logo'),
      logoId: id.meta({ description: 'Of `GET /v1/logos/{logoId}`.' }),
    }),
    z.strictObject({
      kind: z.literal('qr'),
      payload: z.string(),
      caption: z.string(),
      inWords: z.string(),
    }),
  ])
  .meta({ id: 'ReceiptBlock' });

/** The content of the receipt, block by block; printer, PDF and screen lay it out in their own way. */
export const receiptDocument = z
  .strictObject({
    schema: z.literal('receipt/1'),
    saleId: id,
    receiptNumber: z.string(),
    language,
    capturedAt: instant,
    copyNumber: z.number().int().meta({ description: '0 is the original.' }),
    blocks: z.array(block),
  })
  .meta({ id: 'ReceiptDocument' });
