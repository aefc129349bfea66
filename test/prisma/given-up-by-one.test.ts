import { creditInvoice } from '../../activities/invoice/issue-credit-note.js';
import { accountCode } from '../../domain/ledger/accounts.js';
import type { DeductionKind } from '../../domain/ledger/deductions.js';
import { money } from '../../domain/money/money.js';
import * as paymentCommands from '../../prisma/commands/payment.js';
import { type Owed, useOwingShop } from '../support/owing-shop.js';
import { testContext } from '../support/shop.js';

const TODAY = '2026-07-01';
/** Of the shop: what one person alone may give up. */
const LIMIT = 1_000_000;

const world = useOwingShop('each');

describe('what one person alone gives up', () => {
  it.each<[string, DeductionKind]>([
    ['a fee', 'bankFee'],
    ['a discount', 'earlyPayment'],
    ['tax without proof', 'withholdingTax'],
  ])('has a limit, as %s too', async (_what, kind) => {
    const owed = await world.sell('C-0002', 40);
    await expect(keepBack(owed, [kind, LIMIT + 1])).rejects.toMatchObject({
      code: 'DEDUCTION_ABOVE_LIMIT',
    });
    await keepBack(owed, [kind, LIMIT]);
  });

  it('is counted over calls, payments and kinds, credit notes with it', async () => {
    const owed = await world.sell('C-0002', 40);
    await keepBack(owed, ['bankFee', 400_000]);
    expect(await credit(owed, 300_000n)).toMatchObject({ kind: 'issued' });
    await expect(keepBack(owed, ['earlyPayment', 300_001])).rejects.toMatchObject({
      code: 'DEDUCTION_ABOVE_LIMIT',
    });
    expect(await credit(owed, 300_001n)).toMatchObject({ kind: 'requested' });
    await keepBack(owed, ['withholdingTax', 300_000]);
  });

  it('is held by the table itself: another note that no command has looked at is refused', async () => {
    const owed = await world.sell('C-0002', 40);
    expect(await credit(owed, 600_000n)).toMatchObject({ kind: 'issued' });
    const copied = world.change(
      (tx) => tx.$executeRaw`
        INSERT INTO credit_note
        SELECT (jsonb_populate_record(c, jsonb_build_object(
          'id', uuid_v7(), 'number', c.number || 'x', 'series_number', c.series_number + 1))).*
        FROM credit_note c WHERE c.invoice_id = ${owed.invoiceId}::uuid`,
    );
    await expect(copied).rejects.toThrow('One person may give up');
  });

  it('is counted over the invoices of a customer in one day', async () => {
    const [first, second] = [await world.sell('C-0002', 40), await world.sell('C-0002', 40)];
    await keepBack(first, ['bankFee', 600_000]);
    await expect(keepBack(second, ['bankFee', 400_001])).rejects.toMatchObject({
      code: 'DEDUCTION_ABOVE_LIMIT',
    });
    world.clock.set('2026-07-02T09:00:00+07:00');
    await keepBack(second, ['bankFee', 400_001], { bookedOn: '2026-07-02' });
  });

  it('is less where the role allows less, over calls too', async () => {
    const owed = await world.sell('C-0002', 40);
    const asClerk = { aloneMax: '10000' };
    await keepBack(owed, ['bankFee', 6_000], asClerk);
    await expect(keepBack(owed, ['bankFee', 4_001], asClerk)).rejects.toMatchObject({
      code: 'DEDUCTION_ABOVE_LIMIT',
    });
    await keepBack(owed, ['bankFee', 4_000], asClerk);
  });
});

describe('withheld tax', () => {
  it('with the number of its document is bounded by its rate, over calls too', async () => {
    const owed = await world.sell('C-0002', 40);
    const { netAmount } = await world.database.prisma.invoice.findUniqueOrThrow({
      where: { id: owed.invoiceId },
    });
    const lawful = Math.ceil((Number(netAmount) * 2) / 100);
    const proof = { documentReference: '26080BPJ7' };
    await keepBack(owed, ['withholdingTax', lawful - 10], proof);
    await expect(keepBack(owed, ['withholdingTax', 11], proof)).rejects.toMatchObject({
      code: 'WITHHOLDING_ABOVE_RATE',
    });
    await keepBack(owed, ['withholdingTax', 10], proof);
  });

  it.each(['none', '-', 'n/a 1'])('is not proved by a document called %s', async (name) => {
    const owed = await world.sell('C-0002', 40);
    await expect(
      keepBack(owed, ['withholdingTax', 1_000], { documentReference: name }),
    ).rejects.toMatchObject({ code: 'DEDUCTION_DOCUMENT_INVALID' });
  });
});

describe('a deduction', () => {
  it('is not taken while the payment has money left', async () => {
    const owed = await world.sell('C-0002', 40);
    const paying = keepBack(owed, ['bankFee', 1_000], { received: 5_000n });
    await expect(paying).rejects.toMatchObject({ code: 'DEDUCTION_WITH_SURPLUS' });
  });

  it('is not taken from an invoice of which the payment pays nothing', async () => {
    const [owed, other] = [await world.sell('C-0002', 40), await world.sell('C-0001', 1)];
    const paying = keepBack(owed, ['bankFee', 1_000], { from: other });
    await expect(paying).rejects.toMatchObject({ code: 'DEDUCTION_WITHOUT_PAYMENT' });
  });
});

type Changes = Readonly<{
  bookedOn?: string;
  aloneMax?: string;
  documentReference?: string;
  received?: bigint;
  from?: Owed;
}>;

/** Pays a thousand rupiah of an invoice, of which the payer has kept something back. */
async function keepBack(
  owed: Owed,
  [kind, amount]: readonly [DeductionKind, number],
  { bookedOn = TODAY, aloneMax, documentReference, received = 1_000n, from = owed }: Changes = {},
): Promise<void> {
  const item = await itemOf(owed);
  const { id: openItemId } = await itemOf(from);
  await world.call(paymentCommands.applyPayment, {
    paymentId: await world.receive(item.customerId, received),
    bookedOn,
    aloneMax,
    items: [{ openItemId: item.id, amount: '1000' }],
    deductions: [
      {
        openItemId,
        kind,
        amount: String(amount),
        account: accountCode('bankFees'),
        documentReference,
      },
    ],
    accounts: {
      unappliedCash: accountCode('unappliedCash'),
      receivables: accountCode('receivables'),
    },
  });
}

function itemOf({ invoiceId }: Owed) {
  return world.database.prisma.openItem.findFirstOrThrow({ where: { invoiceId } });
}

function credit({ invoiceId }: Owed, amount: bigint) {
  const ctx = testContext(world.clock.iso());
  return world.database.transaction(ctx, (tx) =>
    creditInvoice(tx, ctx, {
      invoiceId,
      amount: money(amount, 'IDR'),
      reason: 'Retur',
      issuedOn: TODAY,
    }),
  );
}
