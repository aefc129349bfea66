import { z } from 'zod';
import { command, id, instant, sha256 } from './command.js';

/** Begins the session of a person who has proved who it is; null when the person was disabled meanwhile. */
export const beginSession = command('begin_session', {
  input: z.strictObject({
    userId: id,
    tokenHash: sha256,
    csrfToken: z.string(),
    address: z.string(),
    userAgent: z.string().nullable(),
    /** In machine time, as all of a session. */
    at: instant,
    expiresAt: instant,
  }),
  answer: z.strictObject({ sessionId: id.nullable() }),
});
