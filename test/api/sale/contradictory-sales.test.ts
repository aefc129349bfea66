import { randomUUID } from 'node:crypto';
import { verifyAfterEach } from '../../support/books.js';
import { aSale, aSaleOnAccount, rupiah } from '../../support/a-sale.js';
import { openShop, type OpenShop } from '../../support/open-shop.js';

let open: OpenShop;

beforeAll(async () => {
  open = await openShop();
});
verifyAfterEach(() => ({ database: open.database }));
afterAll(() => open.close());

describe('a completed sale that contradicts itself', () => {
  it.each([
    ['too little', 44_000],
    ['too much', 46_000],
  ])('is booked as it was paid, for a person to look at: %s', async (_, paid) => {
    const saleId = randomUUID();
    const sale = aSale({ mode: 'completed', tenders: [{ type: 'cash', amount: rupiah(paid) }] });
    const answer = await put(saleId, sale);
    expect(answer).toMatchObject({
      status: 201,
      body: {
        totals: { total: rupiah(45_000), rounding: rupiah(45_000 - paid), paid: rupiah(paid) },
        exceptions: [{ kind: 'tenders-do-not-add-up' }],
      },
    });
    const work = await open.database.prisma.workItem.findMany({ where: { saleId } });
    expect(work).toMatchObject([{ kind: 'tenders-do-not-add-up', state: 'open' }]);
    expect(await open.database.prisma.quarantine.count({ where: { subjectId: saleId } })).toBe(0);
    const again = await put(saleId, sale);
    expect(again).toMatchObject({ status: 200 });
  });

  it('stays in quarantine when nobody could book it, until it is sent again as it was', async () => {
    const saleId = randomUUID();
    const wrong = aSale({ mode: 'completed', lines: [{ sku: 'KOPI-250', quantity: '-1' }] });
    expect((await put(saleId, wrong)).status).toBe(422);
    expect(await open.database.prisma.quarantine.count({ where: { subjectId: saleId } })).toBe(1);
    const right = { ...aSale({ mode: 'completed' }), terminal: 'JKT1-01' };
    const { status } = await put(saleId, right, open.shop.tokens.storeManager);
    expect(status).toBe(201);
  });
});

describe('a sale that names its customer by number and by id', () => {
  it('is the same sale', async () => {
    const saleId = randomUUID();
    const sale = aSaleOnAccount('C-0001');
    const { id } = await open.database.prisma.customer.findFirstOrThrow({
      where: { number: 'C-0001' },
    });
    expect((await put(saleId, sale)).status).toBe(201);
    expect((await put(saleId, { ...sale, customer: id })).status).toBe(200);
    const other = await open.database.prisma.customer.findFirstOrThrow({
      where: { number: 'C-0002' },
    });
    expect(await put(saleId, { ...sale, customer: other.id })).toMatchObject({
      status: 409,
      body: { code: 'SALE_CONFLICT' },
    });
  });
});

function put(saleId: string, body: object, as = open.shop.terminalTokens[0]) {
  return open.api.send('PUT', `/v1/sales/${saleId}`, { as, body });
}
