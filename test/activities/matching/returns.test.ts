import { openCashWorld, type CashWorld } from '../../support/cash-world.js';
import type { InvoicedSale } from '../../support/invoiced-sale.js';

let world: CashWorld;

beforeAll(async () => {
  world = await openCashWorld();
});

afterEach(() => world.expectTies());

afterAll(() => world.close());

describe('a return of the bank', () => {
  it.each(['NONREF', 'NOTPROVIDED', '0000000000', 'TUNAI'])(
    'never takes back a payment of a stranger for the reference %s, which everybody bears',
    async (bankReference) => {
      const [invoice, another] = [await freshInvoice(), await freshInvoice()];
      const paidIn = await bookLines([
        paying(invoice, { text: invoice.paymentReference, bankReference }),
        paying(another, { text: another.paymentReference, bankReference, payerName: 'CV Lain' }),
      ]);
      const id = await bookLines([
        { amount: -invoice.total, isReversal: true, text: 'Retur', bankReference, ...NOBODY },
      ]);
      expect(await outcomes(id)).toEqual(['reversal-unclear']);
      expect((await payments(paidIn)).map(({ state }) => state)).toEqual(['applied', 'applied']);
    },
  );

  it('never takes back a payment of a stranger for a number that the bank uses anew', async () => {
    const invoice = await freshInvoice();
    await bookLines([paying(invoice, { text: invoice.paymentReference, bankReference: 'USED-1' })]);
    const stranger = { payerName: 'CV Lain', payerAccount: '900900900' };
    const id = await bookLines([
      { amount: -invoice.total, isReversal: true, bankReference: 'USED-1', ...stranger },
    ]);
    expect(await outcomes(id)).toEqual(['reversal-unclear']);
    expect(await openAmount(invoice)).toBe(0n);
  });

  it('finds the payment inside a batch that its own reference names', async () => {
    const [invoice, another] = [await freshInvoice(), await freshInvoice()];
    const parts = [invoice, another].map((one, index) => ({
      amount: one.total,
      endToEndReference: `BATCH-E${index}`,
      text: one.paymentReference,
    }));
    const total = invoice.total + another.total;
    const paidIn = await bookLines([{ amount: total, payments: parts, bankReference: 'BATCH-1' }]);
    const id = await bookLines([
      { amount: -another.total, isReversal: true, endToEndReference: 'BATCH-E1', ...NOBODY },
    ]);
    expect(await outcomes(id)).toEqual(['reversal']);
    const states = (await payments(paidIn)).map(({ amount, state }) => ({ amount, state }));
    expect(states).toContainEqual({ amount: another.total, state: 'reversed' });
    expect(states).toContainEqual({ amount: invoice.total, state: 'applied' });
  });
});

/** A return that names no party, as many banks write it. */
const NOBODY = { payerName: '', payerAccount: '' };

type Entry = NonNullable<Parameters<CashWorld['statement']>[0][number]>;

let packets = 0;

/** Of an amount that no other invoice of these tests has. */
function freshInvoice(): Promise<InvoicedSale> {
  packets += 1;
  return world.invoice({ customer: world.shop.customers.hotel.number, packets });
}

function paying({ total }: InvoicedSale, entry: Entry): Entry {
  return { amount: total, payerName: 'Pengirim', payerAccount: '5550001112', ...entry };
}

function bookLines(entries: readonly Entry[]): Promise<string> {
  return world.book(world.statement(entries));
}

async function outcomes(statementId: string): Promise<string[]> {
  const lines = await world.database.prisma.bankStatementLine.findMany({
    where: { statementId },
    orderBy: { position: 'asc' },
  });
  return lines.map(({ outcome }) => outcome);
}

function payments(statementId: string) {
  return world.database.prisma.payment.findMany({ where: { bankStatementLine: { statementId } } });
}

async function openAmount({ invoiceId }: InvoicedSale): Promise<bigint> {
  const items = await world.database.prisma.openItem.findMany({ where: { invoiceId } });
  return items.reduce((total, item) => total + item.openAmount, 0n);
}
