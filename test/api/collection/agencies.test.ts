import { randomUUID } from 'node:crypto';
import * as collectionCommands from '../../../prisma/commands/collection.js';
import { aCase, anAcceptedCase } from '../../support/agency-case.js';
import type { Received, TestApi } from '../../support/api-client.js';
import { decide, office, twoAgree, type Office } from '../../support/office.js';
import { openOwingShop, type OwingShop } from '../../support/owing-shop.js';

let world: OwingShop;
let api: TestApi;
let nowMs = Date.now();
let admin: Office;
let manager: Office;

beforeAll(async () => {
  world = await openOwingShop();
  api = await world.api({ realTimeMs: () => nowMs });
  admin = office(api, world.shop.tokens.admin);
  manager = office(api, world.shop.tokens.arManager);
});
afterAll(async () => {
  await world.verify();
  await api.close();
  await world.close();
});

const AGENCY = {
  code: 'BARU',
  name: 'Penagihan Baru',
  country: 'ID',
  currency: 'IDR',
  email: 'kasus@baru.example',
  phone: '021-5550101',
  commissionTaxBasisPoints: 1_100,
};
const { code: _code, currency: _currency, commissionTaxBasisPoints: _tax, ...KNOWN } = AGENCY;
const reason = 'As negotiated';
const FLAT = [{ fromDaysPastDue: 0, basisPoints: 1_000 }];

describe('a collection agency', () => {
  it('gets cases once there is an agreement with it', async () => {
    const added = await post('/v1/agencies', AGENCY);
    expect([added.status, added.body]).toMatchObject([
      201,
      { code: 'BARU', phone: '+62215550101', active: true, agreement: null, openCases: 0, keys: 0 },
    ]);
    const { id: agencyId } = added.body as { id: string };
    const { invoiceId } = await world.sell('C-0001');
    const place = () =>
      world.call(collectionCommands.createPlacement, {
        invoiceId,
        agencyId,
        placedOn: '2026-07-01',
      });
    await expect(place()).rejects.toMatchObject({ code: 'AGENCY_UNSUITABLE' });

    const wish = { agency: 'BARU', commission: FLAT, reason };
    const [, asked] = await manager('POST /v1/agreements', wish);
    expect(await decide(manager, asked)).toMatchObject([422, { code: 'SECOND_PERSON_REQUIRED' }]);
    await expect(place()).rejects.toMatchObject({ code: 'AGENCY_UNSUITABLE' });
    expect(await decide(admin, asked)).toMatchObject([200, { kind: 'agreement' }]);
    expect(await agency('BARU')).toMatchObject({
      agreement: {
        version: 1,
        validFrom: '2026-07-01',
        commission: [{ fromAmount: '0', basisPoints: 1_000 }],
      },
    });
    expect(await place()).toMatchObject({ kind: 'placed' });
    expect(await agency('BARU')).toMatchObject({ openCases: 1, agreement: { version: 1 } });
  });

  it('keeps for a case what was agreed when it was placed', async () => {
    const [first] = world.shop.agencies;
    const { placementId } = await anAcceptedCase(world, { customer: 'C-0002' });
    await agree({ agency: first.code, commission: FLAT });
    expect((await report(placementId, 1)).status).toBe(201);
    const later = await anAcceptedCase(world, { customer: 'C-0002' });
    expect((await report(later.placementId, 1)).status).toBe(201);
    const { data } = (await api.send('GET', '/v1/agency/agreements', { as: first.token })).body as {
      data: readonly { version: number }[];
    };
    expect(data.map(({ version }) => version)).toEqual([3, 2, 1]);

    // 15 % and 10 % of a lakh each, and 11 % on the sum: what either agreement alone says is refused.
    const remit = (commission: number) => remittance([placementId, later.placementId], commission);
    expect((await remit(30_000)).body).toMatchObject({ code: 'COMMISSION_MISMATCH' });
    expect((await remit(25_000)).status).toBe(201);
  });

  it('plans an agreement ahead, and a later one takes its place', async () => {
    const plan = { agency: 'AGN-B', validFrom: '2026-08-01', commission: FLAT };
    expect((await agree(plan))[0]).toBe(200);
    expect(await agency('AGN-B')).toMatchObject({ agreement: { version: 2 } });
    world.clock.set('2026-07-31T23:30:00+07:00');
    expect(await agency('AGN-B')).toMatchObject({ agreement: { version: 2 } });
    world.clock.set('2026-08-01T00:30:00+07:00');
    expect(await agency('AGN-B')).toMatchObject({ agreement: { version: 3 } });
  });

  it('that is not active gets no new cases, and reports on those it has', async () => {
    const { placementId } = await anAcceptedCase(world, { customer: 'C-0002' });
    const [{ id, token }] = world.shop.agencies;
    const off = await send('PUT', `/v1/agencies/${id}`, { ...KNOWN, active: false });
    expect([off.status, off.body]).toMatchObject([200, { active: false, code: 'AGN-A' }]);
    await expect(aCase(world, { customer: 'C-0002' })).rejects.toMatchObject({
      code: 'AGENCY_UNSUITABLE',
    });
    nowMs += 60_000;
    const seen = await api.send('GET', `/v1/agency/placements/${placementId}`, { as: token });
    expect(seen.status).toBe(200);
    expect((await report(placementId, 1)).status).toBe(201);
    await send('PUT', `/v1/agencies/${id}`, { ...KNOWN, active: true });
  });

  it('has other terms when a second person agrees, and not before', async () => {
    const { id } = (await agency('AGN-B')) as { id: string };
    const terms = { commissionTaxBasisPoints: 3_000, recallReportDays: 100, reason };
    const [, asked] = await manager(`POST /v1/agencies/${id}/terms`, terms);
    expect(await decide(manager, asked)).toMatchObject([422, { code: 'SECOND_PERSON_REQUIRED' }]);
    expect(await agency('AGN-B')).toMatchObject({ commissionTaxBasisPoints: 1_100 });
    expect(await decide(admin, asked)).toMatchObject([200, { kind: 'agency-terms' }]);
    expect(await agency('AGN-B')).toMatchObject({
      commissionTaxBasisPoints: 3_000,
      recallReportDays: 100,
    });
  });

  it.each([
    ['/v1/agencies', { ...AGENCY, code: 'AGN-A' }, 409, 'CODE_TAKEN', 'code'],
    ['/v1/agencies', { ...AGENCY, currency: 'XXX' }, 422, 'CURRENCY_UNKNOWN', 'currency'],
    ['/v1/agencies', { ...AGENCY, country: 'XX' }, 422, 'COUNTRY_UNKNOWN', 'country'],
    ['/v1/agencies', { ...AGENCY, phone: '1' }, 422, 'PHONE_MALFORMED', 'phone'],
    [
      '/v1/agreements',
      { agency: 'NONE', commission: FLAT, reason },
      404,
      'AGENCY_NOT_FOUND',
      'agency',
    ],
    [
      '/v1/agreements',
      { agency: 'AGN-B', commission: FLAT, validFrom: '2026-06-30', reason },
      422,
      'AGREEMENT_IN_PAST',
      'validFrom',
    ],
    [
      '/v1/agreements',
      { agency: 'AGN-B', commission: [{ fromDaysPastDue: 1, basisPoints: 1 }], reason },
      422,
      'COMMISSION_SCHEDULE_INCOMPLETE',
      'commission',
    ],
    [
      '/v1/agreements',
      { agency: 'AGN-B', commission: [...FLAT, ...FLAT], reason },
      422,
      'COMMISSION_BAND_REPEATED',
      'commission[1]',
    ],
    [
      '/v1/agreements',
      { agency: 'AGN-B', commission: [], reason },
      400,
      'FIELD_INVALID',
      'commission',
    ],
    [
      `/v1/agencies/${randomUUID()}/enrolment-codes`,
      { label: 'x' },
      404,
      'AGENCY_NOT_FOUND',
      'agencyId',
    ],
  ] as const)('refuses at %s %j', async (...asked) => {
    const [path, body, status, code, param] = asked;
    const answer = await post(path, body);
    expect([answer.status, answer.body]).toMatchObject([status, { code, param }]);
  });

  it('is never changed in its past: an agreement stands as it was made', async () => {
    await expect(
      world.change((tx) => tx.agreement.updateMany({ data: { commissionSchedule: [] } })),
    ).rejects.toThrow('agreement');
  });
});

describe('keys of an agency', () => {
  it('are made by the agency from a code that is good once, and see its own cases alone', async () => {
    const { id } = await agency('BARU');
    const made = await post(`/v1/agencies/${id}/enrolment-codes`, { label: 'Sistem kasus' });
    const { code } = made.body as { code: string };
    const both = await Promise.all([enrol(code), enrol(code)]);
    const good = both.filter(({ status }) => status === 201);
    expect([good.length, both.length]).toEqual([1, 2]);
    const [{ token } = { token: '' }] = good.map(({ body }) => body as { token: string });
    const cases = await api.send('GET', '/v1/agency/placements', { as: token });
    expect((cases.body as { data: unknown[] }).data).toHaveLength(1);
    const { data } = (await api.send('GET', '/v1/agency/agreements', { as: token })).body as {
      data: readonly { agency: string }[];
    };
    expect(data.map((one) => one.agency)).toEqual(['BARU']);
    const keys = (await send('GET', '/v1/keys')).body as { data: readonly unknown[] };
    expect(keys.data).toContainEqual(
      expect.objectContaining({ label: 'Sistem kasus', role: 'partner', holder: 'BARU' }),
    );
  });

  it('come from the latest code alone, and never from the code of a till', async () => {
    const { id } = await agency('BARU');
    const codes = [];
    for (const label of ['satu', 'dua']) {
      const made = await post(`/v1/agencies/${id}/enrolment-codes`, { label });
      codes.push((made.body as { code: string }).code);
    }
    expect((await enrol(codes[0] ?? '')).body).toMatchObject({ code: 'ENROLMENT_CODE_INVALID' });
    const asTill = await api.send('POST', '/v1/enrolments', { body: { code: codes[1] } });
    expect(asTill.body).toMatchObject({ code: 'ENROLMENT_CODE_INVALID' });
    expect((await enrol(codes[1] ?? '')).status).toBe(201);
  });
});

function agree(wish: Readonly<Record<string, unknown>>) {
  return twoAgree([manager, admin], 'POST /v1/agreements', { ...wish, reason });
}

function enrol(code: string): Promise<Received> {
  return api.send('POST', '/v1/agency/enrolments', { body: { code } });
}

async function agency(code: string): Promise<{ id: string }> {
  const { data } = (await send('GET', '/v1/agencies')).body as {
    data: readonly { id: string; code: string }[];
  };
  return data.find((one) => one.code === code) ?? { id: 'none' };
}

function report(placementId: string, sequence: number): Promise<Received> {
  return api.send('POST', `/v1/agency/placements/${placementId}/events`, {
    as: world.shop.agencies[0].token,
    headers: { 'Idempotency-Key': randomUUID() },
    body: {
      sequence,
      type: 'payment',
      occurredAt: world.clock.iso(),
      amount: rupiah(100_000),
    },
  });
}

function remittance(placements: readonly string[], commission: number): Promise<Received> {
  const tax = commission * 0.11;
  return api.send('POST', '/v1/agency/remittances', {
    as: world.shop.agencies[0].token,
    headers: { 'Idempotency-Key': randomUUID() },
    body: {
      number: 'R-1',
      remittedOn: '2026-07-01',
      gross: rupiah(200_000),
      commission: rupiah(commission),
      taxOnCommission: rupiah(tax),
      net: rupiah(200_000 - commission - tax),
      payments: placements.map((placementId) => ({
        placementId,
        sequence: 1,
        gross: rupiah(100_000),
      })),
    },
  });
}

function rupiah(amount: number) {
  return { amount: String(amount), currency: 'IDR' };
}

function post(path: string, body: unknown): Promise<Received> {
  return send('POST', path, body);
}

function send(method: string, path: string, body?: unknown): Promise<Received> {
  const headers = { 'Idempotency-Key': randomUUID() };
  return api.send(method, path, { as: world.shop.tokens.admin, body, headers });
}
