import { randomUUID } from 'node:crypto';
import { aSaleOnAccount, rupiah } from '../../support/a-sale.js';
import { openShop, type OpenShop } from '../../support/open-shop.js';

let open: OpenShop;

beforeAll(async () => {
  open = await openShop();
});
afterAll(() => open.close());

describe('a completed sale beyond the credit of its customer', () => {
  it('says why in both languages, in the work queue and when it is read', async () => {
    const saleId = randomUUID();
    const body = aSaleOnAccount('C-0001', {
      mode: 'completed',
      lines: [{ sku: 'KOPI-250', quantity: '9000' }],
      tenders: [{ type: 'onAccount', amount: rupiah(405_000_000) }],
    });
    const as = open.shop.terminalTokens[0];
    expect(await open.api.send('PUT', `/v1/sales/${saleId}`, { as, body })).toMatchObject({
      status: 201,
    });
    const words = {
      en: expect.stringContaining('limit') as string,
      id: expect.stringContaining('batas') as string,
    };
    const exceeded = { kind: 'credit-exceeded', words };
    const auditor = open.shop.tokens.auditor;
    const sale = await open.api.send('GET', `/v1/sales/${saleId}`, { as: auditor });
    expect(sale.body).toMatchObject({
      exceptions: expect.arrayContaining([expect.objectContaining(exceeded)]),
    });
    const path = '/v1/work-queue?kind=credit-exceeded';
    const queue = await open.api.send('GET', path, { as: auditor });
    expect(queue.body).toMatchObject({ data: [{ saleId, ...exceeded }] });
  });
});
