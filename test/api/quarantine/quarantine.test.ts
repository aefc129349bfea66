import { randomUUID } from 'node:crypto';
import { startApi } from '../../support/api-client.js';
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

describe('a sender that fills the quarantine', () => {
  const limits = { rows: 3, bytes: 10_000, overflowRows: 2, overflowBytes: 10_000 };

  it("is answered and counted, keeps its first and its last, and fills no other's part", async () => {
    const api = await startApi(open.database, { quarantineLimits: limits });
    const [, till, other] = open.shop.terminalTokens;
    const send = async (as: string | undefined, content: string) => {
      const headers = { 'content-type': 'application/json' };
      return api.send('PUT', `/v1/sales/${randomUUID()}`, { as, content, headers });
    };
    for (let sale = 1; sale <= 9; sale += 1)
      expect((await send(till, `{"sale ${sale}`)).status).toBe(400);
    const kept = async () => {
      const { data } = (await get('/v1/quarantine?state=open')).body as Entries;
      const texts = await Promise.all(data.map(({ id }) => get(`/v1/quarantine/${id}`)));
      return texts.map(({ body }) => (body as { text: string }).text).toSorted();
    };
    expect(await kept()).toEqual([1, 2, 3, 8, 9].map((sale) => `{"sale ${sale}`));
    expect(await work('quarantine')).toHaveLength(3);
    expect(await work('quarantine-overflow')).toMatchObject([{ detail: { refused: 6 } }]);

    await send(other, '{"of another till');
    expect(await work('quarantine')).toHaveLength(4);

    const { data } = (await get('/v1/quarantine?state=open')).body as Entries;
    for (const { id } of data) await resolve(`/v1/quarantine/${id}`);
    expect(await work('quarantine-overflow')).toEqual([]);
    await send(till, '{"with room again');
    expect(await work('quarantine')).toHaveLength(1);
    await resolve(
      `/v1/quarantine/${((await get('/v1/quarantine?state=open')).body as Entries).data[0]?.id}`,
    );
    await api.close();
  });

  it('by its bytes alone is one too', async () => {
    const api = await startApi(open.database, { quarantineLimits: { ...limits, bytes: 50 } });
    const headers = { 'content-type': 'application/json' };
    for (const content of [`{"${'a'.repeat(40)}`, `{"${'b'.repeat(40)}`])
      await api.send('PUT', `/v1/sales/${randomUUID()}`, {
        as: open.shop.terminalTokens[1],
        content,
        headers,
      });
    expect(await work('quarantine-overflow')).toMatchObject([{ detail: { refused: 1 } }]);
    const { data } = (await get('/v1/quarantine?state=open')).body as Entries;
    for (const { id } of data) await resolve(`/v1/quarantine/${id}`);
    await api.close();
  });

  type Entries = Readonly<{ data: readonly Readonly<{ id: string }>[] }>;

  async function work(kind: string): Promise<readonly Readonly<{ detail: unknown }>[]> {
    return dataOf<{ detail: unknown }>((await get(`/v1/work-queue?kind=${kind}`)).body);
  }
});

describe('whose eyes it is for', () => {
  const { BDG1, bank, agency } = {
    BDG1: '{"till of Bandung"',
    bank: 'no file',
    agency: '{"report"',
  };

  beforeAll(async () => {
    const [jakarta, , bandung] = open.shop.terminalTokens;
    const [{ token }] = open.shop.agencies;
    const saleId = randomUUID();
    const json = { 'content-type': 'application/json' };
    const sale = { content: BDG1, headers: json };
    await open.api.send('PUT', `/v1/sales/${saleId}`, { as: bandung, ...sale });
    await open.api.send('PUT', `/v1/sales/${saleId}`, { as: jakarta, ...sale });
    await open.api.send('POST', '/v1/bank-statements?account=0000', {
      as: open.shop.tokens.arManager,
      content: bank,
      headers: { 'content-type': 'text/html' },
    });
    await open.api.send('POST', '/v1/agency/remittances', {
      as: token,
      content: agency,
      headers: { ...json, 'idempotency-key': randomUUID() },
    });
  });

  const seenBy = async (as: string) => {
    const entries = dataOf<{ id: string; door: string; subjectId: string | null }>(
      (await get('/v1/quarantine?state=open', as)).body,
    );
    return {
      ids: entries.map(({ id }) => id),
      doors: [...new Set(entries.map(({ door }) => door))].sort(),
    };
  };

  it("of a store's staff: what its own store sent, though another was refused the same", async () => {
    const { storeManager, arManager } = open.shop.tokens;
    const all = await seenBy(arManager);
    const own = await seenBy(storeManager);
    expect(all.doors).toEqual([
      'POST /v1/agency/remittances',
      'POST /v1/bank-statements',
      'PUT /v1/sales',
    ]);
    expect([all.ids.length, own.ids.length, own.doors]).toEqual([4, 1, ['PUT /v1/sales']]);

    const others = all.ids
      .filter((id) => !own.ids.includes(id))
      .map((id) => `/v1/quarantine/${id}`);
    for (const path of others) {
      expect((await get(path, storeManager)).status).toBe(404);
      expect((await resolve(path, storeManager)).status).toBe(404);
      expect((await get(path)).body).toMatchObject({ resolvedAt: null });
    }
    const path = `/v1/quarantine/${own.ids[0]}`;
    expect((await get(path, storeManager)).status).toBe(200);
    const work = (await get('/v1/work-queue?kind=quarantine', storeManager)).body;
    expect(dataOf<{ store: string }>(work)).toMatchObject([{ store: 'JKT1' }]);
    expect((await resolve(path, storeManager)).status).toBe(200);
  });

  it('not of the administrator, who runs the system and sees no money', async () => {
    for (const path of ['/v1/quarantine', '/v1/work-queue'])
      expect((await get(path, open.shop.tokens.admin)).status).toBe(403);
  });
});

function get(path: string, as: string = open.shop.tokens.arManager) {
  return open.api.send('GET', path, { as });
}

function resolve(path: string, as: string = open.shop.tokens.arManager) {
  return open.api.send('POST', `${path}/resolution`, {
    as,
    body: { note: 'the till was repaired and the sale sent again' },
    headers: { 'idempotency-key': randomUUID() },
  });
}

function dataOf<Entry = unknown>(body: unknown): Entry[] {
  return (body as { data: Entry[] }).data;
}
