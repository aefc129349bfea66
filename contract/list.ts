import { z } from 'zod';
import { LIST_LIMIT_DEFAULT, LIST_LIMIT_MAX } from './list-limits.js';

/** The query of every list; extend it with the filters of the route: `z.strictObject({ ...pageQuery, stage })`. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(LIST_LIMIT_MAX).default(LIST_LIMIT_DEFAULT),
  cursor: z
    .string()
    .max(512)
    .regex(/^[\w-]+$/)
    .optional()
    .meta({ description: 'The `nextCursor` of the page before. Opaque.' }),
};

export function listOf<Item extends z.ZodType>(item: Item) {
  return z.strictObject({
    data: z.array(item),
    nextCursor: z.string().nullable().meta({ description: 'Null on the last page.' }),
  });
}
