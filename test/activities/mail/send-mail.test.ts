import type pg from 'pg';
import pino from 'pino';
import PostalMime from 'postal-mime';
import { randomUUID } from 'node:crypto';
import {
  createMailer,
  MailDelayed,
  type Letter,
  type Mailer,
} from '../../../activities/mail/send-mail.js';
import { createClock } from '../../../platform/clock.js';
import * as mailCommands from '../../../prisma/commands/mail.js';
import { openDatabase, type Database } from '../../../prisma/database.js';
import { asOwner } from '../../support/as-owner.js';
import { asSuperuser } from '../../support/books.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { startMailServer, type MailServer } from '../../support/mail-server.js';
import { PATIENT } from '../../support/patient.js';
import { aLogoFile } from '../../support/pictures.js';
import { testContext } from '../../support/shop.js';

const FROM = 'tagihan@toko.example';

let books: TestDatabase;
let database: Database;
let server: MailServer;

beforeAll(async () => {
  books = await createTestDatabase();
  database = openDatabase({ url: books.url, waits: PATIENT });
});

afterAll(async () => {
  await database.close();
  await books.drop();
});

beforeEach(async () => {
  server = await startMailServer();
});

afterEach(() => server.close());

describe('sendOnce', () => {
  it('hands a letter to the mail server and notes that it was sent', async () => {
    const letter = aLetter();
    const outcome = await mailer().sendOnce(letter);

    expect(outcome.kind).toBe('sent');
    const mail = await PostalMime.parse(server.received[0]?.raw ?? '');
    expect(mail).toMatchObject({
      subject: 'Faktur INV/NSA/2026/000001-4',
      messageId: messageIdOf(outcome),
    });
    expect(mail.from).toMatchObject({ name: 'PT Nusa Sentosa', address: FROM });
    expect(mail.attachments.map(({ filename }) => filename)).toEqual(['INV-NSA-2026-000001-4.pdf']);
    expect(await row(letter)).toMatchObject({
      state: 'sent',
      attempts: 1,
      recipient: 'c1@example.test',
    });
  });

  it('is HTML too with the logo of the sender, which travels with it and is not fetched', async () => {
    const png = aLogoFile();
    const text = 'Kepada <Warung & "Sari">,\n\nbaris satu\nbaris dua';
    await mailer().sendOnce(aLetter({ text, logo: { id: 'logo', png } }));

    const raw = String(server.received[0]?.raw ?? '');
    const mail = await PostalMime.parse(raw);
    expect(mail.text?.trim()).toBe(text);
    expect(mail.html).toContain('<p>Kepada &lt;Warung &amp; &quot;Sari&quot;&gt;,</p>');
    expect(mail.html).toContain('baris satu<br>\nbaris dua');
    const sources = [...(mail.html ?? '').matchAll(/(?:src|href|url)\s*[=(]\s*"?([^")\s]+)/g)];
    expect(sources.map(([, source]) => source)).toEqual(['cid:logo@lunas']);
    const [logo, paper] = mail.attachments;
    expect(logo).toMatchObject({ contentId: '<logo@lunas>', disposition: 'inline', related: true });
    expect(Buffer.from(logo?.content as ArrayBuffer)).toEqual(png);
    expect(paper?.disposition).toBe('attachment');
  });

  it('sends the same business key once, however often it is asked', async () => {
    const letter = aLetter();
    const first = await mailer().sendOnce(letter);
    const again = await mailer().sendOnce({ ...letter, subject: 'Other words' });

    expect(again).toEqual({ kind: 'already-sent', messageId: messageIdOf(first) });
    expect(server.received).toHaveLength(1);
  });

  it('sends one letter when twenty attempts run at once', async () => {
    const letter = aLetter();
    const sender = mailer();
    const attempts = await Promise.allSettled(
      Array.from({ length: 20 }, () => sender.sendOnce(letter)),
    );

    expect(server.received).toHaveLength(1);
    expect(server.arrived).toHaveLength(1);
    const kinds = attempts.map((one) => (one.status === 'fulfilled' ? one.value.kind : 'delayed'));
    expect(kinds.filter((kind) => kind === 'sent')).toHaveLength(1);
    const reasons = attempts.flatMap((one) =>
      one.status === 'rejected' ? [one.reason as unknown] : [],
    );
    expect(reasons.every((reason) => reason instanceof MailDelayed)).toBe(true);
  });

  it('opens one letter for attempts of which neither sees the other begin', async () => {
    await asSuperuser(books, lingerInInserts);
    const key = `letter-${randomUUID()}`;
    const open = () =>
      database.call(mailCommands.openLetter, testContext(), {
        businessKey: key,
        messageId: `<${key}@lunas.test>`,
        kind: 'invoice',
        recipient: 'budi@example.test',
        language: 'id',
        subject: 'Faktur',
        leaseMs: 60_000,
      });
    const letters = await Promise.all([open(), open(), open()]);
    expect(new Set(letters.map(({ messageId }) => messageId)).size).toBe(1);
    await asSuperuser(books, (client) => client.query('DROP INDEX mail_message_linger'));
  });

  it.each([421, 451])('tries again after answer %i, under the same Message-ID', async (code) => {
    const letter = aLetter();
    server.behave({ kind: 'refuse-message', code });
    await expect(mailer().sendOnce(letter)).rejects.toThrow(MailDelayed);
    expect(await row(letter)).toMatchObject({ state: 'waiting', attempts: 1 });
    const { messageId } = await row(letter);

    server.behave({ kind: 'accept' });
    expect(await mailer().sendOnce(letter)).toEqual({ kind: 'sent', messageId });
    expect(await workItems(letter)).toEqual([]);
  });

  it('tries again when the mail server cannot be reached', async () => {
    const letter = aLetter();
    const unreachable = mailer({ to: { smtpUrl: 'smtp://127.0.0.1:1' } });
    await expect(unreachable.sendOnce(letter)).rejects.toThrow(MailDelayed);
    expect(await mailer().sendOnce(letter)).toMatchObject({ kind: 'sent' });
  });

  it.each(['refuse-recipient', 'refuse-message'] as const)(
    'puts a letter before a person when the server says 550 (%s), and does not ask again',
    async (kind) => {
      const letter = aLetter();
      server.behave({ kind, code: 550 });
      expect(await mailer().sendOnce(letter)).toEqual({ kind: 'undeliverable' });
      server.behave({ kind: 'accept' });
      expect(await mailer().sendOnce(letter)).toEqual({ kind: 'undeliverable' });

      expect(server.received).toEqual([]);
      expect(await row(letter)).toMatchObject({ state: 'failed' });
      expect(await workItems(letter)).toEqual([{ kind: 'mail-undeliverable', state: 'open' }]);
    },
  );

  it('sends a refused letter to the corrected address, and the work item is done', async () => {
    const letter = aLetter();
    server.behave({ kind: 'refuse-recipient', code: 550 });
    await mailer().sendOnce(letter);
    server.behave({ kind: 'accept' });

    expect(await mailer().sendOnce({ ...letter, to: 'right@example.test' })).toMatchObject({
      kind: 'sent',
    });
    expect(server.received.map(({ to }) => to)).toEqual([['right@example.test']]);
    expect(await workItems(letter)).toEqual([{ kind: 'mail-undeliverable', state: 'done' }]);
  });

  it('does not send again what may have arrived: the connection broke before the answer', async () => {
    const letter = aLetter();
    server.behave({ kind: 'drop-after-data' });
    expect(await mailer().sendOnce(letter)).toEqual({ kind: 'unconfirmed' });
    server.behave({ kind: 'accept' });
    expect(await mailer().sendOnce(letter)).toEqual({ kind: 'unconfirmed' });

    expect(server.arrived).toHaveLength(1);
    expect(await workItems(letter)).toEqual([{ kind: 'mail-unconfirmed', state: 'open' }]);
  });

  it('does not send again what may have arrived: the server was silent after the letter', async () => {
    const letter = aLetter();
    server.behave({ kind: 'hang-after-data' });
    const impatient = mailer({ timeouts: { connectMs: 500, silenceMs: 300, totalMs: 2_000 } });
    expect(await impatient.sendOnce(letter)).toEqual({ kind: 'unconfirmed' });
  });

  it('waits for an attempt that is under way, and gives it up when its time is over', async () => {
    const letter = aLetter();
    server.behave({ kind: 'refuse-message', code: 451 });
    await expect(mailer().sendOnce(letter)).rejects.toThrow(MailDelayed);
    // As a process leaves it that was killed between the end of the letter and the answer.
    await setState(letter, { secondsAgo: 5 });
    server.behave({ kind: 'accept' });
    await expect(mailer().sendOnce(letter)).rejects.toThrow('another attempt is under way');
    await setState(letter, { secondsAgo: 61 });
    expect(await mailer().sendOnce(letter)).toEqual({ kind: 'unconfirmed' });

    expect(server.received).toEqual([]);
    expect(await workItems(letter)).toEqual([{ kind: 'mail-unconfirmed', state: 'open' }]);
  });

  it.each([
    null,
    '',
    'nobody',
    'a@b.example, c@d.example',
    'a@b.example\r\nBcc: spy@evil.example',
    '"a b"@c.example',
    'A <a@b.example>',
    `${'x'.repeat(65)}@b.example`,
  ])('never asks a server about %p', async (to) => {
    const letter = aLetter({ to });
    expect(await mailer().sendOnce(letter)).toEqual({ kind: 'undeliverable' });
    expect(server.arrived).toEqual([]);
    expect(await workItems(letter)).toEqual([{ kind: 'mail-undeliverable', state: 'open' }]);
  });

  it('lets no encoded text be decoded by the reader into what was kept out', async () => {
    const hidden = '=?utf-8?q?=E2=80=AE=0D=0ALunas?=';
    const letter = aLetter({ subject: `Faktur ${hidden}`, senderName: `Toko ${hidden}` });
    await mailer().sendOnce(letter);
    const mail = await PostalMime.parse(server.received[0]?.raw ?? '');
    const shown = '= ?utf-8?q?=E2=80=AE=0D=0ALunas?=';
    expect(mail).toMatchObject({ subject: `Faktur ${shown}`, from: { name: `Toko ${shown}` } });
  });

  it('lets no text become a header, a recipient or a path', async () => {
    const letter = aLetter({
      subject: 'Faktur\r\nBcc: spy@evil.example\u2028X-Evil: 1',
      senderName: 'Toko"\r\nReply-To: spy@evil.example <x@y.z>',
      attachments: [
        {
          filename: '../../etc/"passwd\r\nX: 1',
          contentType: 'application/pdf',
          content: Buffer.from('%PDF-1.4'),
        },
      ],
    });
    await mailer().sendOnce(letter);

    const [sent] = server.received;
    expect(sent?.to).toEqual(['c1@example.test']);
    const mail = await PostalMime.parse(sent?.raw ?? '');
    const headers = mail.headers.map(({ key }) => key);
    for (const name of ['bcc', 'x-evil', 'x', 'reply-to']) expect(headers).not.toContain(name);
    expect(mail.to).toHaveLength(1);
    expect(mail.from?.address).toBe(FROM);
    expect(mail.attachments[0]?.filename).toMatch(/^[A-Za-z0-9._-]+$/);
  });
});

function mailer(parts: Partial<Parameters<typeof createMailer>[0]> = {}): Mailer {
  const logger = pino({ level: 'silent' });
  return createMailer({
    to: { smtpUrl: server.url },
    from: FROM,
    database,
    clock: createClock(),
    logger,
    ...parts,
  });
}

function aLetter(parts: Partial<Letter> = {}): Letter {
  return {
    businessKey: `invoice:${randomUUID()}`,
    kind: 'invoice',
    to: 'c1@example.test',
    senderName: 'PT Nusa Sentosa',
    subject: 'Faktur INV/NSA/2026/000001-4',
    text: 'Terlampir faktur Anda.',
    attachments: [
      {
        filename: 'INV/NSA/2026/000001-4.pdf',
        contentType: 'application/pdf',
        content: Buffer.from('%PDF-1.4'),
      },
    ],
    language: 'id',
    customerId: randomUUID(),
    ...parts,
  };
}

function messageIdOf(outcome: Awaited<ReturnType<Mailer['sendOnce']>>): string {
  if (!('messageId' in outcome))
    throw new Error(`expected a letter that was sent, not ${outcome.kind}`);
  return outcome.messageId;
}

function row({ businessKey }: Letter) {
  return database.prisma.mailMessage.findUniqueOrThrow({ where: { businessKey } });
}

async function workItems(letter: Letter) {
  const { id } = await row(letter);
  return database.prisma.workItem.findMany({
    where: { subjectId: id },
    select: { kind: true, state: true },
  });
}

async function setState(
  letter: Letter,
  { secondsAgo }: Readonly<{ secondsAgo: number }>,
): Promise<void> {
  await asOwner(books, (client) =>
    client.query(
      `UPDATE mail_message SET state = 'sending',
         attempted_at = clock_timestamp() - $1 * interval '1 second' WHERE business_key = $2`,
      [secondsAgo, letter.businessKey],
    ),
  );
}

/** Between the look for a conflict and the unique indexes of a new letter, each attempt stands still for a moment. */
async function lingerInInserts(client: pg.Client): Promise<void> {
  await client.query(`
    CREATE FUNCTION linger(key text) RETURNS text IMMUTABLE LANGUAGE plpgsql
      AS $$ BEGIN PERFORM pg_sleep(0.3); RETURN key; END $$;
    GRANT EXECUTE ON FUNCTION linger TO public;
    CREATE INDEX mail_message_linger ON mail_message (linger(business_key)) WHERE attempts = 0;
    DROP INDEX mail_message_business_key_key, mail_message_message_id_key;
    CREATE UNIQUE INDEX mail_message_business_key_key ON mail_message (business_key);
    CREATE UNIQUE INDEX mail_message_message_id_key ON mail_message (message_id);`);
}
