import { randomUUID } from 'node:crypto';
import { rupiah } from '../../support/a-sale.js';
import { aLetter } from '../../support/a-letter.js';
import type { Received } from '../../support/api-client.js';
import { useOwingApi } from '../../support/owing-api.js';

const { world, api, owed } = useOwingApi();

type Listed = Readonly<{
  data: readonly Readonly<{ id: string; invoice: Readonly<{ id: string }> }>[];
  nextCursor: string | null;
}>;

describe('GET /v1/promises', () => {
  it('names customer, sale and who heard it, the soonest day first, page by page', async () => {
    const other = await world.sell('C-0001', 2);
    await write(`/v1/invoices/${owed.invoiceId}/promises`, promise('2026-07-09'));
    await write(`/v1/invoices/${other.invoiceId}/promises`, promise('2026-07-05'));
    const first = await list('/v1/promises?limit=1');
    expect(first).toMatchObject({
      data: [
        {
          promisedFor: '2026-07-05',
          amount: rupiah(90_000),
          recordedBy: 'Staf arClerk',
          customer: { number: 'C-0001' },
          invoice: { id: other.invoiceId, saleId: other.saleId, open: rupiah(90_000) },
        },
      ],
    });
    const second = await list(`/v1/promises?limit=1&cursor=${String(first.nextCursor)}`);
    expect(second).toMatchObject({ data: [{ promisedFor: '2026-07-09' }], nextCursor: null });
  });

  it('shows what has ended when it is asked for, and one customer', async () => {
    const made = await write(`/v1/invoices/${owed.invoiceId}/promises`, promise('2026-07-09'));
    const { id } = made.body as { id: string };
    expect(idsOf(await list('/v1/promises?customer=C-0002'))).toContain(id);
    expect(idsOf(await list('/v1/promises?customer=C-0001'))).not.toContain(id);
    await write(`/v1/promises/${id}/withdrawal`, {});
    expect(idsOf(await list('/v1/promises'))).not.toContain(id);
    expect(idsOf(await list('/v1/promises?state=withdrawn'))).toContain(id);
  });

  it.each(['promises', 'disputes', 'letters'])('refuses a foreign cursor (%s)', async (name) => {
    const answer = await read(`/v1/${name}?cursor=bm90aGluZw`);
    expect(answer).toMatchObject({ status: 400, body: { code: 'CURSOR_INVALID' } });
  });
});

describe('GET /v1/disputes', () => {
  it('shows the oldest first, and resolved ones when they are asked for', async () => {
    const made = await write(`/v1/invoices/${owed.invoiceId}/disputes`, { reason: 'two broken' });
    const { id } = made.body as { id: string };
    const open = await list('/v1/disputes');
    expect(open.data.find((one) => one.id === id)).toMatchObject({
      reason: 'two broken',
      amount: rupiah(90_000),
      openedBy: 'Staf arClerk',
      customer: { number: 'C-0002' },
      invoice: { id: owed.invoiceId, number: owed.number, saleId: owed.saleId },
    });
    await write(`/v1/disputes/${id}/resolution`, { resolution: 'for-seller' });
    expect(idsOf(await list('/v1/disputes'))).not.toContain(id);
    expect(idsOf(await list('/v1/disputes?state=resolved'))).toContain(id);
  });
});

describe('GET /v1/letters', () => {
  it('shows a letter with its invoices, and that it has no mail yet', async () => {
    const id = await aLetter(world, owed);
    expect(await list('/v1/letters?state=preparing')).toMatchObject({
      data: [
        {
          id,
          day: '2026-07-20',
          total: rupiah(90_000),
          mail: null,
          customer: { number: 'C-0002' },
          invoices: [{ id: owed.invoiceId, payBy: '2026-07-27', follows: 'reminder' }],
        },
      ],
    });
    expect(await list('/v1/letters?state=sent')).toMatchObject({ data: [] });
    await world.change((tx) =>
      tx.dunningNotice.update({ where: { id }, data: { state: 'suppressed' } }),
    );
  });
});

describe('GET /v1/letters/{letterId}', () => {
  it('has the words of its day, and its paper as PDF; it is found by its invoice', async () => {
    const id = await aLetter(world, owed, 'sent');
    const ofInvoice = await list(`/v1/letters?invoice=${owed.invoiceId}&state=sent`);
    expect(idsOf(ofInvoice)).toEqual([id]);
    expect(await list(`/v1/letters?invoice=${randomUUID()}`)).toMatchObject({ data: [] });
    const words = await read(`/v1/letters/${id}`);
    expect(words).toMatchObject({
      status: 200,
      body: { text: expect.stringContaining(owed.number) as string },
    });
    const paper = await api.send('GET', `/v1/letters/${id}`, {
      as: world.shop.tokens.arClerk,
      headers: { accept: 'application/pdf' },
    });
    expect(paper.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await read(`/v1/letters/${randomUUID()}`)).status).toBe(404);
  });
});

describe('GET /v1/customers/{customerId}/letter', () => {
  it('is the letter with the words in force, and nothing is sent', async () => {
    const { customerId } = await world.database.prisma.invoice.findUniqueOrThrow({
      where: { id: owed.invoiceId },
    });
    const path = `/v1/customers/${customerId}/letter?level=2`;
    const letters = await world.database.prisma.dunningNotice.count();
    const product = await read(path);
    expect(product).toMatchObject({
      status: 200,
      body: {
        text: expect.stringContaining(owed.number) as string,
        addressee: { kind: 'customer', address: 'c-0002@example.test', language: 'en' },
      },
    });
    const words = { subject: 'Kata toko', opening: 'Salam dari toko.', closing: 'Sampai jumpa.' };
    await world.change((tx) =>
      tx.letterText.create({
        data: { ...words, segment: null, level: 2, language: 'en', channel: 'email' },
      }),
    );
    const own = await read(path);
    expect(own).toMatchObject({
      body: { subject: 'Kata toko', text: expect.stringContaining('Salam dari toko.') as string },
    });
    expect(product.body).not.toEqual(own.body);
    const addressee = { name: 'Ibu Ratna', role: 'collections', language: 'id', passedOver: [] };
    await addCollector(customerId);
    const indonesian = await read(path);
    expect(indonesian).toMatchObject({ body: { addressee } });
    expect(indonesian.body).not.toMatchObject({ subject: 'Kata toko' });
    expect(await world.database.prisma.dunningNotice.count()).toBe(letters);
    expect(await read(`/v1/customers/${randomUUID()}/letter`)).toMatchObject({
      body: { code: 'CUSTOMER_UNKNOWN' },
    });
  });
});

const promise = (promisedFor: string) => ({ amount: rupiah(90_000), promisedFor });

function read(path: string): Promise<Received> {
  return api.send('GET', path, { as: world.shop.tokens.auditor });
}

async function list(path: string): Promise<Listed> {
  const answer = await read(path);
  expect(answer.status).toBe(200);
  return answer.body as Listed;
}

const idsOf = ({ data }: Listed) => data.map(({ id }) => id);

function write(path: string, body: object): Promise<Received> {
  return api.send('POST', path, {
    as: world.shop.tokens.arClerk,
    body,
    headers: { 'idempotency-key': randomUUID() },
  });
}

/** A contact that is asked about debts and reads Indonesian. */
async function addCollector(customerId: string): Promise<void> {
  await world.change((tx) =>
    tx.customerContact.create({
      data: {
        customerId,
        name: 'Ibu Ratna',
        role: 'collections',
        channel: 'email',
        address: 'ratna@example.test',
        language: 'id',
        consentAt: new Date(world.clock.nowMs()),
        consentHow: 'Formulir',
      },
    }),
  );
}
