import { randomUUID } from 'node:crypto';
import { SAVED_VIEWS_MAX } from '../../../domain/people/saved-view.js';
import { useOffice } from '../../support/use-office.js';

const { world, api } = useOffice();

afterEach(async () => {
  for (const who of ['arClerk', 'arManager'] as const)
    for (const { id } of await views('', who)) await remove(id, who);
});

const OVERDUE = { list: 'sales', name: 'Overdue', filters: 'standing=overdue' };

describe('a saved view', () => {
  it('is kept, renamed, removed and brought back by its person', async () => {
    const id = randomUUID();
    expect(await keep(id, OVERDUE)).toMatchObject({ status: 200, body: { id, ...OVERDUE } });
    const renamed = { ...OVERDUE, name: 'Late' };
    expect(await keep(id, renamed)).toMatchObject({ status: 200, body: renamed });
    expect(await views('?list=sales')).toMatchObject([{ id, name: 'Late' }]);
    expect(await views('?list=queue')).toEqual([]);
    for (const _again of [1, 2]) expect(await remove(id)).toMatchObject({ status: 204 });
    expect(await views()).toEqual([]);
    await keep(id, renamed);
    expect(await views()).toMatchObject([{ id, name: 'Late' }]);
  });

  it('is not seen, changed or removed by anybody else', async () => {
    const id = randomUUID();
    await keep(id, OVERDUE);
    expect(await views('', 'arManager')).toEqual([]);
    const stolen = await keep(id, { ...OVERDUE, name: 'Mine' }, 'arManager');
    expect(stolen).toMatchObject({ status: 409, body: { code: 'SAVED_VIEW_OF_ANOTHER' } });
    expect(await remove(id, 'arManager')).toMatchObject({ status: 204 });
    expect(await views()).toMatchObject([{ id, name: 'Overdue' }]);
  });

  it('has its name once in a list', async () => {
    await keep(randomUUID(), OVERDUE);
    const second = await keep(randomUUID(), { ...OVERDUE, name: 'OVERDUE' });
    expect(second).toMatchObject({ status: 409, body: { code: 'SAVED_VIEW_NAME_TAKEN' } });
    expect(await keep(randomUUID(), { ...OVERDUE, list: 'customers' })).toMatchObject({
      status: 200,
    });
  });

  it('is one of twenty at most, also when many are kept at once', async () => {
    const wanted = Array.from({ length: SAVED_VIEWS_MAX + 3 }, (_, n) => ({
      ...OVERDUE,
      name: `View ${n}`,
    }));
    const answers = await Promise.all(wanted.map((view) => keep(randomUUID(), view)));
    const refused = answers.filter(({ status }) => status !== 200);
    expect(refused).toHaveLength(3);
    expect(refused[0]).toMatchObject({ status: 409, body: { code: 'SAVED_VIEWS_FULL' } });
    expect(await views()).toHaveLength(SAVED_VIEWS_MAX);
  });

  it.each(['', 'a b', 'q=\u202e', 'x'.repeat(1_001)])('keeps no filters %j', async (filters) => {
    expect(await keep(randomUUID(), { ...OVERDUE, filters })).toMatchObject({ status: 400 });
  });

  it('is in the trail when it is removed', async () => {
    const id = randomUUID();
    await keep(id, OVERDUE);
    await remove(id);
    const trail = { tableName: 'saved_view', rowId: id };
    const rows = await world.database.prisma.auditRow.findMany({
      where: trail,
      orderBy: { id: 'asc' },
    });
    const actorId = world.shop.users.arClerk.id;
    expect(rows).toMatchObject([
      { action: 'insert', actorId },
      { action: 'delete', actorId },
    ]);
  });
});

type Who = 'arClerk' | 'arManager';

function keep(id: string, body: object, who: Who = 'arClerk') {
  return api.send('PUT', `/v1/saved-views/${id}`, { as: world.shop.tokens[who], body });
}

function remove(id: string, who: Who = 'arClerk') {
  return api.send('DELETE', `/v1/saved-views/${id}`, { as: world.shop.tokens[who] });
}

async function views(query = '', who: Who = 'arClerk') {
  const answer = await api.send('GET', `/v1/saved-views${query}`, { as: world.shop.tokens[who] });
  return (answer.body as { data: { id: string }[] }).data;
}
