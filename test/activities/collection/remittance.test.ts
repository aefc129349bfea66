import {
  recordRemittance,
  type RemittanceCommand,
} from '../../../activities/collection/record-remittance.js';
import { reportEvent } from '../../../activities/collection/report-event.js';
import { accountCode } from '../../../domain/ledger/accounts.js';
import { money } from '../../../domain/money/money.js';
import { anAcceptedCase, asAgency, type AgencyCase } from '../../support/agency-case.js';
import { recordBankMoney } from '../../support/bank-line.js';
import { testContext } from '../../support/shop.js';
import { openOwingShop, type OwingShop } from '../../support/owing-shop.js';
import * as collectionCommands from '../../../prisma/commands/collection.js';

let world: OwingShop;
let placed: AgencyCase;

beforeEach(async () => {
  world = await openOwingShop();
  placed = await anAcceptedCase(world);
  await collect(1, 100_001n);
  await collect(2, 50_000n);
});

afterEach(async () => {
  await world.verify();
  await world.close();
});

describe('a remittance', () => {
  it('books commission and tax, and the rest stays with the agency until the bank has it', async () => {
    expect(await remit()).toMatchObject({ kind: 'recorded' });
    // 15 % of 150,001, rounded once; 11 % on it.
    expect(await balances()).toEqual({
      agencyClearing: 150_001n - 22_500n - 2_475n,
      commission: 22_500n,
      inputTax: 2_475n,
    });
    const lines = await world.database.prisma.remittanceLine.findMany();
    expect(lines.reduce((sum, line) => sum + line.commissionAmount, 0n)).toBe(22_500n);
  });

  it('is booked once, however often it comes, also three times at once', async () => {
    const answers = await Promise.all([remit(), remit(), remit()]);
    expect(answers.map(({ kind }) => kind).toSorted()).toEqual([
      'recorded',
      'replayed',
      'replayed',
    ]);
    expect(await world.database.prisma.remittance.count()).toBe(1);
  });

  it('is refused when it lies in the future', async () => {
    await expect(remit({ remittedOn: '2030-01-01' })).rejects.toMatchObject({
      code: 'EVENT_IN_FUTURE',
      param: 'remittedOn',
    });
    expect(await world.database.prisma.remittance.count()).toBe(0);
  });

  it('is refused under a known number with other content', async () => {
    await remit();
    await collect(3, 10_000n);
    const payments = [{ placementId: placed.placementId, sequence: 3, amount: 10_000n }];
    const other = {
      gross: 10_000n,
      commission: 1_500n,
      taxOnCommission: 165n,
      net: 8_335n,
      payments,
    };
    await expect(remit(other)).rejects.toMatchObject({ code: 'REMITTANCE_CONFLICT' });
  });

  it('pays over no payment twice', async () => {
    await remit();
    await expect(remit({ number: 'REM-2' })).rejects.toMatchObject({
      code: 'PAYMENT_ALREADY_REMITTED',
    });
  });

  it.each([
    ['a higher commission', { commission: 30_000n, net: 117_526n }, 'COMMISSION_MISMATCH'],
    ['another tax', { taxOnCommission: 2_476n, net: 125_025n }, 'COMMISSION_TAX_MISMATCH'],
    ['a net that is too low', { net: 125_000n }, 'REMITTANCE_DOES_NOT_FOOT'],
    ['a gross that is too low', { gross: 150_000n, net: 125_025n }, 'REMITTANCE_DOES_NOT_FOOT'],
  ])('is refused with %s, and books nothing', async (_what, wrong, code) => {
    await expect(remit(wrong)).rejects.toMatchObject({ code });
    expect(await world.database.prisma.remittance.count()).toBe(0);
    expect(await balances()).toMatchObject({ agencyClearing: 150_001n, commission: 0n });
  });

  it('of a payment that was never reported is refused', async () => {
    const payments = [{ placementId: placed.placementId, sequence: 9, amount: 150_001n }];
    await expect(remit({ payments })).rejects.toMatchObject({ code: 'PAYMENT_UNKNOWN' });
  });
});

describe('the money of a remittance', () => {
  const accounts = {
    unappliedCash: accountCode('unappliedCash'),
    agencyClearing: accountCode('agencyClearing'),
  };

  it('is recognised by net and number, and agency clearing is even again', async () => {
    await remit();
    const paymentId = await receive(125_026n, 'TRF RECOVERY REM 1 JULI');
    expect(await match(paymentId)).toMatchObject({ kind: 'settled' });
    expect(await balances()).toMatchObject({ agencyClearing: 0n });
    expect(await world.database.prisma.remittance.findFirst()).toMatchObject({
      state: 'settled',
      paymentId,
    });
    expect(await match(paymentId)).toEqual({ kind: 'none' });
  });

  it('is nobody’s when the amount or the number is another', async () => {
    await remit();
    expect(await match(await receive(125_025n, 'REM-1'))).toEqual({ kind: 'none' });
    expect(await match(await receive(125_026n, 'INV 77'))).toEqual({ kind: 'none' });
  });

  async function receive(amount: bigint, remittanceText: string): Promise<string> {
    return recordBankMoney(world.database, testContext(world.clock.iso()), {
      externalId: remittanceText,
      legalEntityId: world.shop.legalEntityId,
      amount: amount.toString(),
      currency: 'IDR',
      valueDate: '2026-07-03',
      businessDate: '2026-07-01',
      remittanceText,
      accountCode: accountCode('bank'),
      accounts: { unappliedCash: accounts.unappliedCash },
    });
  }

  function match(paymentId: string) {
    return world.call(collectionCommands.matchRemittance, {
      paymentId,
      businessDate: '2026-07-01',
      accounts,
    });
  }
});

function collect(sequence: number, amount: bigint) {
  return asAgency(world, placed.agencyId, (tx, ctx) =>
    reportEvent(tx, ctx, {
      placementId: placed.placementId,
      sequence,
      type: 'payment',
      occurredAt: world.clock.iso(),
      amount: money(amount, 'IDR'),
      promisedFor: undefined,
      reason: undefined,
      content: JSON.stringify({ sequence }),
    }),
  );
}

function remit(changes: Partial<RemittanceCommand> = {}) {
  const { placementId, agencyId } = placed;
  return asAgency(world, agencyId, (tx, ctx) =>
    recordRemittance(tx, ctx, {
      number: 'REM-1',
      remittedOn: '2026-07-01',
      currency: 'IDR',
      gross: 150_001n,
      commission: 22_500n,
      taxOnCommission: 2_475n,
      net: 125_026n,
      payments: [
        { placementId, sequence: 1, amount: 100_001n },
        { placementId, sequence: 2, amount: 50_000n },
      ],
      ...changes,
    }),
  );
}

async function balances() {
  const names = ['agencyClearing', 'commission', 'inputTax'] as const;
  const found = await Promise.all(
    names.map((name) =>
      world.database.prisma.journalLine.aggregate({
        where: { accountCode: accountCode(name) },
        _sum: { amount: true },
      }),
    ),
  );
  return Object.fromEntries(names.map((name, index) => [name, found[index]?._sum.amount ?? 0n]));
}
