import { randomUUID } from 'node:crypto';
import { EXPORT_ROWS_MAX } from '../../../domain/people/list-export.js';
import { useOffice } from '../../support/use-office.js';

const { world, api } = useOffice();

const TAKEN = {
  list: 'sales',
  format: 'xlsx',
  filters: 'standing=overdue&order=recent',
  rows: 214,
  whole: true,
};

describe('a list that is taken along', () => {
  it('is in the audit trail with who took it, its filters, its rows and its form', async () => {
    const answer = await taken(TAKEN);
    expect(answer.status).toBe(201);
    const { id } = answer.body as { id: string };
    const actorId = world.shop.users.arClerk.id;
    expect(await trail({ rowId: id })).toMatchObject([
      { action: 'record_list_export', actorId, before: null, after: TAKEN },
    ]);
  });

  it('is there twice when it is taken twice, and once when its call is repeated', async () => {
    const filters = `q=${randomUUID()}`;
    const key = randomUUID();
    const first = await taken({ ...TAKEN, filters }, { key });
    expect(await taken({ ...TAKEN, filters }, { key })).toMatchObject({ body: first.body });
    await taken({ ...TAKEN, filters });
    const of = await trail({ after: { path: ['filters'], equals: filters } });
    expect(of).toHaveLength(2);
  });

  it('is told of an agency too', async () => {
    const { token } = world.shop.agencies[0];
    const answer = await taken({ ...TAKEN, list: 'remittances' }, { as: token });
    expect(answer.status).toBe(201);
    const { id } = answer.body as { id: string };
    expect(await trail({ rowId: id })).toMatchObject([{ actorKind: 'partner' }]);
  });

  it.each([
    [{ list: 'passwords' }, 'list'],
    [{ format: 'docx' }, 'format'],
    [{ rows: EXPORT_ROWS_MAX + 1 }, 'rows'],
    [{ filters: 'q=two words' }, 'filters'],
  ])('is refused with %j', async (wrong, param) => {
    const answer = await taken({ ...TAKEN, ...wrong });
    expect(answer).toMatchObject({ status: 400, body: { param } });
  });
});

type Call = Readonly<{ as?: string; key?: string }>;

function taken(body: object, { as = world.shop.tokens.arClerk, key = randomUUID() }: Call = {}) {
  return api.send('POST', '/v1/list-exports', { as, body, headers: { 'idempotency-key': key } });
}

function trail(where: object) {
  return world.database.prisma.auditRow.findMany({ where: { tableName: 'list_export', ...where } });
}
