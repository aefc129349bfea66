import { companyAt, loadInvoicePaper } from '../../../activities/invoice/invoice-paper.js';
import { createInvoicing } from '../../support/invoiced-sale.js';
import { lastChange, office, type Office } from '../../support/office.js';
import { openShop, type OpenShop } from '../../support/open-shop.js';
import { settableClock, type SettableClock } from '../../support/settable-clock.js';

/** What stands of the company on documents: changed with its date, by two people where money could be steered. */

let open: OpenShop;
let clock: SettableClock;
let admin: Office;
let manager: Office;

beforeEach(async () => {
  clock = settableClock('2026-11-30T03:00:00Z');
  open = await openShop({ clock });
  admin = office(open.api, open.shop.tokens.admin);
  manager = office(open.api, open.shop.tokens.arManager);
});
afterEach(() => open.close());

const NAMES = {
  name: 'Toko Baru',
  legalName: 'PT Toko Baru Contoh',
  address: 'Jl. Baru 1, Jakarta',
};
const IDENTITY = { taxNumber: '00.123.456.7-890.100', vatRegistered: true, reason: 'New number' };
const KEPT_NUMBER = '0001234567890100';

describe('name and address of the company', () => {
  it('stand on documents from the change on, and those of before keep what they said', async () => {
    const before = await read();
    const { invoiceId } = await invoiced();
    clock.set('2026-11-30T04:00:00Z');
    expect(await admin('PUT /v1/company', NAMES)).toMatchObject([200, NAMES]);
    clock.set('2026-11-30T05:00:00Z');
    const { invoiceId: later } = await invoiced();
    expect([await nameOn(invoiceId), await nameOn(later)]).toEqual([
      before.legalName,
      NAMES.legalName,
    ]);
  });

  it('are found for every moment, whatever was changed since', async () => {
    const { legalEntityId, legalName } = await read();
    const names = ['PT Satu', 'PT Dua'];
    for (const [index, name] of names.entries()) {
      clock.set(`2026-11-30T0${4 + index}:00:00Z`);
      await admin('PUT /v1/company', { ...NAMES, legalName: name });
    }
    const hours = ['03:59:59', '04:00:00', '04:59:59', '05:00:00'];
    const found = hours.map(async (hour) => {
      const issuedAt = new Date(`2026-11-30T${hour}Z`);
      return (await companyAt(open.database.prisma, { legalEntityId, issuedAt })).name;
    });
    expect(await Promise.all(found)).toEqual([legalName, 'PT Satu', 'PT Satu', 'PT Dua']);
  });

  it('change nothing when they stay, and are audited when they do not', async () => {
    await admin('PUT /v1/company', NAMES);
    await admin('PUT /v1/company', NAMES);
    expect(await open.database.prisma.legalEntityPast.count()).toBe(1);
    const { legalEntityId } = await read();
    expect(await lastChange(open.database, 'legal_entity', legalEntityId)).toMatchObject({
      after: { legal_name: NAMES.legalName },
    });
  });

  it.each(['arManager', 'storeManager', 'auditor'] as const)(
    'are not changed by %s',
    async (role) => {
      const person = office(open.api, open.shop.tokens[role]);
      expect(await person('PUT /v1/company', NAMES)).toMatchObject([403, {}]);
    },
  );
});

describe('the tax number of the company', () => {
  it('holds once a second person agrees, on documents from then on', async () => {
    const before = await read();
    const { invoiceId } = await invoiced();
    const change = await asked(IDENTITY);
    expect(await decide(admin, change)).toMatchObject([422, { code: 'SECOND_PERSON_REQUIRED' }]);
    expect((await read()).taxNumber).toBe(before.taxNumber);
    clock.set('2026-11-30T04:00:00Z');
    expect(await decide(manager, change)).toMatchObject([200, { state: 'approved' }]);
    expect((await read()).taxNumber).toBe(KEPT_NUMBER);
    expect(await sellerOn(invoiceId)).toMatchObject({ taxNumber: before.taxNumber });
    expect(await sellerOn((await invoiced()).invoiceId)).toMatchObject({ taxNumber: KEPT_NUMBER });
  });

  it.each([
    [{ taxNumber: '123' }, 422, { code: 'TAX_NUMBER_MALFORMED', param: 'taxNumber' }],
    [{ vatRegistered: false }, 409, { code: 'TAX_STILL_CHARGED', param: 'vatRegistered' }],
  ])('is refused with %p', async (part, status, problem) => {
    const answer = await admin('POST /v1/company/tax-identity/changes', { ...IDENTITY, ...part });
    expect(answer).toMatchObject([status, problem]);
  });
});

type Own = Readonly<{ legalEntityId: string; legalName: string; taxNumber: string }>;

async function read(): Promise<Own> {
  const [status, company] = await admin('GET /v1/company');
  expect(status).toBe(200);
  return company as Own;
}

function invoiced() {
  return createInvoicing(open.database, open.shop, clock)();
}

async function sellerOn(invoiceId: string) {
  return (await loadInvoicePaper(open.database, { invoiceId })).seller;
}

async function nameOn(invoiceId: string): Promise<string> {
  return (await sellerOn(invoiceId)).name;
}

async function asked(wish: object): Promise<unknown> {
  const [status, change] = await admin('POST /v1/company/tax-identity/changes', wish);
  expect([status, change]).toMatchObject([201, { kind: 'tax-identity', state: 'requested' }]);
  return change;
}

function decide(who: Office, change: unknown) {
  const { id } = change as { id: string };
  return who(`POST /v1/master-changes/${id}/approval`, { decision: 'approved' });
}
