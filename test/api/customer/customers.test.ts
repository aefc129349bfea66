import { randomUUID } from 'node:crypto';
import type { Received } from '../../support/api-client.js';
import { openShop, type OpenShop } from '../../support/open-shop.js';
import { API_LIMITS } from '../../../api/limits.js';

let open: OpenShop;

beforeAll(async () => {
  open = await openShop({ limits: { ...API_LIMITS, requestsPerSecond: 1_000 } });
});
afterAll(() => open.close());

const MELATI = {
  name: 'Warung Melati',
  taxNumber: '01.234.567.8-901.000',
  taxBranchNumber: '0012345678901000.000000',
  identityNumber: '3273014507900001',
  address: 'Jl. Contoh 5, Bandung',
  email: 'melati@example.test',
  phone: '0812-0000-0005',
  termsDays: 14,
};

describe('a customer', () => {
  it('is added with the next free number and what the company says of itself', async () => {
    const customer = await added(MELATI);
    expect(customer).toMatchObject({
      number: 'C-0004',
      legalName: 'Warung Melati',
      segment: 'general',
      currency: 'IDR',
      country: 'ID',
      timeZone: 'Asia/Jakarta',
      taxNumber: '0012345678901000',
      taxBranchNumber: '0012345678901000000000',
      phone: '+6281200000005',
      active: true,
      contacts: [],
    });
    const { body } = await send('GET', `/v1/customers/${customer.id}/credit`);
    expect(body).toMatchObject({ status: 'none', reasons: [{ code: 'CREDIT_NOT_GRANTED' }] });
  });

  it('never gets a number that another has, whoever gave it', async () => {
    await added({ ...MELATI, number: 'C-0100' });
    const numbers = await Promise.all([1, 2, 3].map(async () => (await added(MELATI)).number));
    expect(new Set(numbers).size).toBe(3);
    const taken = await send('POST', '/v1/customers', { ...MELATI, number: 'C-0100' });
    expectRefused(taken, 409, { code: 'CODE_TAKEN', param: 'number' });
  });

  it('is told as it was when the same request comes again', async () => {
    const [key, request] = [randomUUID(), { method: 'POST', path: '/v1/customers', body: MELATI }];
    const first = await sendAgain(key, request);
    const again = await sendAgain(key, request);
    expect(again.body).toEqual(first.body);
  });

  it('is changed as a whole, and the trail keeps before and after', async () => {
    const { id } = await added(MELATI);
    const changed = await send('PUT', `/v1/customers/${id}`, {
      name: 'Melati Raya',
      address: 'Jl. Lain 1',
      country: 'SG',
      phone: '+65 6123 4567',
      termsDays: 30,
    });
    expect([changed.status, changed.body]).toMatchObject([
      200,
      { name: 'Melati Raya', email: null, taxNumber: null, country: 'SG', termsDays: 30 },
    ]);
    const row = await open.database.prisma.auditRow.findFirstOrThrow({
      where: { tableName: 'customer', rowId: id, action: 'update' },
    });
    expect(row).toMatchObject({
      before: { name: 'Warung Melati', phone: '+6281200000005' },
      after: { name: 'Melati Raya', phone: '+6561234567' },
    });
  });

  it('is disabled with a reason, and enabled again', async () => {
    const { id } = await added(MELATI);
    const path = `/v1/customers/${id}/disabling`;
    expect((await send('POST', path, { reason: 'Tutup' })).body).toMatchObject({
      active: false,
      inactiveReason: 'Tutup',
    });
    expectRefused(await send('POST', path, { reason: 'Tutup' }), 409, {
      code: 'CUSTOMER_DISABLED',
    });
    expect((await send('POST', `${path}/undoing`)).body).toMatchObject({
      active: true,
      inactiveReason: null,
    });
    expectRefused(await send('POST', `${path}/undoing`), 409, { code: 'CUSTOMER_ACTIVE' });
  });

  it('is refused with all its faults at once', async () => {
    const answer = await send('POST', '/v1/customers', {
      ...MELATI,
      taxNumber: '1',
      taxBranchNumber: '2',
      identityNumber: '0000000000000000',
      phone: '12',
      timeZone: 'Asia/Nowhere',
      country: 'XX',
    });
    expectRefused(answer, 422, { code: 'COUNTRY_UNKNOWN', param: 'country' });
    const { errors } = answer.body as { errors: readonly { code: string; param: string }[] };
    expect(errors.map(({ code, param }) => `${param} ${code}`)).toEqual([
      'country COUNTRY_UNKNOWN',
      'timeZone TIME_ZONE_UNKNOWN',
      'taxBranchNumber TAX_BRANCH_MALFORMED',
      'identityNumber IDENTITY_NUMBER_MALFORMED',
      'phone PHONE_MALFORMED',
    ]);
  });

  it.each([
    [{ taxNumber: '123' }, 422, { code: 'TAX_NUMBER_MALFORMED', param: 'taxNumber' }],
    [{ currency: 'XXX' }, 422, { code: 'CURRENCY_UNKNOWN', param: 'currency' }],
    [{ email: 'melati' }, 400, { code: 'FIELD_INVALID', param: 'email' }],
    [{ language: 'fr' }, 400, { code: 'FIELD_INVALID', param: 'language' }],
    [{ country: 'id' }, 400, { code: 'FIELD_INVALID', param: 'country' }],
    [{ termsDays: 4_000 }, 400, { code: 'FIELD_INVALID', param: 'termsDays' }],
    [{ name: 'two\nlines' }, 400, { code: 'FIELD_INVALID', param: 'name' }],
    [{ creditLimit: 1 }, 400, { code: 'FIELD_UNKNOWN', param: 'creditLimit' }],
  ])('is refused with %p', async (field, status, expected) => {
    // A tax number and its place of business go together.
    const { taxBranchNumber: _, ...melati } = MELATI;
    expectRefused(await send('POST', '/v1/customers', { ...melati, ...field }), status, expected);
  });

  it.each([
    ['PUT', '', MELATI],
    ['POST', '/disabling', { reason: 'x' }],
    ['POST', '/disabling/undoing', undefined],
    [
      'POST',
      '/contacts',
      { name: 'A', role: 'owner', channel: 'post', address: 'x', language: null },
    ],
  ])('that is not there: %s %s', async (method, path, body) => {
    const answer = await send(method, `/v1/customers/${randomUUID()}${path}`, body);
    expectRefused(answer, 404, { code: 'CUSTOMER_NOT_FOUND' });
  });
});

describe('contacts of a customer', () => {
  const RATNA = {
    name: 'Ibu Ratna',
    role: 'billing',
    channel: 'whatsapp',
    address: '0812-0000-0006',
  };

  it('are added, changed and removed; a consent keeps its day until it is withdrawn', async () => {
    const { id } = await added(MELATI);
    const path = `/v1/customers/${id}/contacts`;
    const consent = { how: 'Formulir', givenAt: '2026-01-05T10:00:00+07:00' };
    const { status, body } = await send('POST', path, { ...RATNA, consent });
    expect([status, body]).toMatchObject([
      201,
      {
        address: '+6281200000006',
        language: null,
        consent: { how: 'Formulir', givenAt: '2026-01-05T03:00:00.000Z' },
      },
    ]);
    const contact = body as { id: string };
    const change = { ...RATNA, name: 'Bapak Joko', language: 'en', consent: { how: 'Formulir' } };
    expect((await send('PUT', `${path}/${contact.id}`, change)).body).toMatchObject({
      name: 'Bapak Joko',
      language: 'en',
      consent: { givenAt: '2026-01-05T03:00:00.000Z' },
    });
    expect((await send('PUT', `${path}/${contact.id}`, RATNA)).body).toMatchObject({
      consent: null,
    });
    expect((await send('DELETE', `${path}/${contact.id}`)).status).toBe(204);
    expectRefused(await send('DELETE', `${path}/${contact.id}`), 404, {
      code: 'CONTACT_NOT_FOUND',
    });
    expect((await send('GET', `/v1/customers/${id}`)).body).toMatchObject({ contacts: [] });
  });

  it('get the letters of their role, and the customer says who gets which', async () => {
    const { id } = await added({ ...MELATI, language: 'en' });
    const addressees = async (): Promise<unknown> => {
      const { body } = await send('GET', `/v1/customers/${id}`);
      return (body as { addressees: unknown }).addressees;
    };
    const own = { kind: 'customer', name: null, role: null, address: MELATI.email, language: 'en' };
    expect(await addressees()).toEqual({
      invoice: { ...own, passedOver: [] },
      reminder: { ...own, passedOver: [] },
    });
    const path = `/v1/customers/${id}/contacts`;
    const { body: silent } = await send('POST', path, RATNA);
    const joko = { name: 'Pak Joko', role: 'collections', channel: 'email', language: 'id' };
    const consent = { how: 'Formulir' };
    await send('POST', path, { ...joko, address: 'joko@example.test', consent });
    const { id: silentId } = silent as { id: string };
    const ratna = { id: silentId, name: 'Ibu Ratna', role: 'billing', because: 'other-channel' };
    expect(await addressees()).toEqual({
      invoice: { ...own, passedOver: [ratna] },
      reminder: {
        kind: 'contact',
        name: 'Pak Joko',
        role: 'collections',
        address: 'joko@example.test',
        language: 'id',
        passedOver: [],
      },
    });
  });

  it('are not reached under another customer', async () => {
    const [one, other] = [await added(MELATI), await added(MELATI)];
    const { body } = await send('POST', `/v1/customers/${one.id}/contacts`, RATNA);
    const path = `/v1/customers/${other.id}/contacts/${(body as { id: string }).id}`;
    expectRefused(await send('PUT', path, RATNA), 404, { code: 'CONTACT_NOT_FOUND' });
    expectRefused(await send('DELETE', path), 404, { code: 'CONTACT_NOT_FOUND' });
  });

  it.each([
    ['email', 'no mail'],
    ['phone', 'ring me'],
    ['whatsapp', '12'],
  ])('have an address that fits the channel %s, not %s', async (channel, address) => {
    const { id } = await added(MELATI);
    const answer = await send('POST', `/v1/customers/${id}/contacts`, {
      ...RATNA,
      channel,
      address,
    });
    expectRefused(answer, 422, { code: 'CONTACT_ADDRESS_MALFORMED', param: 'address' });
  });
});

async function added(body: unknown): Promise<{ id: string; number: string }> {
  const answer = await send('POST', '/v1/customers', body);
  expect([answer.status, answer.body]).toMatchObject([201, {}]);
  return answer.body as { id: string; number: string };
}

function send(method: string, path: string, body?: unknown): Promise<Received> {
  return sendAgain(randomUUID(), { method, path, body });
}

function sendAgain(
  key: string,
  { method, path, body }: Readonly<{ method: string; path: string; body: unknown }>,
): Promise<Received> {
  const headers = { 'Idempotency-Key': key };
  return open.api.send(method, path, { as: open.shop.tokens.arClerk, body, headers });
}

function expectRefused(answer: Received, status: number, problem: object): void {
  expect([answer.status, answer.body]).toMatchObject([status, problem]);
}
