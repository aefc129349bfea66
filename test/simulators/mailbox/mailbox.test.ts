import { createTransport, type SendMailOptions } from 'nodemailer';
import request from 'supertest';
import type { Message, MessageSummary } from '../../../simulators/mailbox/message.js';
import { startMailbox, type Mailbox } from '../../../simulators/mailbox/start-mailbox.js';
import { makeTempFolder, type TempFolder } from '../../support/temp-folder.js';

const invoice: SendMailOptions = {
  from: 'Toko Melati <piutang@melati.example>',
  to: 'Ibu Sari <sari@warung.example>',
  subject: 'Faktur INV/2026/000017 — jatuh tempo',
  text: 'Terlampir faktur Anda.',
  html: '<p onclick="alert(1)">Terlampir <script>alert(1)</script>faktur Anda.</p>',
  attachments: [
    {
      filename: 'faktur "17".pdf',
      contentType: 'application/pdf',
      content: Buffer.from('%PDF-1.7 not really'),
    },
  ],
};

let folder: TempFolder;
let mailbox: Mailbox;

beforeEach(async () => {
  folder = makeTempFolder();
  mailbox = await open();
});

afterEach(async () => {
  await mailbox.close();
  folder.remove();
});

describe('the development mailbox', () => {
  it('keeps what SMTP delivered and gives it back as JSON, with its attachments', async () => {
    await send(invoice);
    const [summary] = await messages();
    expect(summary).toMatchObject({
      subject: 'Faktur INV/2026/000017 — jatuh tempo',
      from: { name: 'Toko Melati', address: 'piutang@melati.example' },
      envelope: { from: 'piutang@melati.example', to: ['sari@warung.example'] },
      attachments: [{ index: 0, filename: 'faktur "17".pdf', mimeType: 'application/pdf' }],
    });
    const { body } = await request(mailbox.address).get(`/api/messages/${summary?.id}`).expect(200);
    expect((body as Message).text).toContain('Terlampir faktur Anda.');
    const attached = await request(mailbox.address)
      .get(`/api/messages/${summary?.id}/attachments/0`)
      .buffer()
      .expect(200);
    expect(attached.headers['content-type']).toContain('application/pdf');
    expect((attached.body as Buffer).toString()).toBe('%PDF-1.7 not really');
  });

  it('lists the newest first, and those to one address', async () => {
    await send({ ...invoice, subject: 'first' });
    await send({ ...invoice, subject: 'second', to: 'budi@grosir.example' });
    expect((await messages()).map(({ subject }) => subject)).toEqual(['second', 'first']);
    expect((await messages('SARI@')).map(({ subject }) => subject)).toEqual(['first']);
    expect(await messages('nobody@nowhere.example')).toEqual([]);
  });

  it('finds everything again after a restart', async () => {
    await send(invoice);
    const before = await messages();
    await mailbox.close();
    mailbox = await open();
    expect(await messages()).toEqual(before);
    await send({ ...invoice, subject: 'later' });
    expect((await messages()).map(({ subject }) => subject)).toEqual(['later', before[0]?.subject]);
  });

  it('shows a message without letting its HTML do anything', async () => {
    await send({ ...invoice, subject: '<script>alert(2)</script>' });
    const [summary] = await messages();
    const list = await request(mailbox.address).get('/').expect(200);
    const page = await request(mailbox.address).get(`/messages/${summary?.id}`).expect(200);
    for (const { text } of [list, page]) expect(text).not.toContain('<script>');
    expect(page.text).toContain('<iframe sandbox');
    const framed = await request(mailbox.address).get(`/messages/${summary?.id}/html`).expect(200);
    expect(framed.headers['content-security-policy']).toMatch(/^sandbox; default-src 'none'/);
    for (const answer of [list, page])
      expect(answer.headers['content-security-policy']).toContain(`default-src 'none'`);
  });

  it('keeps a message that is hardly one', async () => {
    await send({ envelope: { from: 'a@a.example', to: ['b@b.example'] }, raw: 'no header at all' });
    const [summary] = await messages();
    expect(summary).toMatchObject({ subject: '', envelope: { to: ['b@b.example'] } });
  });

  it('refuses a message beyond its size', async () => {
    const tooLarge = {
      ...invoice,
      attachments: [{ filename: 'film', content: Buffer.alloc(26 * 1024 * 1024) }],
    };
    await expect(send(tooLarge)).rejects.toMatchObject({ responseCode: 552 });
    expect(await messages()).toEqual([]);
  });

  it('is emptied when asked to', async () => {
    await send(invoice);
    await request(mailbox.address).delete('/api/messages').expect(204);
    expect(await messages()).toEqual([]);
  });

  it('answers 404 for what is not there', async () => {
    for (const path of [
      '/api/messages/none',
      '/messages/none',
      '/messages/none/html',
      '/api/messages/none/attachments/0',
      '/elsewhere',
    ]) {
      const { body } = await request(mailbox.address).get(path).expect(404);
      expect(body).toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  it('says what to do when its port is taken', async () => {
    const taken = { folder: folder.path, smtpPort: mailbox.smtpPort, webPort: 0 };
    await expect(startMailbox(taken)).rejects.toThrow(
      `Port ${mailbox.smtpPort} is taken: end what uses it, or set LUNAS_SMTP_PORT.`,
    );
  });
});

function open(): Promise<Mailbox> {
  return startMailbox({ folder: folder.path, smtpPort: 0, webPort: 0 });
}

async function send(mail: SendMailOptions): Promise<void> {
  const transport = createTransport({
    host: '127.0.0.1',
    port: mailbox.smtpPort,
    secure: false,
    ignoreTLS: true,
  });
  try {
    await transport.sendMail(mail);
  } finally {
    transport.close();
  }
}

async function messages(to?: string): Promise<MessageSummary[]> {
  const { body } = await request(mailbox.address)
    .get('/api/messages')
    .query(to === undefined ? {} : { to })
    .expect(200);
  return (body as { data: MessageSummary[] }).data;
}
