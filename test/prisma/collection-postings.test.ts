import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { recordRemittance } from '../../activities/collection/record-remittance.js';
import { reportEvent } from '../../activities/collection/report-event.js';
import { accountCode } from '../../domain/ledger/accounts.js';
import { money } from '../../domain/money/money.js';
import { multiplyRational, rational } from '../../domain/money/rational.js';
import {
  entriesForAllocation,
  entriesForDunningFee,
  entriesForPayment,
  entriesForRemittance,
  entriesForSettledRemittance,
} from '../oracle/ledger/postings.js';
import { anAcceptedCase, asAgency, type AgencyCase } from '../support/agency-case.js';
import { recordBankMoney } from '../support/bank-line.js';
import { testContext } from '../support/shop.js';
import { closeLetter, openLetter } from '../support/letters.js';
import { openOwingShop, type OwingShop } from '../support/owing-shop.js';
import { expectedLines, postedLines } from '../support/posted-lines.js';
import * as collectionCommands from '../../prisma/commands/collection.js';

let world: OwingShop;

beforeAll(async () => {
  world = await openOwingShop();
});
afterAll(() => world.close());
afterEach(() => world.verify());

describe('what dunning and agencies post is what the oracle says', () => {
  it('of the fee for a letter', async () => {
    const owed = await world.sell('C-0001', 1);
    await world.change((tx) => tx.openItem.updateMany({ data: { dueOn: new Date('2026-06-10') } }));
    const at = await dimensionsOf(owed.invoiceId);
    const letter = { invoiceId: owed.invoiceId, amount: owed.amount };
    await closeLetter(
      world,
      await openLetter(world, { ...letter, level: 1, businessDay: '2026-06-20' }),
    );
    await closeLetter(
      world,
      await openLetter(world, { ...letter, level: 2, businessDay: '2026-07-01' }),
    );
    const fee = await world.database.prisma.openItem.findFirstOrThrow({ where: { kind: 'fee' } });
    expect(await postedLines(world.database, fee.id)).toEqual(
      expectedLines(entriesForDunningFee(fee.amount, at)),
    );
  });

  it('of what an agency collects, keeps and passes on, for any amount', async () => {
    await fc.assert(
      fc.asyncProperty(fc.bigInt({ min: 1n, max: 450_000n }), async (amount) => {
        const placed = await anAcceptedCase(world, { customer: 'C-0002' });
        await expectCollected(placed, amount);
        await expectRemitted(placed, amount);
      }),
      { numRuns: 6 },
    );
  });
});

async function expectCollected(placed: AgencyCase, amount: bigint): Promise<void> {
  const { placementId, agencyId, invoiceId } = placed;
  await asAgency(world, agencyId, (tx, ctx) =>
    reportEvent(tx, ctx, {
      placementId,
      sequence: 1,
      type: 'payment',
      occurredAt: world.clock.iso(),
      amount: money(amount, 'IDR'),
      promisedFor: undefined,
      reason: undefined,
      content: '{}',
    }),
  );
  const at = await dimensionsOf(invoiceId);
  const { id, paymentId } = await world.database.prisma.allocation.findFirstOrThrow({
    where: { openItem: { invoiceId } },
  });
  expect(await postedLines(world.database, paymentId ?? '')).toEqual(
    expectedLines(entriesForPayment(amount, 'agencyClearing', at)),
  );
  expect(await postedLines(world.database, id)).toEqual(
    expectedLines(entriesForAllocation(amount, at)),
  );
}

/** 15 % of anything, PPN of 11 % on it: the agreement of the tests. */
async function expectRemitted(placed: AgencyCase, gross: bigint): Promise<void> {
  const { placementId, agencyId } = placed;
  const commission = multiplyRational(gross, rational(15n, 100n), 'half-up');
  const taxOnCommission = multiplyRational(commission, rational(11n, 100n), 'half-up');
  const net = gross - commission - taxOnCommission;
  const today = world.clock.today('Asia/Jakarta').toString();
  const number = `REM-${randomUUID()}`;
  const { remittanceId } = await asAgency(world, agencyId, (tx, ctx) =>
    recordRemittance(tx, ctx, {
      number,
      remittedOn: today,
      currency: 'IDR',
      gross,
      commission,
      taxOnCommission,
      net,
      payments: [{ placementId, sequence: 1, amount: gross }],
    }),
  );
  const kept = entriesForRemittance({ commission, taxOnCommission });
  expect(await postedLines(world.database, remittanceId, 'remittance')).toEqual(
    expectedLines(kept),
  );
  const accounts = {
    unappliedCash: accountCode('unappliedCash'),
    agencyClearing: accountCode('agencyClearing'),
  };
  const paymentId = await recordBankMoney(world.database, testContext(world.clock.iso()), {
    externalId: number,
    legalEntityId: world.shop.legalEntityId,
    amount: net.toString(),
    currency: 'IDR',
    valueDate: today,
    businessDate: today,
    accountCode: accountCode('bank'),
    accounts: { unappliedCash: accounts.unappliedCash },
  });
  await world.call(collectionCommands.settleRemittance, {
    remittanceId,
    paymentId,
    businessDate: today,
    accounts,
  });
  expect(await postedLines(world.database, remittanceId, 'remittance-settled')).toEqual(
    expectedLines(entriesForSettledRemittance(net)),
  );
}

async function dimensionsOf(id: string): Promise<{ storeId: string; customerId: string }> {
  const { storeId, customerId } = await world.database.prisma.invoice.findUniqueOrThrow({
    where: { id },
  });
  return { storeId, customerId };
}
