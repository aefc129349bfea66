import PostalMime from 'postal-mime';
import pino from 'pino';
import { createDunningActivities } from '../../../activities/dunning/dunning-activities.js';
import { createMailer, MailDelayed } from '../../../activities/mail/send-mail.js';
import * as customerCommands from '../../../prisma/commands/customer.js';
import { startMailServer, type MailServer } from '../../support/mail-server.js';
import { openOwingShop, type Owed, type OwingShop } from '../../support/owing-shop.js';

let world: OwingShop;
let mail: MailServer;
let dunning: ReturnType<typeof createDunningActivities>;

beforeEach(async () => {
  world = await openOwingShop();
  mail = await startMailServer();
  const { database, clock } = world;
  const logger = pino({ level: 'silent' });
  const to = { smtpUrl: mail.url };
  const mailer = createMailer({ database, clock, logger, to, from: 'ar@nusa-sentosa.example' });
  dunning = createDunningActivities({ database, clock, mailer });
});
afterEach(async () => {
  await world.verify();
  await mail.close();
  await world.close();
});

describe('the addressee of a reminder', () => {
  it('is the contact that is asked about debts, in its own language and with the words of that', async () => {
    const owed = await world.sell('C-0001');
    await addContact({ role: 'billing', address: 'faktur@example.test' });
    await addContact({ role: 'collections', address: 'debts@example.test', language: 'en' });
    world.clock.set('2026-07-20T09:00:00+07:00');
    expect(await send(owed)).toMatchObject({ kind: 'sent' });
    const letter = await PostalMime.parse(mail.received[0]?.raw ?? '');
    expect(letter.to?.[0]?.address).toBe('debts@example.test');
    expect(letter.subject).toBe('Payment reminder: Rp450,000 (1 invoice)');
    const proof = await world.database.prisma.mailMessage.findFirstOrThrow();
    expect(proof).toMatchObject({ recipient: 'debts@example.test', language: 'en' });
  });

  it('is the customer itself while no contact agreed, and who buys hears nothing of a debt', async () => {
    const owed = await world.sell('C-0001');
    await addContact({ role: 'collections', address: 'silent@example.test', consentAt: null });
    await addContact({ role: 'purchasing', address: 'buys@example.test' });
    world.clock.set('2026-07-20T09:00:00+07:00');
    await send(owed);
    const letter = await PostalMime.parse(mail.received[0]?.raw ?? '');
    expect(letter.to?.[0]?.address).toBe('c-0001@example.test');
  });

  it('is the contact that stands with the kept customer since a merge', async () => {
    const owed = await world.sell('C-0001');
    await addContact({ role: 'billing', address: 'faktur@example.test' });
    await world.call(customerCommands.mergeCustomers, {
      keptId: world.shop.customers.hotel.id,
      mergedId: world.shop.customers.warung.id,
      reason: 'one shop',
    });
    world.clock.set('2026-07-20T09:00:00+07:00');
    await send(owed);
    const letter = await PostalMime.parse(mail.received[0]?.raw ?? '');
    expect(letter.to?.[0]?.address).toBe('faktur@example.test');
  });

  it('may change while the mail server is away: the proof names where it went', async () => {
    const owed = await world.sell('C-0001');
    world.clock.set('2026-07-20T09:00:00+07:00');
    mail.behave({ kind: 'refuse-message', code: 451 });
    await expect(send(owed)).rejects.toThrow(MailDelayed);
    await addContact({ role: 'collections', address: 'debts@example.test', language: 'en' });
    mail.behave({ kind: 'accept' });
    expect(await send(owed)).toMatchObject({ kind: 'sent' });
    const letter = await PostalMime.parse(mail.received.at(-1)?.raw ?? '');
    expect(letter.to?.[0]?.address).toBe('debts@example.test');
    expect(await world.database.prisma.mailMessage.findMany()).toMatchObject([
      { recipient: 'debts@example.test', language: 'en', state: 'sent', subject: letter.subject },
    ]);
  });
});

type ContactParts = Readonly<{
  role: string;
  address: string;
  language?: string;
  consentAt?: null;
}>;

/** A contact of C-0001 that agreed to mail. */
async function addContact(parts: ContactParts): Promise<void> {
  await world.change(async (tx) => {
    const agreed = parts.consentAt !== null;
    const at = new Date(world.clock.nowMs());
    const { role, address, language } = parts;
    await tx.customerContact.create({
      data: {
        customerId: world.shop.customers.warung.id,
        name: 'Ibu Ratna',
        channel: 'email',
        role,
        address,
        language: language ?? null,
        consentAt: agreed ? at : null,
        consentHow: agreed ? 'Formulir' : null,
      },
    });
  });
}

function send({ invoiceId }: Owed) {
  return dunning.sendNotice({ invoiceId, level: 1 });
}
