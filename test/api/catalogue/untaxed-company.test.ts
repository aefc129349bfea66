import { PPN, PPN_EXEMPT } from '../../../domain/tax/indonesian-tax-rules.js';
import { rupiah } from '../../support/a-sale.js';
import { office, type Office } from '../../support/office.js';
import { openShop, type OpenShop } from '../../support/open-shop.js';

let open: OpenShop;
let admin: Office;

beforeAll(async () => {
  open = await openShop();
  admin = office(open.api, open.shop.tokens.admin);
  await endRegistration();
});
afterAll(() => open.close());

/** Without taxed items, two people end the registration. */
async function endRegistration(): Promise<void> {
  for (const { id } of [coffee(), ...otherTaxedItems()]) {
    const [status] = await admin(`POST /v1/items/${id}/withdrawal`, {});
    expect(status).toBe(200);
  }
  const identity = { taxNumber: '00.123.456.7-890.100', vatRegistered: false };
  const wish = { ...identity, reason: 'Below the threshold' };
  const [, change] = await admin('POST /v1/company/tax-identity/changes', wish);
  const owner = office(open.api, open.shop.tokens.owner);
  const { id } = change as { id: string };
  const decision = { decision: 'approved' };
  expect((await owner(`POST /v1/master-changes/${id}/approval`, decision))[0]).toBe(200);
}

const coffee = () => open.shop.items.coffee;
const otherTaxedItems = () => {
  const { tea, chair, gift } = open.shop.items;
  return [tea, chair, gift];
};

describe('a company that is not registered for VAT', () => {
  const REFUSED = [422, { code: 'TAX_NOT_CHARGED', param: 'taxCode' }];

  it('adds no item with tax, and those without', async () => {
    expect(await admin('POST /v1/items', item(PPN))).toMatchObject(REFUSED);
    expect((await admin('POST /v1/items', item(PPN_EXEMPT)))[0]).toBe(201);
  });

  it('gives no item a tax, and brings none with tax back', async () => {
    const { id } = open.shop.items.rice;
    const { sku: _sku, unitPrice: _price, ...fields } = item(PPN);
    expect(await admin(`PUT /v1/items/${id}`, { ...fields, unit: 'kg' })).toMatchObject(REFUSED);
    expect(await admin(`DELETE /v1/items/${coffee().id}/withdrawal`)).toMatchObject(REFUSED);
  });
});

function item(taxCode: string) {
  const named = { sku: `BARU-${taxCode}`, name: 'Baru', unit: 'pcs', category: 'umum' };
  return { ...named, taxCode, unitPrice: rupiah(10_000) };
}
