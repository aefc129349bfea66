import { randomUUID } from 'node:crypto';
import { useOffice } from '../../support/use-office.js';
import { testContext } from '../../support/shop.js';

type Item = Readonly<{
  id: string;
  version: number;
  assignee: Readonly<{ id: string; name: string }> | null;
  snoozedUntil: string | null;
  notes: number;
}>;
type Person = Readonly<{ id: string; name: string }>;

const { world, api } = useOffice();

describe('a work item', () => {
  it('is given to a person, is theirs in the list and the counts, and is given back', async () => {
    const item = await anItem();
    const [person] = await people();
    const given = await post(`${item.id}/assignment`, { assignee: person?.id, version: 0 });
    expect(given).toMatchObject({ status: 200, body: { assignee: person, version: 1 } });
    expect(await itemOf(item.id, `?assignee=${person?.id}`)).toMatchObject({ assignee: person });
    expect(await itemOf(item.id, '?assignee=nobody')).toBeUndefined();
    const back = await post(`${item.id}/assignment`, { assignee: null, version: 1 });
    expect(back).toMatchObject({ status: 200, body: { assignee: null, version: 2 } });
  });

  it('is somebody’s own when they ask for theirs', async () => {
    const item = await anItem();
    const own = (await people()).find(({ id }) => id === world.shop.users.arClerk.id);
    await post(`${item.id}/assignment`, { assignee: own?.id, version: 0 });
    expect(await itemOf(item.id, '?assignee=me')).toMatchObject({ assignee: own });
    const counts = await read('/v1/work-queue/counts');
    expect(counts).toMatchObject({ mine: 1 });
  });

  it('is out of the queue until the day that it was put off to', async () => {
    const item = await anItem();
    expect(await post(`${item.id}/snooze`, { until: '2026-07-03', version: 0 })).toMatchObject({
      status: 200,
      body: { snoozedUntil: '2026-07-03', version: 1 },
    });
    expect(await itemOf(item.id)).toBeUndefined();
    expect(await itemOf(item.id, '?show=later')).toMatchObject({ snoozedUntil: '2026-07-03' });
    expect(await read('/v1/work-queue/counts')).toMatchObject({ later: 1 });
    world.clock.set('2026-07-03T00:30:00+07:00');
    expect(await itemOf(item.id)).toBeDefined();
    expect(await read('/v1/work-queue/counts')).toMatchObject({ later: 0 });
    const undone = await post(`${item.id}/snooze`, { until: null, version: 1 });
    expect(undone).toMatchObject({ status: 200, body: { snoozedUntil: null, version: 2 } });
  });

  it.each(['2026-07-03', '2025-01-01', '2028-01-01'])('is not put off to %s', async (until) => {
    const item = await anItem();
    expect(await post(`${item.id}/snooze`, { until, version: 0 })).toMatchObject({
      status: 422,
      body: { code: 'SNOOZE_NOT_AHEAD' },
    });
  });

  it('is not changed by the second of two people, who is told what the first did', async () => {
    const item = await anItem();
    const [person] = await people();
    const both = await Promise.all([
      post(`${item.id}/assignment`, { assignee: person?.id, version: 0 }),
      post(`${item.id}/snooze`, { until: '2026-08-01', version: 0 }),
    ]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    const told = both.find(({ status }) => status === 409)?.body;
    expect(told).toMatchObject({ code: 'WORK_ITEM_CHANGED' });
    expect(JSON.stringify(told)).toMatch(/changed it meanwhile/);
  });

  it('is not given to a person without this work', async () => {
    const item = await anItem();
    const answer = await post(`${item.id}/assignment`, { assignee: randomUUID(), version: 0 });
    expect(answer).toMatchObject({ status: 422, body: { code: 'WORKER_UNSUITABLE' } });
  });

  it('keeps the notes of all, and loses only those that their writer takes back', async () => {
    const item = await anItem();
    await post(`${item.id}/notes`, { text: 'Called, nobody there.' });
    const { body } = await post(`${item.id}/notes`, { text: 'Wrong item.' }, 'arManager');
    const { id } = body as { id: string };
    expect(await itemOf(item.id)).toMatchObject({ notes: 2 });
    const foreign = await post(`${item.id}/notes/${id}/withdrawal`, undefined);
    expect(foreign).toMatchObject({ status: 404, body: { code: 'WORK_NOTE_NOT_FOUND' } });
    await post(`${item.id}/notes/${id}/withdrawal`, undefined, 'arManager');
    expect(await read(`/v1/work-queue/${item.id}/notes`)).toMatchObject({
      data: [{ text: 'Called, nobody there.', own: true }],
    });
  });

  it('of another store is not there for the people of a store', async () => {
    const item = await anItem();
    const answer = await post(`${item.id}/notes`, { text: 'x' }, 'storeManager');
    expect(answer.status).toBe(404);
  });
});

async function anItem(): Promise<Item> {
  const ctx = testContext(world.clock.iso());
  const subjectId = randomUUID();
  const item = JSON.stringify({ kind: 'stock-short', subjectKind: 'sale', subjectId });
  await world.database.transaction(
    ctx,
    (tx) =>
      tx.$queryRaw`SELECT open_work_item(${JSON.stringify(ctx)}::jsonb, ${item}::jsonb)::text`,
  );
  const { data } = (await read('/v1/work-queue?show=all&limit=200')) as {
    data: (Item & { subject: { id: string } })[];
  };
  const found = data.find(({ subject }) => subject.id === subjectId);
  if (found === undefined) throw new Error('the item is in the queue');
  return found;
}

async function itemOf(id: string, query = ''): Promise<Item | undefined> {
  const { data } = (await read(`/v1/work-queue${query}`)) as { data: Item[] };
  return data.find((item) => item.id === id);
}

async function people(): Promise<readonly Person[]> {
  return ((await read('/v1/work-queue/people')) as { data: Person[] }).data;
}

async function read(path: string): Promise<unknown> {
  const { status, body } = await api.send('GET', path, { as: world.shop.tokens.arClerk });
  expect({ path, status, body }).toMatchObject({ status: 200 });
  return body;
}

function post(
  path: string,
  body: object | undefined,
  role: 'arClerk' | 'arManager' | 'storeManager' = 'arClerk',
) {
  const headers = { 'idempotency-key': randomUUID() };
  const sent = body === undefined ? { headers } : { headers, body };
  return api.send('POST', `/v1/work-queue/${path}`, { as: world.shop.tokens[role], ...sent });
}
