import { randomUUID } from 'node:crypto';
import { rupiah } from '../../support/a-sale.js';
import { aCase, anAcceptedCase, balanceOf, type AgencyCase } from '../../support/agency-case.js';
import type { Received, TestApi } from '../../support/api-client.js';
import { openOwingShop, type OwingShop } from '../../support/owing-shop.js';
import * as collectionCommands from '../../../prisma/commands/collection.js';

let world: OwingShop;
let api: TestApi;
let placed: AgencyCase;

const CUSTOMER = 'C-0002';

beforeAll(async () => {
  world = await openOwingShop();
  api = await world.api();
});

beforeEach(async () => {
  placed = await aCase(world, { customer: CUSTOMER, packets: 2 });
});

afterAll(async () => {
  await world.verify();
  await api.close();
  await world.close();
});

describe('a collection partner', () => {
  it('reads its cases with what it needs to collect them', async () => {
    const answer = await get(`/v1/agency/placements/${placed.placementId}`);
    expect(answer).toMatchObject({
      status: 200,
      body: {
        id: placed.placementId,
        state: 'created',
        invoice: { number: placed.number },
        balance: { outstanding: rupiah(90_000) },
        items: [{ principal: rupiah(90_000), fee: rupiah(0), dueOn: '2026-07-31' }],
        debtor: { name: 'Hotel Bahari', language: 'en' },
      },
    });
    const list = await get('/v1/agency/placements?status=created&limit=200');
    expect(JSON.stringify(list.body)).toContain(placed.placementId);
  });

  it('sees no other agency’s case in its list, and 404 for it everywhere', async () => {
    const [, other] = world.shop.agencies;
    const foreign = await aCase(world, { customer: CUSTOMER, packets: 1, agency: other });
    const list = await get('/v1/agency/placements?limit=200');
    expect(JSON.stringify(list.body)).not.toContain(foreign.placementId);
    const path = `/v1/agency/placements/${foreign.placementId}`;
    const answers = [
      await get(path),
      await post(`${path}/acknowledgement`, { accepted: true }),
      await post(`${path}/events`, payment(1, 1_000)),
      await post(`/v1/agency/placements/${randomUUID()}/events`, payment(1, 1_000)),
    ];
    expect(answers.map(({ status, body }) => [status, (body as { code: string }).code])).toEqual(
      answers.map(() => [404, 'NOT_FOUND']),
    );
    expect(await balanceOf(world, foreign.placementId)).toMatchObject({ state: 'created' });
  });

  it('accepts a case once, or turns it down with a reason', async () => {
    const path = `/v1/agency/placements/${placed.placementId}/acknowledgement`;
    expect(await post(path, { accepted: true })).toMatchObject({
      status: 200,
      body: { state: 'acknowledged' },
    });
    expect(await post(path, { accepted: true })).toMatchObject({ status: 200 });
    expect(await post(path, { accepted: false, reason: 'x' })).toMatchObject({
      status: 409,
      body: { code: 'PLACEMENT_ALREADY_ANSWERED' },
    });
    const other = await aCase(world, { customer: CUSTOMER, packets: 1 });
    const answer = `/v1/agency/placements/${other.placementId}/acknowledgement`;
    expect(await post(answer, { accepted: false })).toMatchObject({ status: 400 });
    expect(await post(answer, { accepted: false, reason: 'conflict of interest' })).toMatchObject({
      status: 200,
      body: { state: 'rejected', debtor: null, balance: { recalled: rupiah(45_000) } },
    });
  });

  it('reports payments and learns its commission', async () => {
    const { path } = await accepted();
    expect(await post(`${path}/events`, payment(1, 40_000))).toMatchObject({
      status: 201,
      body: {
        outcome: 'recorded',
        commission: rupiah(6_000),
        balance: { collectedByAgency: rupiah(40_000), outstanding: rupiah(50_000) },
      },
    });
    const again = await post(`${path}/events`, payment(1, 40_000));
    expect(again).toMatchObject({ status: 200, body: { outcome: 'replayed' } });
    expect(again.headers.get('idempotency-replayed')).toBe('true');
  });

  it.each([
    [
      'an amount above what is outstanding',
      () => payment(1, 90_001),
      'PAYMENT_EXCEEDS_OUTSTANDING',
    ],
    ['an amount of nothing', () => payment(1, 0), 'PAYMENT_NOT_POSITIVE'],
    [
      'an amount in another currency',
      () => ({ ...payment(1, 1), amount: { amount: '1', currency: 'SGD' } }),
      'PAYMENT_CURRENCY_DIFFERS',
    ],
    ['a type nobody knows', () => ({ ...payment(1, 1), type: 'seized' }), 'FIELD_INVALID'],
    ['a sequence below 1', () => payment(0, 1), 'FIELD_INVALID'],
    ['a field nobody knows', () => ({ ...payment(1, 1), iban: 'x' }), 'FIELD_UNKNOWN'],
    [
      'something that has not happened yet',
      () => ({ ...payment(1, 1), occurredAt: '2026-07-01T09:06:00+07:00' }),
      'EVENT_IN_FUTURE',
    ],
    [
      'a promise that would hold every reminder up for good',
      () => ({ ...payment(1, 1), type: 'promise', promisedFor: '2026-08-31' }),
      'PROMISE_TOO_FAR',
    ],
  ])('is refused with %s, and what it sent is kept', async (_what, body, code) => {
    const { path, placementId } = await accepted();
    const answer = await post(`${path}/events`, body());
    expect(answer.body).toMatchObject({ code });
    const kept = await world.database.prisma.quarantine.findMany({
      where: { subjectId: placementId },
    });
    expect(kept.map((row) => row.code)).toEqual([code]);
    expect(await balanceOf(world, placementId)).toMatchObject({ collectedAmount: 0n });
  });

  it('is refused the same sequence with other content, and anything after a recall; both are kept', async () => {
    const { path, placementId } = await accepted();
    await post(`${path}/events`, payment(1, 10_000));
    expect(await post(`${path}/events`, payment(1, 20_000))).toMatchObject({
      status: 409,
      body: { code: 'EVENT_CONFLICT' },
    });
    await world.call(collectionCommands.recallPlacement, { placementId, reason: 'paid' });
    const afterwards = { ...payment(2, 10_000), occurredAt: '2026-07-01T09:00:01+07:00' };
    expect(await post(`${path}/events`, afterwards)).toMatchObject({
      status: 409,
      body: { code: 'PLACEMENT_CLOSED' },
    });
    const kept = await world.database.prisma.quarantine.findMany({
      where: { subjectId: placementId },
      orderBy: { id: 'asc' },
    });
    expect(kept.map(({ code }) => code)).toEqual(['EVENT_CONFLICT', 'PLACEMENT_CLOSED']);
    expect(Buffer.from(kept[0]?.content ?? []).toString()).toContain('"20000"');
  });

  it('remits, is answered the same again, and reads it back; another agency does not', async () => {
    const { path, placementId } = await accepted();
    await post(`${path}/events`, payment(1, 40_000));
    const body = {
      number: `REM-${placementId.slice(0, 8)}`,
      remittedOn: '2026-07-01',
      gross: rupiah(40_000),
      commission: rupiah(6_000),
      taxOnCommission: rupiah(660),
      net: rupiah(33_340),
      payments: [{ placementId, sequence: 1, gross: rupiah(40_000), commission: rupiah(6_000) }],
    };
    const first = await post('/v1/agency/remittances', body);
    expect(first).toMatchObject({ status: 201, body: { state: 'reported', net: rupiah(33_340) } });
    const again = await post('/v1/agency/remittances', body);
    expect(again).toMatchObject({ status: 200, body: first.body as object });
    const { id } = first.body as { id: string };
    expect((await get(`/v1/agency/remittances/${id}`)).body).toEqual(first.body);
    const [, other] = world.shop.agencies;
    const foreign = await api.send('GET', `/v1/agency/remittances/${id}`, { as: other.token });
    expect(foreign.status).toBe(404);
    const unknown = { ...body, number: 'REM-U', payments: [{ ...body.payments[0], sequence: 9 }] };
    expect(await post('/v1/agency/remittances', unknown)).toMatchObject({
      status: 422,
      body: { code: 'PAYMENT_UNKNOWN', param: 'payments[0].sequence' },
    });
    const wrong = { ...body, number: 'REM-X', commission: rupiah(7_000) };
    expect(await post('/v1/agency/remittances', wrong)).toMatchObject({ status: 422 });
  });

  it('is no business of staff, and staff’s is none of it', async () => {
    const asManager = { as: world.shop.tokens.arManager };
    expect((await api.send('GET', '/v1/agency/placements', asManager)).status).toBe(403);
    expect((await get('/v1/placements')).status).toBe(403);
    expect((await get(`/v1/placements/${placed.placementId}`)).status).toBe(404);
  });
});

async function accepted(): Promise<Readonly<{ path: string; placementId: string }>> {
  const { placementId } = await anAcceptedCase(world, { customer: CUSTOMER, packets: 2 });
  return { placementId, path: `/v1/agency/placements/${placementId}` };
}

function payment(sequence: number, amount: number) {
  const occurredAt = world.clock.iso();
  return { sequence, type: 'payment', occurredAt, amount: rupiah(amount) };
}

function post(path: string, body: unknown): Promise<Received> {
  const [{ token }] = world.shop.agencies;
  return api.send('POST', path, {
    as: token,
    body,
    headers: { 'idempotency-key': randomUUID() },
  });
}

function get(path: string): Promise<Received> {
  const [{ token }] = world.shop.agencies;
  return api.send('GET', path, { as: token });
}
