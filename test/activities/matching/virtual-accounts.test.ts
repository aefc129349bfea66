import type { AnswerOf, Command, InputOf } from '../../../prisma/commands/command.js';
import * as customerCommands from '../../../prisma/commands/customer.js';
import { useBank, type BankLine } from '../../support/bank.js';
import { testContext } from '../../support/shop.js';

const bank = useBank();

let given = 0;

/** Opens a virtual account of the hotel, or of one of its invoices. */
async function openAccount(invoiceId: string | null = null) {
  given += 1;
  const number = `88100000${String(given).padStart(8, '0')}`;
  const { virtualAccountId } = await call(customerCommands.openVirtualAccount, {
    customerId: hotel(),
    number,
    bankCode: 'BNC',
    invoiceId,
  });
  return { number, virtualAccountId };
}

describe('money on a virtual account', () => {
  it('of a customer is for what the customer owes, whoever paid', async () => {
    const invoice = await bank.freshInvoice();
    const { number } = await openAccount();
    const payment = await paid({ amount: invoice.total, text: `BAYAR VA ${number}` });
    expect(payment).toMatchObject({ state: 'applied', customerId: hotel() });
    expect(await bank.openAmount(invoice)).toBe(0n);
  });

  it('of an invoice pays that invoice', async () => {
    const invoice = await bank.freshInvoice();
    const { number } = await openAccount(invoice.invoiceId);
    const payment = await paid({ amount: invoice.total, text: `VA ${number}` });
    expect(payment).toMatchObject({ state: 'applied' });
    expect(await bank.openAmount(invoice)).toBe(0n);
  });

  it('that ended is money of nobody that we know', async () => {
    const { number, virtualAccountId } = await openAccount();
    const ended = { customerId: hotel(), virtualAccountId, closed: true };
    await call(customerCommands.closeVirtualAccount, ended);
    expect(await paid({ amount: 1_234n, text: `VA ${number}` })).toMatchObject({
      state: 'unapplied',
      customerId: null,
    });
  });

  it('that came before the account was told is found by the next look', async () => {
    const invoice = await bank.freshInvoice();
    const number = '8810123456789012';
    const payment = await paid({ amount: invoice.total + 1n, text: `VA ${number}` });
    expect(payment).toMatchObject({ state: 'unapplied' });
    await bank.world().activities.matchAgain();
    await call(customerCommands.openVirtualAccount, {
      customerId: hotel(),
      number,
      bankCode: 'BNC',
      invoiceId: null,
    });
    await bank.world().activities.matchAgain();
    const after = await stateOf(payment.id);
    expect(after).toMatchObject({ state: 'suggested', customerId: hotel() });
  });
});

describe('a bank account that a person named', () => {
  it('makes money that waits a suggestion of the customer, until it is ended', async () => {
    const invoice = await bank.freshInvoice();
    const account = '7012349999';
    const payment = await paid({ amount: invoice.total + 3n, payerAccount: account });
    await bank.world().activities.matchAgain();
    expect(await stateOf(payment.id)).toMatchObject({ state: 'unapplied' });
    const customerId = hotel();
    const { aliasId } = await call(customerCommands.addCustomerAlias, { customerId, account });
    await bank.world().activities.matchAgain();
    expect(await stateOf(payment.id)).toMatchObject({ state: 'suggested' });
    const ended = { customerId, aliasId, revoked: true };
    await call(customerCommands.revokeCustomerAlias, ended);
    await bank.world().activities.matchAgain();
    expect(await stateOf(payment.id)).toMatchObject({ state: 'unapplied', customerId: null });
    await call(customerCommands.revokeCustomerAlias, { ...ended, revoked: false });
    await bank.world().activities.matchAgain();
    expect(await stateOf(payment.id)).toMatchObject({ state: 'suggested', customerId });
  });
});

function hotel(): string {
  return bank.world().shop.customers.hotel.id;
}

function call<C extends Command>(command: C, input: InputOf<C>): Promise<AnswerOf<C>> {
  const { database, clock } = bank.world();
  return database.call(command, testContext(clock.iso()), input);
}

async function paid(line: BankLine) {
  const statementId = await bank.bookLines([
    { payerName: 'Pengirim', payerAccount: '5550001112', ...line },
  ]);
  const [payment] = await bank.payments(statementId);
  if (payment === undefined) throw new Error('no payment');
  return payment;
}

function stateOf(id: string) {
  return bank.world().database.prisma.payment.findUniqueOrThrow({ where: { id } });
}
