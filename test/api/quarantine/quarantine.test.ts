import { randomUUID } from 'node:crypto';
import { openShop, type OpenShop } from '../../support/open-shop.js';

let open: OpenShop;

beforeAll(async () => {
  open = await openShop();
});

afterAll(() => open.close());

describe('what could not be accepted', () => {
  it('is found by a person, exactly as it was sent, and put away when it was seen to', async () => {
    const sent = '{"terminal":"JKT1-01", "lines":[] ';
    const saleId = randomUUID();
    await open.api.send('PUT', `/v1/sales/${saleId}`, {
      as: open.shop.terminalTokens[0],
      content: sent,
      headers: { 'content-type': 'application/json' },
    });
    const work = await get('/v1/work-queue?kind=quarantine');
    const [item] = dataOf<{ subject: { id: string } }>(work.body);
    const path = `/v1/quarantine/${item?.subject.id}`;
    expect((await get(path)).body).toMatchObject({
      door: 'PUT /v1/sales',
      subjectId: saleId,
      code: 'JSON_MALFORMED',
      text: sent,
      base64: Buffer.from(sent).toString('base64'),
      resolvedAt: null,
    });

    const resolution = await resolve(path);
    expect(resolution.body).toMatchObject({ resolvedBy: expect.stringContaining('sent again') });
    expect(dataOf((await get('/v1/work-queue?kind=quarantine')).body)).toEqual([]);
    expect(dataOf((await get('/v1/quarantine?state=open')).body)).toEqual([]);
    expect(dataOf((await get('/v1/quarantine?state=resolved')).body)).toHaveLength(1);
    const again = await resolve(path);
    expect(again.body).toEqual(resolution.body);
  });

  it('that is not there is not found', async () => {
    expect((await get(`/v1/quarantine/${randomUUID()}`)).status).toBe(404);
    expect((await resolve(`/v1/quarantine/${randomUUID()}`)).status).toBe(404);
  });
});

function get(path: string) {
  return open.api.send('GET', path, { as: open.shop.tokens.arManager });
}

function resolve(path: string) {
  return open.api.send('POST', `${path}/resolution`, {
    as: open.shop.tokens.arManager,
    body: { note: 'the till was repaired and the sale sent again' },
    headers: { 'idempotency-key': randomUUID() },
  });
}

function dataOf<Entry = unknown>(body: unknown): Entry[] {
  return (body as { data: Entry[] }).data;
}
