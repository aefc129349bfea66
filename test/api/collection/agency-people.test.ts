import { randomUUID } from 'node:crypto';
import { rupiah } from '../../support/a-sale.js';
import { aCase, anAcceptedCase } from '../../support/agency-case.js';
import type { Received } from '../../support/api-client.js';
import { office } from '../../support/office.js';
import { useOffice } from '../../support/use-office.js';

const { world, api } = useOffice();

const CUSTOMER = 'C-0002';

describe('a person of a collection agency', () => {
  it('signs in, sees the own cases alone, and is told nothing of the company’s stores', async () => {
    const [own, other] = world.shop.agencies;
    const mine = await aCase(world, { customer: CUSTOMER, packets: 1, agency: own });
    const foreign = await aCase(world, { customer: CUSTOMER, packets: 1, agency: other });
    const sari = await signedIn(own.person);
    const { body: list } = await sari('GET', '/v1/agency/placements?limit=200');
    expect(JSON.stringify(list)).toContain(mine.placementId);
    expect(JSON.stringify(list)).not.toContain(foreign.placementId);
    const path = `/v1/agency/placements/${foreign.placementId}`;
    const hidden = [await sari('GET', path), await sari('GET', `${path}/events`)];
    expect(hidden.map(({ status }) => status)).toEqual([404, 404]);
    const refused = [await sari('GET', '/v1/placements'), await sari('GET', '/v1/customers')];
    expect(refused.map(({ status }) => status)).toEqual([403, 403]);
    const { body } = await sari('GET', '/v1/session/surroundings');
    expect(body).toMatchObject({ stores: [], store: null, agency: { code: own.code } });
  });

  it('accepts and reports without a key, under the own name', async () => {
    const [own] = world.shop.agencies;
    const { placementId } = await aCase(world, { customer: CUSTOMER, packets: 2, agency: own });
    const sari = await signedIn(own.person);
    const path = `/v1/agency/placements/${placementId}`;
    expect((await sari('POST', `${path}/acknowledgement`, { accepted: true })).status).toBe(200);
    expect(await sari('POST', `${path}/events`, payment(1, 40_000))).toMatchObject({
      status: 201,
      body: { commission: rupiah(6_000), balance: { outstanding: rupiah(50_000) } },
    });
    expect((await sari('GET', `${path}/events`)).body).toMatchObject({
      data: [{ sequence: 1, type: 'payment', amount: rupiah(40_000), remittance: null }],
    });
    const written = await world.database.prisma.auditRow.findFirstOrThrow({
      where: { tableName: 'placement_event' },
      orderBy: { id: 'desc' },
    });
    expect([written.actorKind, written.actorId]).toEqual(['partner', own.person.id]);
  });

  it('pays over what is due as it is told, once, and finds it in the list', async () => {
    const [, own] = world.shop.agencies;
    const { placementId } = await anAcceptedCase(world, { customer: CUSTOMER, agency: own });
    const dewi = await signedIn(own.person);
    await dewi('POST', `/v1/agency/placements/${placementId}/events`, payment(1, 70_001));
    await dewi('POST', `/v1/agency/placements/${placementId}/events`, payment(2, 30_002));
    const { body: due } = await dewi('GET', '/v1/agency/due-remittance');
    expect(due).toMatchObject({
      gross: rupiah(100_003),
      commission: rupiah(15_000),
      taxOnCommission: rupiah(1_650),
      net: rupiah(83_353),
      payments: [{ sequence: 1 }, { sequence: 2 }],
    });
    const { payments, ...sums } = due as { payments: readonly Due[] };
    const remitted = await dewi('POST', '/v1/agency/remittances', {
      ...sums,
      number: 'SETOR-1',
      remittedOn: '2026-07-01',
      payments: payments.map(({ placementId: of, sequence, gross }) => ({
        placementId: of,
        sequence,
        gross,
      })),
    });
    expect(remitted.status).toBe(201);
    const { body: after } = await dewi('GET', '/v1/agency/due-remittance');
    expect(after).toMatchObject({ gross: rupiah(0), net: rupiah(0), payments: [] });
    const first = await dewi('GET', '/v1/agency/remittances?limit=1');
    expect(first.body).toMatchObject({ data: [{ number: 'SETOR-1' }], nextCursor: null });
    const [another] = world.shop.agencies;
    const sari = await signedIn(another.person);
    expect((await sari('GET', '/v1/agency/remittances')).body).toMatchObject({ data: [] });
  });

  it('comes in no more once the agency has ended and has no case left', async () => {
    const admin = office(api, world.shop.tokens.admin);
    const [, body] = await admin('POST /v1/agencies', AN_AGENCY);
    const { id } = body as { id: string };
    const [status, added] = await admin('POST /v1/users', { ...A_PERSON, agency: 'AGN-C' });
    expect([status, added]).toMatchObject([201, { user: { role: 'partner', agency: 'AGN-C' } }]);
    const { code } = added as { code: string };
    const password = 'dua belas sapi merah';
    await api.send('POST', '/v1/passwords', { body: { code, password } });
    const person = { email: A_PERSON.email, password };
    await signedIn(person);
    await world.change((tx) => tx.agency.update({ where: { id }, data: { active: false } }));
    expect((await api.send('POST', '/v1/session', { body: person })).status).toBe(401);
  });

  it('is added with an agency, and nobody of the company has one', async () => {
    const admin = office(api, world.shop.tokens.admin);
    const email = 'lain@example.test';
    const answers = [
      await admin('POST /v1/users', { ...A_PERSON, email }),
      await admin('POST /v1/users', { ...A_PERSON, email, role: 'auditor', agency: 'AGN-A' }),
      await admin('POST /v1/users', { ...A_PERSON, email, agency: 'NOBODY' }),
    ];
    expect(answers).toMatchObject([
      [422, { code: 'AGENCY_REQUIRED' }],
      [422, { code: 'AGENCY_REQUIRED' }],
      [404, { code: 'AGENCY_NOT_FOUND' }],
    ]);
  });
});

type Due = Readonly<{ placementId: string; sequence: number; gross: unknown }>;

const AN_AGENCY = {
  code: 'AGN-C',
  name: 'Penagihan AGN-C',
  country: 'ID',
  language: 'id',
  currency: 'IDR',
  commissionTaxBasisPoints: 1_100,
};
const A_PERSON = { email: 'wati@example.test', name: 'Wati', role: 'partner' };

function payment(sequence: number, amount: number) {
  return { sequence, type: 'payment', occurredAt: world.clock.iso(), amount: rupiah(amount) };
}

/** Calls of somebody who has signed in, as the browser makes them. */
async function signedIn(person: Readonly<{ email: string; password: string }>) {
  const { email, password } = person;
  const opened = await api.send('POST', '/v1/session', { body: { email, password } });
  expect(opened.status).toBe(201);
  const { csrfToken } = opened.body as { csrfToken: string };
  const cookie = opened.headers.get('set-cookie')?.split(';')[0] ?? '';
  return (method: string, path: string, body?: unknown): Promise<Received> =>
    api.send(method, path, {
      body,
      headers: { cookie, 'x-csrf-token': csrfToken, 'idempotency-key': randomUUID() },
    });
}
