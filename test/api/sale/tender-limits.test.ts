import { randomUUID } from 'node:crypto';
import type { SaleBody } from '../../../contract/sale/sale-body.js';
import { aSale, rupiah } from '../../support/a-sale.js';
import { openShop, type OpenShop } from '../../support/open-shop.js';
import { limitQris } from '../../support/tender-rules.js';
import { until } from '../../support/until.js';

let open: OpenShop;

beforeAll(async () => {
  open = await openShop();
  await limitQris(open.database, 40_000n);
});

afterAll(() => open.close());

const beyond: Partial<SaleBody> = { tenders: [{ type: 'qris', amount: rupiah(45_000) }] };

describe('a sale beyond the limit of a tender', () => {
  it('is refused online, an ordinary no that nobody has to look at', async () => {
    const saleId = randomUUID();
    const { status, body } = await put(saleId, aSale(beyond));
    expect([status, body]).toMatchObject([
      422,
      { code: 'TENDER_LIMIT_EXCEEDED', param: 'tenders[0].amount' },
    ]);
    const { prisma } = open.database;
    expect(await prisma.quarantine.count({ where: { subjectId: saleId } })).toBe(0);
    expect(await prisma.sale.count({ where: { id: saleId } })).toBe(0);
  });

  it('is booked when it has already happened, and a person is told', async () => {
    const saleId = randomUUID();
    const sale = aSale({ ...beyond, mode: 'completed' });
    const first = await put(saleId, sale);
    expect([first.status, first.body]).toMatchObject([
      201,
      { exceptions: [{ kind: 'tender-limit-exceeded' }] },
    ]);
    const items = await open.database.prisma.workItem.findMany({ where: { saleId } });
    expect(items.map(({ kind }) => kind)).toEqual(['tender-limit-exceeded']);
    const again = await put(saleId, sale);
    expect([again.status, again.bytes.equals(first.bytes)]).toEqual([200, true]);
  });

  it('is accepted at once when the limit was raised a moment ago', async () => {
    await limitQris(open.database, 50_000n);
    expect((await put(randomUUID(), aSale(beyond))).status).toBe(201);
  });

  it('is answered from the books when it was captured before the limit was lowered', async () => {
    const [saleId, sale] = [randomUUID(), aSale(beyond)];
    const first = await put(saleId, sale);
    await limitQris(open.database, 40_000n);
    await until(async () => {
      const { status } = await put(randomUUID(), aSale(beyond));
      return status === 422 ? status : undefined;
    });
    const again = await put(saleId, sale);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.bytes.equals(first.bytes)).toBe(true);
  });
});

function put(saleId: string, body: SaleBody) {
  return open.api.send('PUT', `/v1/sales/${saleId}`, { as: open.shop.terminalTokens[0], body });
}
