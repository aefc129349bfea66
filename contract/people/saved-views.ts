import { z } from 'zod';
import { SAVED_VIEW_LISTS } from '../../domain/people/saved-view.js';
import { id, instant, text } from '../primitives.js';
import { STAFF_ROLES } from '../roles.js';
import { defineRoute } from '../route.js';

const NAME_MAX = 40;

const own = { kind: 'roles', roles: STAFF_ROLES, person: true } as const;
const params = z.strictObject({
  viewId: id.meta({ description: 'Made by the caller; the same id is the same view.' }),
});
const list = z.enum(SAVED_VIEW_LISTS).meta({ description: 'The list that it filters.' });
const kept = {
  list,
  name: text(NAME_MAX).meta({ description: 'Once in a list.', example: 'Overdue in Bandung' }),
  filters: z
    .string()
    .regex(/^[\x21-\x7e]{1,1000}$/)
    .meta({
      description: 'The filters as they stand in the address of the list, after the question mark.',
      example: 'standing=overdue',
    }),
};

const savedView = z
  .strictObject({
    id,
    ...kept,
    changedAt: instant.meta({ description: 'When it was kept or renamed.' }),
  })
  .meta({ id: 'SavedView' });

export const listSavedViewsRoute = defineRoute({
  method: 'get',
  path: '/v1/saved-views',
  summary: 'My own views of the lists, by name',
  tag: 'Session',
  access: { ...own, scope: 'operations:read' },
  query: z.strictObject({ list: list.optional() }),
  responses: {
    200: z.strictObject({ data: z.array(savedView) }).meta({ id: 'SavedViews' }),
  },
  errors: [],
  idempotency: 'read',
});

export const keepSavedViewRoute = defineRoute({
  method: 'put',
  path: '/v1/saved-views/{viewId}',
  summary: 'Keep the filters of a list under a name, or change a view of my own',
  description:
    'A view that was removed comes back by the same call. Nobody else sees it; its filters are a link that can be passed on.',
  tag: 'Session',
  access: { ...own, scope: 'operations:write' },
  params,
  body: z.strictObject(kept),
  example: { list: 'sales', name: 'Overdue in Bandung', filters: 'standing=overdue' },
  responses: { 200: savedView },
  errors: ['SAVED_VIEW_NAME_TAKEN', 'SAVED_VIEW_OF_ANOTHER', 'SAVED_VIEWS_FULL'],
  idempotency: 'natural',
});

export const removeSavedViewRoute = defineRoute({
  method: 'delete',
  path: '/v1/saved-views/{viewId}',
  summary: 'Remove a view of my own',
  description: 'One that is not there (any more) is answered in the same way.',
  tag: 'Session',
  access: { ...own, scope: 'operations:write' },
  params,
  responses: { 204: 'empty' },
  errors: [],
  idempotency: 'natural',
});
