import { z } from 'zod';
import { command, day, id, instant } from './command.js';

/** Closes an accounting period that is over. */
export const closePeriod = command('close_period', {
  input: z.strictObject({ periodId: id, today: day }),
  answer: z.strictObject({ closedAt: instant }),
});
