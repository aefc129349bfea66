import { randomUUID } from 'node:crypto';
import { accountCode } from '../../../domain/ledger/accounts.js';
import { rupiah } from '../../support/a-sale.js';
import { anAcceptedCase } from '../../support/agency-case.js';
import type { TestApi } from '../../support/api-client.js';
import { openOwingShop, type OwingShop } from '../../support/owing-shop.js';

let world: OwingShop;
let api: TestApi;

beforeAll(async () => {
  world = await openOwingShop();
  api = await world.api();
});

afterAll(async () => {
  await world.verify();
  await api.close();
  await world.close();
});

describe('the report about collections', () => {
  it('adds up what was owed, promised, disputed, placed and lost', async () => {
    await aPlacementWithPayment(100_000);
    await aWriteOff(90_000n);
    const promised = await world.sell('C-0001', 2);
    const promise = { promisedOn: '2026-07-01', promisedFor: '2026-07-08', channel: 'phone' };
    const amount = { amount: '90000', currency: 'IDR' };
    await world.call('record_promise', { invoiceId: promised.invoiceId, ...amount, ...promise });
    const disputed = await world.sell('C-0001', 2);
    await world.call('open_dispute', { invoiceId: disputed.invoiceId, reason: 'broken' });

    const path = '/v1/reports/collections?days=30';
    const { status, body } = await api.send('GET', path, { as: world.shop.tokens.auditor });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      asOf: '2026-07-01',
      receivables: {
        atBeginning: rupiah(0),
        creditSales: rupiah(720_000),
        atEnd: rupiah(530_000),
        notDueAtEnd: rupiah(530_000),
        collectionEffectiveness: '100.0',
      },
      promises: { kept: 0, broken: 0, running: 1, keptRate: null },
      disputes: { opened: 1, open: 1, openAmount: rupiah(90_000) },
      writtenOff: rupiah(90_000),
      agencies: [
        {
          agency: { code: 'AGN-A' },
          placements: 1,
          placed: rupiah(450_000),
          collected: rupiah(100_000),
          commission: rupiah(15_000),
          liquidationRate: '22.2',
        },
      ],
    });
  });

  it('shows a day before anything happened as it was', async () => {
    const path = '/v1/reports/collections?asOf=2026-06-30';
    const { body } = await api.send('GET', path, { as: world.shop.tokens.arClerk });
    expect(body).toMatchObject({
      receivables: { atEnd: rupiah(0), collectionEffectiveness: null },
      writtenOff: rupiah(0),
      agencies: [],
    });
  });
});

async function aPlacementWithPayment(amount: number): Promise<void> {
  const { placementId } = await anAcceptedCase(world);
  const answer = await api.send('POST', `/v1/agency/placements/${placementId}/events`, {
    as: world.shop.agencies[0].token,
    body: {
      sequence: 1,
      type: 'payment',
      occurredAt: world.clock.iso(),
      amount: rupiah(amount),
    },
    headers: { 'idempotency-key': randomUUID() },
  });
  expect(answer.status).toBe(201);
}

async function aWriteOff(amount: bigint): Promise<void> {
  const { invoiceId } = await world.sell('C-0001', 2);
  const { writeOffId } = await world.call<{ writeOffId: string }>('request_write_off', {
    invoiceId,
    amount: amount.toString(),
    reason: 'gone',
  });
  const decision = {
    writeOffId,
    decision: 'approved',
    businessDate: '2026-07-01',
    accounts: { badDebt: accountCode('badDebt'), receivables: accountCode('receivables') },
  };
  const second = { kind: 'user', id: 'second', name: 'second' } as const;
  await world.call('decide_write_off', decision, { actor: second });
}
