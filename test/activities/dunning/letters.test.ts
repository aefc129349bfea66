import PostalMime from 'postal-mime';
import pino from 'pino';
import { createDunningActivities } from '../../../activities/dunning/dunning-activities.js';
import { createMailer } from '../../../activities/mail/send-mail.js';
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

describe('what a letter says', () => {
  it('is true of each invoice: a new one in it has had no reminder before', async () => {
    const old = await world.sell('C-0001');
    world.clock.set('2026-07-10T09:00:00+07:00');
    const young = await world.sell('C-0001', 2);
    world.clock.set('2026-07-20T09:00:00+07:00');
    await send(old);
    world.clock.set('2026-07-27T09:00:00+07:00');
    await send(old);
    const letter = await letterAt(1);
    expect(letter.subject).toBe('Pengingat pembayaran: Rp550.000 (2 faktur)');
    expect(saidOf(letter, old)).toContain(
      'Kami sudah mengingatkan Anda pada 20 Jul 2026. Mohon dibayar paling lambat 3 Agu 2026.',
    );
    expect(saidOf(letter, young)).toContain('Mohon dibayar paling lambat');
    expect(saidOf(letter, young)).not.toContain('mengingatkan');
    expect(letter.text?.match(/sudah mengingatkan/g)).toHaveLength(1);
  });

  it.each([
    ['the agency', 10, 'penagihannya kami serahkan kepada agen penagihan', '2026-09-20'],
    ['a person', undefined, 'petugas kami memutuskan cara penagihannya', undefined],
  ])(
    'of the last level is its deadline, and that %s follows',
    async (...[, days, words, place]) => {
      const placementDaysPastDue = days === undefined ? null : 67;
      await world.policy({ placementDaysPastDue });
      const owed = await world.sell('C-0001');
      for (const on of ['2026-09-01', '2026-09-08', '2026-09-15']) {
        world.clock.set(`${on}T09:00:00+07:00`);
        await send(owed);
      }
      const letter = await letterAt(2);
      const last = place === undefined ? '22 Sep 2026' : '20 Sep 2026';
      expect(letter.subject).toMatch(/^Peringatan terakhir/);
      expect(saidOf(letter, owed)).toContain(
        `bila tidak dilunasi paling lambat ${last}, ${words}.`,
      );
      world.clock.set('2026-09-20T09:00:00+07:00');
      const { kind } = await dunning.decideNextStep(owed);
      expect(kind).toBe(place === undefined ? 'hold' : 'wait');
      world.clock.set('2026-09-21T09:00:00+07:00');
      expect((await dunning.decideNextStep(owed)).kind).toBe(
        place === undefined ? 'hold' : 'place',
      );
    },
  );

  it('goes out on the day that was announced, also when another letter to the customer came between', async () => {
    const first = await world.sell('C-0001');
    world.clock.set('2026-07-02T09:00:00+07:00');
    const second = await world.sell('C-0001', 2);
    await world.policy({ customerDaysBetween: 4 });
    world.clock.set('2026-07-18T09:00:00+07:00');
    await dunning.decideNextStep(second);
    expect(await announced(second)).toBe('2026-07-20T01:00:00.000Z');
    await send(first);
    const pokes = await world.database.prisma.poke.findMany({
      where: { workflowId: `receivable:${second.invoiceId}`, reason: 'customer-reminded' },
    });
    expect(pokes).toHaveLength(1);
    await dunning.decideNextStep(second);
    expect(await announced(second)).toBe('2026-07-22T01:00:00.000Z');
    world.clock.set('2026-07-22T09:00:00+07:00');
    expect(await send(second)).toMatchObject({ kind: 'sent' });
  });
});

async function letterAt(index: number) {
  return PostalMime.parse(mail.received[index]?.raw ?? '');
}

/** The lines about one invoice. */
function saidOf({ text = '' }: Awaited<ReturnType<typeof letterAt>>, { number }: Owed): string {
  const from = text.indexOf(number);
  const to = text.indexOf('\nFaktur ', from);
  return text.slice(from, to === -1 ? undefined : to).replaceAll(/\s+/g, ' ');
}

async function announced({ invoiceId }: Owed): Promise<string | undefined> {
  const { nextStepAt } = await world.database.prisma.receivable.findUniqueOrThrow({
    where: { invoiceId },
  });
  return nextStepAt?.toISOString();
}

function send({ invoiceId }: Owed) {
  return dunning.sendNotice({ invoiceId, level: 1 });
}
