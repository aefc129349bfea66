import { recordRemittance } from '../../../activities/collection/record-remittance.js';
import { reportEvent } from '../../../activities/collection/report-event.js';
import { money } from '../../../domain/money/money.js';
import { rupiah } from '../../support/a-sale.js';
import { anAcceptedCase, asAgency } from '../../support/agency-case.js';
import { startApi, type TestApi } from '../../support/api-client.js';
import { openCashWorld, TODAY } from '../../support/cash-world.js';
import { openOwingShop } from '../../support/owing-shop.js';

describe('what has settled an invoice', () => {
  it('is its payment with the line of the bank, its credit note, and no more what was undone', async () => {
    const world = await openCashWorld();
    const api = await startApi(world.database, { clock: world.clock });
    const invoice = await world.invoice({ packets: 2 });
    const note = await api.send('POST', `/v1/invoices/${invoice.invoiceId}/credit-notes`, {
      as: world.shop.tokens.arManager,
      body: { amount: rupiah(10_000), reason: 'Rusak' },
      headers: { 'idempotency-key': 'a-credit-note-for-this' },
    });
    const line = {
      amount: 80_000n,
      text: invoice.paymentReference,
      payerName: 'Warung',
      bankReference: 'BR-1',
    };
    const statementId = await world.book(world.statement([line]));
    const { number } = note.body as { number: string };
    const [credited, paid, ...more] = await settlementsOf(api, world.shop, invoice.invoiceId);
    expect(more).toEqual([]);
    expect(credited).toMatchObject({
      kind: 'credit-note',
      amount: rupiah(10_000),
      document: { number },
      bankLine: null,
    });
    expect(paid).toMatchObject({
      kind: 'payment',
      amount: rupiah(80_000),
      on: TODAY,
      payer: 'Warung',
      bankLine: { statementId, position: 1, bookingDate: TODAY, bankReference: 'BR-1' },
    });

    const [allocation] = await world.database.prisma.allocation.findMany({
      where: { kind: 'payment' },
    });
    const undone = await api.send('POST', `/v1/allocations/${allocation?.id}/reversal`, {
      as: world.shop.tokens.arManager,
      body: { reason: 'wrong' },
      headers: { 'idempotency-key': 'undo-this-allocation' },
    });
    expect(undone.status).toBe(201);
    expect(await settlementsOf(api, world.shop, invoice.invoiceId)).toMatchObject([
      { kind: 'credit-note' },
    ]);
    await world.expectTies();
    await api.close();
    await world.close();
  });

  it('is the remittance of an agency', async () => {
    const world = await openOwingShop();
    const api = await world.api();
    const { placementId, agencyId, invoiceId } = await anAcceptedCase(world);
    await asAgency(world, agencyId, (tx, ctx) =>
      reportEvent(tx, ctx, {
        placementId,
        sequence: 1,
        type: 'payment',
        occurredAt: world.clock.iso(),
        amount: money(100_000n, 'IDR'),
        promisedFor: undefined,
        reason: undefined,
        content: '{}',
      }),
    );
    const collected = { kind: 'remittance', amount: rupiah(100_000), bankLine: null };
    expect(await settlementsOf(api, world.shop, invoiceId)).toMatchObject([
      { ...collected, document: { number: null }, payer: 'Penagihan AGN-A' },
    ]);
    await asAgency(world, agencyId, (tx, ctx) =>
      recordRemittance(tx, ctx, {
        number: 'REM-7',
        remittedOn: '2026-07-01',
        currency: 'IDR',
        gross: 100_000n,
        commission: 15_000n,
        taxOnCommission: 1_650n,
        net: 83_350n,
        payments: [{ placementId, sequence: 1, amount: 100_000n }],
      }),
    );
    expect(await settlementsOf(api, world.shop, invoiceId)).toMatchObject([
      { ...collected, document: { number: 'REM-7' } },
    ]);
    await world.verify();
    await api.close();
    await world.close();
  });
});

async function settlementsOf(
  api: TestApi,
  { tokens }: Readonly<{ tokens: Readonly<{ auditor: string }> }>,
  invoiceId: string,
): Promise<unknown[]> {
  const { body } = await api.send('GET', `/v1/invoices/${invoiceId}`, { as: tokens.auditor });
  return (body as { settlements: unknown[] }).settlements;
}
