import { randomUUID } from 'node:crypto';
import type { TestApi } from '../../support/api-client.js';
import { aCase } from '../../support/agency-case.js';
import { aSaleOnAccount, rupiah } from '../../support/a-sale.js';
import { captureAt } from '../../support/capture-at.js';
import { openOwingShop, type OwingShop } from '../../support/owing-shop.js';

let world: OwingShop;
let api: TestApi;
let keptSaleId: string;

/** Rp450,000 with an agency, Rp90,000 overdue since May, Rp45,000 kept; the limit ended yesterday. */
beforeAll(async () => {
  world = await openOwingShop();
  api = await world.api();
  const { sale } = await captureAt(world, { customer: 'C-0001' }, { delivery: { kind: 'later' } });
  keptSaleId = sale.id;
  await aCase(world, { customer: 'C-0001' });
  const { invoiceId } = await world.sell('C-0001', 2);
  await world.change(async (tx) => {
    await tx.openItem.updateMany({ where: { invoiceId }, data: { dueOn: new Date('2026-05-15') } });
    await tx.customerCredit.updateMany({
      where: { customer: { number: 'C-0001' } },
      data: { validUntil: new Date('2026-06-30'), limitAmount: 500_000n },
    });
  });
});
afterAll(async () => {
  await api.close();
  await world.close();
});

describe('the credit line of a customer', () => {
  it('says everything that a till would be told, the weightiest first', async () => {
    const { body } = await read(`/v1/customers/${world.shop.customers.warung.id}/credit`);
    expect(body).toMatchObject({
      status: 'open',
      limit: rupiah(500_000),
      exposure: {
        invoiced: rupiah(540_000),
        notInvoiced: rupiah(45_000),
        total: rupiah(585_000),
      },
      available: rupiah(0),
      overdueSince: '2026-05-15',
      validUntil: '2026-06-30',
      reasons: [
        {
          code: 'CREDIT_EXPIRED',
          detail: 'The credit limit of the customer ended on 30 June 2026.',
        },
        {
          code: 'CUSTOMER_PLACED',
          detail: 'A collection agency has an invoice of the customer.',
        },
        { code: 'CREDIT_OVERDUE' },
        {
          code: 'CREDIT_EXCEEDED',
          detail: 'Rp585,000 of the limit of Rp500,000 is used.',
          words: {
            id: 'Dari batas kredit Rp500.000, Rp585.000 sudah terpakai.',
            en: 'Rp585,000 of the limit of Rp500,000 is used.',
          },
        },
      ],
    });
  });

  it('has no reasons when nothing is wrong, and all that is left of the limit to sell', async () => {
    const { body } = await read(`/v1/customers/${world.shop.customers.hotel.id}/credit`);
    expect(body).toMatchObject({
      available: rupiah(1_000_000_000),
      overdueSince: null,
      validUntil: null,
      reasons: [],
    });
  });

  it('tells the cashier the first of these reasons in one sentence', async () => {
    const body = aSaleOnAccount('C-0001', {
      capturedAt: world.clock.iso(),
      businessDate: '2026-07-01',
    });
    const answer = await api.send('PUT', `/v1/sales/${randomUUID()}`, {
      as: world.shop.terminalTokens[0],
      body,
    });
    expect(answer).toMatchObject({
      status: 422,
      body: {
        code: 'CREDIT_EXPIRED',
        title: 'The credit limit of the customer has ended',
        detail: 'The credit limit of the customer ended on 30 June 2026.',
        param: 'customer',
        words: {
          id: 'Batas kredit pelanggan ini berakhir pada 30 Jun 2026.',
          en: 'The credit limit of the customer ended on 30 Jun 2026.',
        },
      },
    });
  });

  it('keeps goods here that were put aside for the customer', async () => {
    const answer = await api.send('POST', `/v1/sales/${keptSaleId}/delivery`, {
      as: world.shop.tokens.cashier,
      headers: { 'Idempotency-Key': randomUUID() },
    });
    expect(answer).toMatchObject({
      status: 422,
      body: { code: 'CREDIT_EXPIRED', param: 'saleId' },
    });
  });
});

function read(path: string) {
  return api.send('GET', path, { as: world.shop.tokens.arClerk });
}
