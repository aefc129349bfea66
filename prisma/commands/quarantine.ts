import { z } from 'zod';
import { command, id, nothing } from './command.js';

/** Counts content beyond a sender's part of the quarantine, and keeps the last of it. */
export const noteQuarantineOverflow = command('note_quarantine_overflow', {
  input: z.strictObject({
    senderId: z.string(),
    /** For people to read. */
    senderName: z.string(),
    storeId: id.optional(),
    /** How many contents beyond it were refused since the last note. */
    refused: z.int(),
    /** So many of the last, and so many bytes of them, stay. */
    rowsMax: z.int(),
    bytesMax: z.int(),
  }),
  answer: nothing,
});
