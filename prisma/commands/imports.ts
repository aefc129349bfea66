import { z } from 'zod';
import { IMPORT_USES } from '../../domain/imports/in-use.js';
import { command, id, list } from './command.js';

/** Takes back all that an import has written, while nothing depends on it. */
export const undoImport = command('undo_import', {
  input: z.strictObject({
    importId: id,
    /** How many of the rows in the way are named. */
    shown: z.number().int().positive(),
  }),
  answer: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('undone'), rows: z.number().int() }),
    /** Money or goods that were brought in more than 24 hours ago. */
    z.strictObject({ kind: z.literal('second-person') }),
    z.strictObject({
      kind: z.literal('in-use'),
      rows: z.number().int(),
      first: list(
        z.strictObject({
          line: z.number().int(),
          key: z.string().nullable(),
          reason: z.enum(IMPORT_USES),
        }),
      ),
    }),
  ]),
});
