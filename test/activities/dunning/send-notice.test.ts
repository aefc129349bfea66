import PostalMime from 'postal-mime';
import { createDunningActivities } from '../../../activities/dunning/dunning-activities.js';
import { writeNoticeLetter } from '../../../activities/dunning/notice-letter.js';
import { createMailer, MailDelayed } from '../../../activities/mail/send-mail.js';
import pino from 'pino';
import { startMailServer, type MailServer } from '../../support/mail-server.js';
import { openOwingShop, type Owed, type OwingShop } from '../../support/owing-shop.js';
import * as receivableCommands from '../../../prisma/commands/receivable.js';
import { until } from '../../support/until.js';

let world: OwingShop;
let mail: MailServer;
/** Happens while the letter is being written, between the first look and the last one. */
let meanwhile: () => Promise<unknown>;
let dunning: ReturnType<typeof createDunningActivities>;

beforeEach(async () => {
  world = await openOwingShop();
  mail = await startMailServer();
  meanwhile = async () => undefined;
  const { database, clock } = world;
  const logger = pino({ level: 'silent' });
  const mailer = createMailer({
    database,
    clock,
    logger,
    to: { smtpUrl: mail.url },
    from: 'ar@nusa-sentosa.example',
  });
  dunning = createDunningActivities({
    database,
    clock,
    mailer,
    writeLetter: async (paper, logo) => {
      const letter = await writeNoticeLetter(paper, logo);
      await meanwhile();
      return letter;
    },
  });
});

afterEach(async () => {
  await world.verify();
  await mail.close();
  await world.close();
});

describe('a reminder', () => {
  it('lists every invoice that is due, in the language of the customer, with the paper attached', async () => {
    const [first, second] = [await world.sell('C-0001'), await world.sell('C-0001', 2)];
    world.clock.set('2026-07-20T09:00:00+07:00');
    expect(await send(first)).toMatchObject({ kind: 'sent' });
    expect(mail.received).toHaveLength(1);
    const letter = await PostalMime.parse(mail.received[0]?.raw ?? '');
    expect(letter.subject).toBe('Pengingat pembayaran: Rp540.000 (2 faktur)');
    expect(letter.to?.[0]?.address).toBe('c-0001@example.test');
    for (const text of [first.number, second.number, '15 Jul 2026', 'Rp450.000', 'Rp90.000']) {
      expect(letter.text).toContain(text);
    }
    expect(letter.attachments[0]).toMatchObject({ mimeType: 'application/pdf' });
    expect(await levels()).toEqual([1, 1]);
  });

  it('goes out once for a customer and day, however many of its invoices ask at once', async () => {
    const owed: Owed[] = [];
    for (let count = 0; count < 4; count += 1) owed.push(await world.sell('C-0001'));
    world.clock.set('2026-07-20T09:00:00+07:00');
    const sending = Array.from({ length: 16 }, (_, index) => untilDone(owed[index % 4]));
    await Promise.all(sending);
    expect(mail.arrived).toHaveLength(1);
    expect(await levels()).toEqual([1, 1, 1, 1]);
    expect(await world.database.prisma.dunningNotice.count({ where: { state: 'sent' } })).toBe(1);
  });

  it('is followed by the next only on the day that is due, level by level', async () => {
    const owed = await world.sell('C-0001');
    world.clock.set('2026-09-01T09:00:00+07:00');
    expect(await send(owed)).toMatchObject({ kind: 'sent' });
    expect(await send(owed)).toEqual({ kind: 'nothing-due' });
    expect(await dunning.decideNextStep(owed)).toMatchObject({
      kind: 'wait',
      untilMs: Date.parse('2026-09-07T00:00:00+07:00'),
    });
    world.clock.set('2026-09-07T09:00:00+07:00');
    expect(await send(owed)).toMatchObject({ kind: 'sent' });
    world.clock.set('2026-09-14T09:00:00+07:00');
    expect(await send(owed)).toMatchObject({ kind: 'sent' });
    const letters = await Promise.all(mail.received.map(({ raw }) => PostalMime.parse(raw)));
    expect(letters.map(({ subject }) => subject?.split(':')[0])).toEqual([
      'Pengingat pembayaran',
      'Pengingat kedua',
      'Peringatan terakhir',
    ]);
  });

  it('charges the fee of its level once, as a receivable of its own', async () => {
    const owed = await world.sell('C-0001');
    world.clock.set('2026-07-20T09:00:00+07:00');
    await send(owed);
    world.clock.set('2026-07-27T09:00:00+07:00');
    await send(owed);
    await send(owed);
    const fees = await world.database.prisma.openItem.findMany({ where: { kind: 'fee' } });
    expect(
      fees.map(({ amount, openAmount, instalment }) => [amount, openAmount, instalment]),
    ).toEqual([[10_000n, 10_000n, 2]]);
    const letter = await PostalMime.parse(mail.received[1]?.raw ?? '');
    expect(letter.text).toContain('Yang harus dibayar: Rp460.000');
  });

  it('takes up only what is due: not what is held, disputed, promised or young', async () => {
    const due = await world.sell('C-0001');
    const disputed = await world.sell('C-0001');
    const held = await world.sell('C-0001');
    world.clock.set('2026-07-12T09:00:00+07:00');
    await world.sell('C-0001');
    await world.call(receivableCommands.openDispute, {
      invoiceId: disputed.invoiceId,
      reason: 'wrong-tax',
    });
    await world.call(receivableCommands.placeHold, {
      invoiceId: held.invoiceId,
      covers: 'invoice',
      reason: 'asked for a copy',
      today: '2026-07-12',
    });
    world.clock.set('2026-07-20T09:00:00+07:00');
    await send(due);
    const letter = await PostalMime.parse(mail.received[0]?.raw ?? '');
    expect(letter.text).toContain(due.number);
    expect(letter.text).not.toContain(disputed.number);
    expect(letter.subject).toContain('1 faktur');
  });
});

describe('money that we hold', () => {
  const warung = (): string => world.shop.customers.warung.id;

  it.each([
    ['all', 0n],
    ['all but a small rest', 1_000n],
    ['all but what a bank keeps of a transfer', 6_500n],
  ])('sends no letter when it is %s of what is owed', async (_, short) => {
    const owed = await world.sell('C-0001');
    world.clock.set('2026-07-20T09:00:00+07:00');
    await world.receive(warung(), owed.amount - short);
    expect(await dunning.decideNextStep(owed)).toMatchObject({ reason: 'unmatched-cash' });
    expect(await send(owed)).toEqual({ kind: 'nothing-due' });
  });

  it('is shown in the letter, which asks for the rest', async () => {
    const owed = await world.sell('C-0001');
    world.clock.set('2026-07-20T09:00:00+07:00');
    await world.receive(warung(), 150_000n);
    expect(await send(owed)).toMatchObject({ kind: 'sent' });
    const letter = await PostalMime.parse(mail.received[0]?.raw ?? '');
    expect(letter.subject).toBe('Pengingat pembayaran: Rp300.000 (1 faktur)');
    expect(letter.text).toContain('Sudah diterima, belum dialokasikan: - Rp150.000');
    expect(letter.text).toContain('Yang harus dibayar: Rp300.000');
  });

  it('goes to the debt that is longest due, once: the letter is about the other, and so is the fee', async () => {
    const paid = await world.sell('C-0001');
    world.clock.set('2026-07-02T09:00:00+07:00');
    const unpaid = await world.sell('C-0001');
    world.clock.set('2026-07-22T09:00:00+07:00');
    await world.receive(warung(), paid.amount + 50_000n);
    await send(unpaid);
    const letter = await PostalMime.parse(mail.received[0]?.raw ?? '');
    expect(letter.text).not.toContain(paid.number);
    expect(letter.subject).toBe('Pengingat pembayaran: Rp400.000 (1 faktur)');
    expect(await levels()).toEqual([0, 1]);
  });

  it('goes first to the invoice for which it is suggested', async () => {
    const older = await world.sell('C-0001');
    world.clock.set('2026-07-02T09:00:00+07:00');
    const suggested = await world.sell('C-0001');
    world.clock.set('2026-07-22T09:00:00+07:00');
    const paymentId = await world.receive(warung(), suggested.amount - 2_900n);
    await suggest(paymentId, suggested);
    await send(older);
    const letter = await PostalMime.parse(mail.received[0]?.raw ?? '');
    expect(letter.text).toContain(older.number);
    expect(letter.text).not.toContain(suggested.number);
    expect(letter.subject).toBe('Pengingat pembayaran: Rp450.000 (1 faktur)');
  });

  it('that arrives while the letter is written has it written anew', async () => {
    const owed = await world.sell('C-0001');
    world.clock.set('2026-07-20T09:00:00+07:00');
    meanwhile = async () => {
      meanwhile = async () => undefined;
      await world.receive(warung(), 50_000n);
    };
    expect(await send(owed)).toMatchObject({ kind: 'sent' });
    const letter = await PostalMime.parse(mail.received[0]?.raw ?? '');
    expect(letter.subject).toBe('Pengingat pembayaran: Rp400.000 (1 faktur)');
  });
});

describe('a part that is disputed or promised', () => {
  it('is named in the letter, which asks for the rest', async () => {
    const owed = await world.sell('C-0001');
    await world.call(receivableCommands.openDispute, {
      invoiceId: owed.invoiceId,
      reason: 'wrong-price',
      amount: '45000',
      currency: 'IDR',
    });
    await world.call(receivableCommands.recordPromise, {
      invoiceId: owed.invoiceId,
      amount: '1',
      currency: 'IDR',
      promisedOn: '2026-07-01',
      promisedFor: '2026-08-30',
      channel: 'phone',
    });
    world.clock.set('2026-07-20T09:00:00+07:00');
    expect(await send(owed)).toMatchObject({ kind: 'sent' });
    const letter = await PostalMime.parse(mail.received[0]?.raw ?? '');
    expect(letter.text).toContain(
      'Dijanjikan atau disengketakan, tidak diminta di sini: - Rp45.001',
    );
    expect(letter.subject).toBe('Pengingat pembayaran: Rp404.999 (1 faktur)');
  });
});

describe('the gate before a reminder leaves', () => {
  it('withholds it when the money arrived while it was written', async () => {
    const owed = await world.sell('C-0001');
    world.clock.set('2026-07-20T09:00:00+07:00');
    meanwhile = () => world.pay(owed.invoiceId, owed.amount);
    expect(await send(owed)).toMatchObject({ kind: 'withheld' });
    expect(mail.arrived).toEqual([]);
    expect(await levels()).toEqual([0]);
    const [notice] = await world.database.prisma.dunningNotice.findMany();
    expect(notice).toMatchObject({ state: 'suppressed', failure: `${owed.invoiceId}: close` });
  });

  it('withholds it when money arrived that nobody has matched yet', async () => {
    const owed = await world.sell('C-0001');
    world.clock.set('2026-07-20T09:00:00+07:00');
    meanwhile = () => world.receive(world.shop.customers.warung.id, owed.amount);
    expect(await send(owed)).toMatchObject({ kind: 'withheld' });
    expect(mail.arrived).toEqual([]);
  });

  it('writes it anew when one of its invoices was paid meanwhile', async () => {
    const [paid, unpaid] = [await world.sell('C-0001'), await world.sell('C-0001', 2)];
    world.clock.set('2026-07-20T09:00:00+07:00');
    meanwhile = async () => {
      meanwhile = async () => undefined;
      await world.pay(paid.invoiceId, paid.amount);
    };
    expect(await send(unpaid)).toMatchObject({ kind: 'sent' });
    const letter = await PostalMime.parse(mail.received[0]?.raw ?? '');
    expect(mail.arrived).toHaveLength(1);
    expect(letter.text).not.toContain(paid.number);
    expect(letter.text).toContain(unpaid.number);
    const states = await world.database.prisma.dunningNotice.findMany({ orderBy: { id: 'asc' } });
    expect(states.map(({ state }) => state)).toEqual(['suppressed', 'sent']);
  });
});

describe('a reminder that does not arrive', () => {
  it('never counts: reminders are held until a person releases them, and the level is tried again', async () => {
    const owed = await world.sell('C-0001');
    world.clock.set('2026-07-20T09:00:00+07:00');
    mail.behave({ kind: 'refuse-recipient', code: 550 });
    expect(await send(owed)).toMatchObject({ kind: 'undelivered' });
    expect(await levels()).toEqual([0]);
    world.clock.set('2026-07-22T09:00:00+07:00');
    expect(await dunning.decideNextStep(owed)).toEqual({
      kind: 'hold',
      reason: 'notice-undelivered',
      untilMs: null,
    });
    expect(await openWork()).toContain('notice-undeliverable');
    const hold = await world.database.prisma.dunningHold.findFirstOrThrow();
    await world.call(receivableCommands.releaseHold, { holdId: hold.id });
    mail.behave({ kind: 'accept' });
    expect(await openWork()).not.toContain('notice-undeliverable');
    expect(await dunning.decideNextStep(owed)).toEqual({ kind: 'remind', level: 1 });
    expect(await send(owed)).toMatchObject({ kind: 'sent' });
    expect(await levels()).toEqual([1]);
  });

  it('is tried again as the same letter when the mail server could not take it', async () => {
    const owed = await world.sell('C-0001');
    world.clock.set('2026-07-20T09:00:00+07:00');
    mail.behave({ kind: 'refuse-message', code: 451 });
    await expect(send(owed)).rejects.toThrow(MailDelayed);
    mail.behave({ kind: 'accept' });
    expect(await send(owed)).toMatchObject({ kind: 'sent' });
    expect(await world.database.prisma.dunningNotice.count()).toBe(1);
  });

  it('is written anew, as a letter of its own, when part of it was paid before the mail server was back', async () => {
    const [paid, unpaid] = [await world.sell('C-0001'), await world.sell('C-0001', 2)];
    world.clock.set('2026-07-20T09:00:00+07:00');
    mail.behave({ kind: 'refuse-message', code: 451 });
    await expect(send(unpaid)).rejects.toThrow(MailDelayed);
    await world.pay(paid.invoiceId, paid.amount);
    mail.behave({ kind: 'accept' });
    const { noticeId } = await send(unpaid);
    const letter = await PostalMime.parse(mail.received[0]?.raw ?? '');
    expect(letter.text).not.toContain(paid.number);
    const mails = await world.database.prisma.mailMessage.findMany({ orderBy: { id: 'asc' } });
    expect(mails.map(({ state, failure }) => [state, failure])).toEqual([
      ['failed', 'withdrawn'],
      ['sent', null],
    ]);
    expect(mails[1]?.noticeId).toBe(noticeId);
  });

  it('is withdrawn when the money came before the mail server was back', async () => {
    const owed = await world.sell('C-0001');
    world.clock.set('2026-07-20T09:00:00+07:00');
    mail.behave({ kind: 'refuse-message', code: 451 });
    await expect(send(owed)).rejects.toThrow(MailDelayed);
    await world.pay(owed.invoiceId, owed.amount);
    mail.behave({ kind: 'accept' });
    expect(await send(owed)).toMatchObject({ kind: 'withheld' });
    expect(mail.received).toEqual([]);
  });
});

/** As the matcher stores it. */
async function suggest(paymentId: string, { invoiceId }: Owed): Promise<void> {
  await world.change(async (tx) => {
    const items = await tx.openItem.findMany({ where: { invoiceId } });
    await tx.payment.update({ where: { id: paymentId }, data: { state: 'suggested' } });
    await tx.paymentSuggestion.create({
      data: {
        paymentId,
        rank: 1,
        kind: 'match',
        items: items.map(({ id, openAmount }) => ({
          openItemId: id,
          invoiceId,
          amount: openAmount.toString(),
        })),
        reasons: {},
        equation: '447100 = 450000 - 2900',
        createdAt: new Date(world.clock.nowMs()),
      },
    });
  });
}

function send({ invoiceId }: Owed) {
  return dunning.sendNotice({ invoiceId, level: 1 });
}

/** As Temporal does: a letter that another attempt is carrying is tried again. */
async function untilDone(owed: Owed | undefined): Promise<void> {
  if (owed === undefined) throw new Error('no invoice');
  await until(async () => {
    try {
      await send(owed);
      return true;
    } catch (error) {
      if (!(error instanceof MailDelayed)) throw error;
      return undefined;
    }
  });
}

async function levels(): Promise<number[]> {
  const receivables = await world.database.prisma.receivable.findMany({
    orderBy: { invoiceId: 'asc' },
  });
  return receivables.map(({ dunningLevel }) => dunningLevel);
}

async function openWork(): Promise<string[]> {
  const items = await world.database.prisma.workItem.findMany({ where: { state: 'open' } });
  return items.map(({ kind }) => kind);
}
