import { ended, pay, remindersFor, sellOnAccount } from '../sales.js';
import { idr, must, type Fate } from './fate.js';

/** The customer pays by transfer; the bank's file carries the reference. */
export const paidByBankFile: Fate = {
  name: 'on account, paid by bank file',
  play: async (world) => {
    const invoice = await sellOnAccount(world, { customer: 'C-0026', place: 3 });
    await world.days(3);
    pay(world, invoice);
    const outcome = await ended(world, invoice.saleId);
    must(outcome === 'paid', `it ended as ${outcome}`);
    must((await remindersFor(world, invoice)) === 0, 'a customer who paid was reminded');
    return `${invoice.number} closed as paid, no reminder`;
  },
};

export const paidAfterSecondReminder: Fate = {
  name: 'paid after the second reminder',
  play: async (world) => {
    const invoice = await sellOnAccount(world, { customer: 'C-0027', place: 4 });
    await world.waitFor(
      'the second reminder',
      async () => ((await remindersFor(world, invoice)) >= 2 ? true : undefined),
      { days: 60 },
    );
    pay(world, invoice);
    const outcome = await ended(world, invoice.saleId);
    const reminders = await remindersFor(world, invoice);
    must(outcome === 'paid' && reminders === 2, `${outcome} after ${reminders} reminders`);
    return 'closed as paid after 2 reminders';
  },
};

/** A promise stops the reminders and is kept. */
export const promiseKept: Fate = {
  name: 'promise kept',
  play: async (world) => {
    const invoice = await sellOnAccount(world, { customer: 'C-0028', place: 5 });
    await world.waitFor(
      'the first reminder',
      async () => ((await remindersFor(world, invoice)) >= 1 ? true : undefined),
      { days: 60 },
    );
    const promise = await world.api('arClerk', `POST /v1/invoices/${invoice.invoiceId}/promises`, {
      body: {
        amount: idr(invoice.amount),
        // Days are seconds here: far enough that a slow machine has the money booked by then.
        promisedFor: world.today().add({ days: 20 }).toString(),
      },
    });
    must(promise.status === 201, `the promise was refused: ${JSON.stringify(promise.body)}`);
    await world.days(4);
    pay(world, invoice);
    const outcome = await ended(world, invoice.saleId);
    const reminders = await remindersFor(world, invoice);
    must(outcome === 'paid' && reminders === 1, `${outcome} after ${reminders} reminders`);
    const kept = await world.waitFor('the promise to be kept', () =>
      world.database.prisma.promiseToPay
        .findFirst({ where: { invoiceId: invoice.invoiceId, state: 'kept' } })
        .then((found) => found ?? undefined),
    );
    return `promise of ${kept.amount} kept, no further reminder`;
  },
};

/** A justified dispute is credited; the rest is paid. */
export const disputeSettled: Fate = {
  name: 'dispute settled by credit note',
  play: async (world) => {
    const invoice = await sellOnAccount(world, { customer: 'C-0029', place: 6 });
    const wrong = invoice.amount / 4n;
    const path = `/v1/invoices/${invoice.invoiceId}`;
    const dispute = await world.api('arClerk', `POST ${path}/disputes`, {
      body: { reason: 'One piece arrived broken', amount: idr(wrong) },
    });
    must(dispute.status === 201, `the dispute was refused: ${JSON.stringify(dispute.body)}`);
    await world.days(25);
    must((await remindersFor(world, invoice)) === 0, 'a disputed invoice was reminded');
    const note = await world.api('arManager', `POST ${path}/credit-notes`, {
      body: { amount: idr(wrong), reason: 'Broken piece', dispute: dispute.body.id },
    });
    must(note.status === 201, `the credit note was refused: ${JSON.stringify(note.body)}`);
    pay(world, invoice, invoice.amount - wrong);
    const outcome = await ended(world, invoice.saleId);
    must(outcome === 'paid', `it ended as ${outcome}`);
    return `credit note ${note.body.number}, rest paid, never reminded`;
  },
};
