import { z } from 'zod';
import { command, day, id, nothing } from './command.js';

/** A person ends a work item with a reason. */
export const resolveWorkItem = command('resolve_work_item', {
  input: z.strictObject({ workItemId: id, reason: z.string() }),
  answer: nothing,
});

const seen = z.number().int();
const changed = z.strictObject({ version: z.number().int() });

/** Gives a work item to a person, or to nobody. */
export const assignWorkItem = command('assign_work_item', {
  input: z.strictObject({ workItemId: id, assigneeId: id.nullable(), version: seen }),
  answer: changed,
});

/** Puts a work item off until a day, or takes that back. */
export const snoozeWorkItem = command('snooze_work_item', {
  input: z.strictObject({ workItemId: id, until: day.nullable(), today: day, version: seen }),
  answer: changed,
});

/** Writes a note at a work item. */
export const noteWorkItem = command('note_work_item', {
  input: z.strictObject({ workItemId: id, text: z.string() }),
  answer: z.strictObject({ noteId: id }),
});

/** Takes an own note back. */
export const withdrawWorkNote = command('withdraw_work_note', {
  input: z.strictObject({ noteId: id }),
  answer: nothing,
});
