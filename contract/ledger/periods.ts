import { z } from 'zod';
import { listOf, pageQuery } from '../list.js';
import { date, id, instant } from '../primitives.js';
import { FINANCE_READERS } from '../roles.js';
import { defineRoute } from '../route.js';

const period = z
  .strictObject({
    id,
    legalEntity: z.string().meta({ example: 'PCS' }),
    startsOn: date,
    endsOn: date,
    state: z.enum(['open', 'closed']),
    closedAt: instant.nullable(),
  })
  .meta({ id: 'AccountingPeriod' });

export const listPeriodsRoute = defineRoute({
  method: 'get',
  path: '/v1/accounting-periods',
  summary: 'Accounting periods, the latest first',
  tag: 'Reports',
  access: { kind: 'roles', roles: FINANCE_READERS, scope: 'reports:read' },
  query: z.strictObject({ ...pageQuery, state: z.enum(['open', 'closed']).optional() }),
  responses: { 200: listOf(period) },
  errors: ['CURSOR_INVALID'],
  idempotency: 'read',
});

export const closePeriodRoute = defineRoute({
  method: 'post',
  path: '/v1/accounting-periods/{periodId}/closing',
  summary: 'Closes a period that is over, when all before it are closed',
  description:
    'What is under way is booked first. From then on nothing is posted into the period: sales of its days that arrive late are booked on the first open day, and a person is told.',
  tag: 'Reports',
  access: { kind: 'roles', roles: ['arManager'], scope: 'receivables:write' },
  params: z.strictObject({ periodId: id }),
  responses: { 200: period },
  errors: [
    'PERIOD_NOT_FOUND',
    'PERIOD_NOT_OVER',
    'PERIOD_BEFORE_OPEN',
    'PERIOD_CLOSED_BEFORE',
    'BOOKS_BUSY',
  ],
  idempotency: 'key',
});
