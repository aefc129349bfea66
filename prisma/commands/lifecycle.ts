import { z } from 'zod';
import { command, id, nothing } from './command.js';

/** A person ends a work item with a reason. */
export const resolveWorkItem = command('resolve_work_item', {
  input: z.strictObject({ workItemId: id, reason: z.string() }),
  answer: nothing,
});
