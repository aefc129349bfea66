import { z } from 'zod';

export const PROBLEM_MEDIA_TYPE = 'application/problem+json';

export const fault = z.strictObject({
  code: z.string(),
  param: z.string().meta({ description: 'The place, such as `lines[2].quantity`.' }),
  detail: z.string(),
});

/** A sentence in each language of a shop. */
export const words = z.strictObject({ id: z.string(), en: z.string() }).meta({ id: 'Words' });

export type Words = z.infer<typeof words>;

/** Every answer that is no success (RFC 9457). */
export const problem = z
  .strictObject({
    type: z.string().meta({ example: 'urn:lunas:problem:sale-conflict' }),
    title: z.string(),
    status: z.number().int(),
    code: z.string().meta({ example: 'SALE_CONFLICT' }),
    detail: z.string(),
    param: z.string().optional(),
    requestId: z.string(),
    errors: z.array(fault).optional(),
    words: words.optional().meta({
      description:
        'What to tell the customer at the till, where the answer is one to be told: why credit was refused.',
    }),
  })
  .meta({ id: 'Problem', description: 'RFC 9457. `code` is stable; texts are for people.' });

export type Problem = z.infer<typeof problem>;
