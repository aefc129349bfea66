import { z } from 'zod';
import { amount, id, keptFacts, list } from './command.js';

/** A suggestion as the books keep it and the API shows it. */
const suggestion = z.strictObject({
  kind: z.enum(['match', 'possible-duplicate']),
  items: list(
    z.strictObject({
      openItemId: id,
      invoiceId: id,
      invoiceNumber: z.string(),
      instalment: z.int(),
      amount,
      open: amount,
    }),
  ),
  reasons: z.strictObject({
    customerId: z.string(),
    evidence: list(keptFacts),
    doubts: list(z.string()),
    /** The weight of everything that speaks for or against it, and the reading that it is compared with. */
    weighing: keptFacts,
  }),
  equation: z.string(),
});

/** The matcher's finding for one payment. */
export const finding = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('book'),
    items: list(z.strictObject({ openItemId: id, amount })),
    evidence: keptFacts,
  }),
  z.strictObject({
    kind: z.enum(['suggest', 'hold', 'none']),
    customerId: id.optional(),
    reasons: keptFacts,
    suggestions: list(suggestion),
    /** What matching thought of: a change of theirs is a reason to match the payment again. */
    candidates: z.strictObject({ customers: list(id), numbers: list(z.string()) }),
  }),
]);
