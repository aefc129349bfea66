import { openShop, type OpenShop } from '../../support/open-shop.js';
import { limitQris } from '../../support/tender-rules.js';
import { testContext, type Shop } from '../../support/shop.js';
import { rupiah } from '../../support/a-sale.js';

let open: OpenShop;
let shop: Shop;

beforeAll(async () => {
  open = await openShop();
  ({ shop } = open);
});

afterAll(() => open.close());

describe('the catalogue', () => {
  it('tells a till everything it sells, with taxes', async () => {
    const { body } = await get('/v1/catalogue');
    expect(body).toMatchObject({
      version: 1,
      since: null,
      currency: 'IDR',
      cashRoundingStep: rupiah(100),
    });
    const { items, taxes } = body as { items: { sku: string }[]; taxes: { code: string }[] };
    expect(items.map(({ sku }) => sku)).toEqual([
      'BERAS-KG',
      'JASA-KADO',
      'KOPI-250',
      'KURSI-01',
      'TEH-100',
    ]);
    expect(items[0]).toMatchObject({
      unit: 'kg',
      quantityStep: '0.001',
      barcodes: ['2000000000015'],
      price: { version: 1, unitPrice: rupiah(15_000), includesTax: true },
    });
    expect(taxes.map(({ code }) => code)).toContain('PPN');
  });

  it('does not call the rupiah by which cash is rounded dollars', async () => {
    const { body } = await get('/v1/catalogue?currency=USD');
    expect(body).toMatchObject({ currency: 'USD', cashRoundingStep: null });
  });

  it('does not call the rupiah that a tender is limited to dollars', async () => {
    await limitQris(open.database, 10_000_000n);
    const { body } = await get('/v1/catalogue?currency=USD');
    expect(body).toMatchObject({
      currency: 'USD',
      tenderRules: [{ type: 'qris', perSaleLimit: rupiah(10_000_000) }],
    });
  });

  it('tells what has changed since a version', async () => {
    const dearerTea = { itemId: shop.items.tea.id, currency: 'IDR', unitAmount: 19_000n };
    await open.database.transaction(testContext(), (tx) =>
      tx.catalogueVersion.create({
        data: {
          effectiveFrom: new Date('2099-12-01'),
          createdAt: new Date(),
          note: 'tea',
          prices: { create: dearerTea },
        },
      }),
    );
    const { body } = await get('/v1/catalogue?since=1');
    expect(body).toMatchObject({
      effectiveFrom: '2024-01-01T00:00:00.000Z',
      items: [
        {
          sku: 'TEH-100',
          price: {
            version: 1,
            effectiveFrom: '2024-01-01T00:00:00.000Z',
            unitPrice: rupiah(18_500),
          },
          futurePrices: [{ effectiveFrom: '2099-12-01T00:00:00.000Z', unitPrice: rupiah(19_000) }],
        },
      ],
    });
    const { version } = body as { version: number };
    expect((await get(`/v1/catalogue?since=${version}`)).body).toMatchObject({
      version,
      items: [],
    });
  });
});

describe('the stock', () => {
  it('tells what is there, kept and for sale, by location', async () => {
    const { body } = await get('/v1/stock?location=JKT1&sku=KOPI-250');
    expect(body).toEqual({
      data: [
        {
          location: 'JKT1-FLOOR',
          store: 'JKT1',
          sku: 'KOPI-250',
          name: 'Kopi Gayo 250 g',
          unit: 'pcs',
          onHand: '1000',
          reserved: '0',
          available: '1000',
          onOrder: '0',
        },
      ],
      nextCursor: null,
    });
  });

  it('is paged', async () => {
    const first = (await get('/v1/stock?limit=3')).body as { data: unknown[]; nextCursor: string };
    expect(first.data).toHaveLength(3);
    const second = (await get(`/v1/stock?limit=3&cursor=${first.nextCursor}`)).body;
    expect(second).toMatchObject({ data: [{ sku: 'TEH-100' }], nextCursor: null });
  });
});

function get(path: string) {
  return open.api.send('GET', path, { as: shop.terminalTokens[0] });
}
