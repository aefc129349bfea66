import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { byDueDate, fillInOrder } from '../../../domain/matching/oldest-first.js';
import { foldLookAlikes, referenceKey } from '../../../domain/matching/reference-key.js';
import { normaliseAccount } from '../../../domain/statement/text.js';
import { useEmptyBooks } from '../../support/empty-books.js';
import { anItem } from '../../domain/matching/some-books.js';
import { openOwingShop } from '../../support/owing-shop.js';

const empty = useEmptyBooks('owner');

/** What document numbers, references and accounts are made of. */
const printable = fc.string({
  unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
  maxLength: 40,
});

/** Closes what the test has opened. */
let afterThis: (() => Promise<void>) | undefined;

afterEach(async () => {
  await afterThis?.();
  afterThis = undefined;
});

describe('SQL and the rules', () => {
  it('compare references in the same form', async () => {
    const texts = [
      'INV/NSA/2026/000017-3',
      '2610 0000 0017',
      'BILLS',
      ...fc.sample(printable, 300),
    ];
    const rows = await empty().database.prisma.$queryRaw<{ text: string; key: string }[]>`
      SELECT t AS text, folded_reference_key(t) AS key FROM unnest(${texts}::text[]) t`;
    expect(rows).toEqual(texts.map((text) => ({ text, key: foldLookAlikes(referenceKey(text)) })));
  });

  it('compare accounts in the same form', async () => {
    const texts = [
      '123-456 78',
      'id 12.34',
      '１２３－４５６ ７８',
      'ｉｄ１２',
      ...fc.sample(printable, 300),
    ];
    const rows = await empty().database.prisma.$queryRaw<{ text: string; key: string | null }[]>`
      SELECT t AS text, account_key(t) AS key FROM unnest(${texts}::text[]) t`;
    expect(rows).toEqual(texts.map((text) => ({ text, key: normaliseAccount(text) || null })));
  });

  it('fill open items of one day in the same order', async () => {
    const world = await openOwingShop();
    afterThis = world.close;
    await world.change((tx) => tx.customer.updateMany({ data: { instalments: 6 } }));
    const { invoiceId } = await world.sell('C-0001', 6);
    const rows = await world.change(async (tx) => {
      await tx.$executeRaw`UPDATE open_item SET due_on = '2026-08-01'`;
      return tx.openItem.findMany();
    });
    const dueOn = Temporal.PlainDate.from('2026-08-01');
    const items = rows.map(({ id, instalment, openAmount }, n) =>
      anItem(n + 1, { id, instalment, dueOn, open: { amount: openAmount, currency: 'IDR' } }),
    );
    const paid = 130_000n;
    const filled = fillInOrder(items.toSorted(byDueDate), paid).map(({ openItemId, amount }) => ({
      openItemId,
      amount: Number(amount),
    }));
    const [parts] = await world.change(
      (tx) => tx.$queryRaw<{ oldest: unknown; creditable: unknown }[]>`
        SELECT oldest_first_of_invoice(${invoiceId}::uuid, ${paid}) AS oldest,
          oldest_first_of_invoice(${invoiceId}::uuid, ${paid}, '{instalment}') AS creditable`,
    );
    expect(parts).toEqual({ oldest: filled, creditable: filled });
  });
});
