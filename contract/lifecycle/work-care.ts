import { z } from 'zod';
import { date, id, instant, orNull, text } from '../primitives.js';
import { FINANCE_AND_STORES } from '../roles.js';
import { defineRoute } from '../route.js';
import { WORKERS } from './workers.js';

const access = { kind: 'roles', roles: WORKERS, scope: 'operations:write', person: true } as const;
const reading = { kind: 'roles', roles: FINANCE_AND_STORES, scope: 'receivables:read' } as const;
const params = z.strictObject({ workItemId: id });
const version = z.number().int().min(0).meta({
  description:
    'The one of the list: when somebody changed the item since, the call is refused and says who, and nothing is overwritten.',
  example: 0,
});
const newVersion = z
  .number()
  .int()
  .meta({ description: 'What the item has now; the next change names it.' });
const FOR_ITEM = [
  'NOT_FOUND',
  'WORK_ITEM_NOT_FOUND',
  'WORK_ITEM_DONE',
  'WORK_ITEM_CHANGED',
] as const;

export const workPerson = z
  .strictObject({ id, name: z.string().meta({ example: 'Sri' }) })
  .meta({ id: 'WorkPerson' });

export const listWorkersRoute = defineRoute({
  method: 'get',
  path: '/v1/work-queue/people',
  summary: 'Who work can be given to',
  description:
    'Active people who may end work items; staff of a store see the people of that store.',
  tag: 'Work',
  access: reading,
  query: z.strictObject({}),
  responses: {
    200: z.strictObject({ data: z.array(workPerson) }).meta({ id: 'WorkPeople' }),
  },
  errors: [],
  idempotency: 'read',
});

export const assignWorkRoute = defineRoute({
  method: 'post',
  path: '/v1/work-queue/{workItemId}/assignment',
  summary: 'Gives a work item to a person, or to nobody',
  tag: 'Work',
  access,
  params,
  body: z.strictObject({
    assignee: id.nullable().meta({ description: 'A person of the list of people; null: nobody.' }),
    version,
  }),
  example: { assignee: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6a7b', version: 0 },
  responses: {
    200: z
      .strictObject({
        id,
        assignee: orNull(workPerson),
        version: newVersion,
      })
      .meta({ id: 'AssignedWorkItem' }),
  },
  errors: [...FOR_ITEM, 'WORKER_UNSUITABLE'],
  idempotency: 'key',
});

export const snoozeWorkRoute = defineRoute({
  method: 'post',
  path: '/v1/work-queue/{workItemId}/snooze',
  summary: 'Puts a work item off until a day, or takes that back',
  description: 'On that day it is in the queue again, for everybody.',
  tag: 'Work',
  access,
  params,
  body: z.strictObject({
    until: date
      .nullable()
      .meta({ description: 'After today, at most a year ahead; null: it is in the queue again.' }),
    version,
  }),
  example: { until: '2026-12-07', version: 0 },
  responses: {
    200: z
      .strictObject({
        id,
        snoozedUntil: date
          .nullable()
          .meta({ description: 'The day on which it is in the queue again.' }),
        version: newVersion,
      })
      .meta({ id: 'SnoozedWorkItem' }),
  },
  errors: [...FOR_ITEM, 'SNOOZE_NOT_AHEAD'],
  idempotency: 'key',
});

const note = z
  .strictObject({
    id,
    text: z.string().meta({ example: 'She calls back on Monday.' }),
    by: z.string(),
    at: instant,
    own: z.boolean().meta({ description: 'Written by the caller, who may take it back.' }),
  })
  .meta({ id: 'WorkNote' });

export const listWorkNotesRoute = defineRoute({
  method: 'get',
  path: '/v1/work-queue/{workItemId}/notes',
  summary: 'What people wrote at a work item, the oldest first',
  tag: 'Work',
  access: reading,
  params,
  query: z.strictObject({}),
  responses: { 200: z.strictObject({ data: z.array(note) }).meta({ id: 'WorkNotes' }) },
  errors: ['NOT_FOUND'],
  idempotency: 'read',
});

export const noteWorkRoute = defineRoute({
  method: 'post',
  path: '/v1/work-queue/{workItemId}/notes',
  summary: 'Writes a note at a work item',
  tag: 'Work',
  access,
  params,
  body: z.strictObject({ text: text(500) }),
  example: { text: 'She calls back on Monday.' },
  responses: { 201: note },
  errors: ['NOT_FOUND'],
  idempotency: 'key',
});

export const withdrawWorkNoteRoute = defineRoute({
  method: 'post',
  path: '/v1/work-queue/{workItemId}/notes/{noteId}/withdrawal',
  summary: 'Takes an own note back',
  tag: 'Work',
  access,
  params: z.strictObject({ workItemId: id, noteId: id }),
  responses: { 200: z.strictObject({ id }).meta({ id: 'WithdrawnWorkNote' }) },
  errors: ['NOT_FOUND', 'WORK_NOTE_NOT_FOUND'],
  idempotency: 'key',
});
