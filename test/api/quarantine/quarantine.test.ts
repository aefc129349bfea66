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

  it('of the administrator: tills, and no bank file and no report of an agency', async () => {
    expect((await seenBy(open.shop.tokens.admin)).doors).toEqual(['PUT /v1/sales']);
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
