import { randomUUID } from 'node:crypto';
import { decideStep } from '../../../activities/dunning/decide-step.js';
import { rupiah } from '../../support/a-sale.js';
import { addAnotherAccount } from '../../support/another-account.js';
import { asOwner } from '../../support/books.js';
import type { Received, TestApi } from '../../support/api-client.js';
import { openOwingShop, type Owed, type OwingShop } from '../../support/owing-shop.js';

let world: OwingShop;
let api: TestApi;
let owed: Owed;

beforeEach(async () => {
  world = await openOwingShop();
  api = await world.api();
  owed = await world.sell('C-0001');
  world.clock.set('2026-07-20T09:00:00+07:00');
});
afterEach(async () => {
  await world.verify();
  await api.close();
  await world.close();
});

describe('a hold that nobody ends', () => {
  it.each(['invoice', 'customer'] as const)(
    'comes back as work after the days of the policy, again and again, of the %s',
    async (covers) => {
      const held = await post(`/v1/invoices/${owed.invoiceId}/holds`, {
        covers,
        reason: 'asks for a copy',
      });
      expect(held.body).toMatchObject({ until: null, reviewOn: '2026-08-03' });
      const id = idOf(held);
      expect(await decide('2026-07-20')).toMatchObject({ untilMs: jakarta('2026-08-03') });
      expect(await work()).toEqual([]);
      expect(await decide('2026-08-03')).toMatchObject({ reason: 'manual', untilMs: null });
      expect(await work()).toEqual([id]);

      const kept = await post(`/v1/holds/${id}/review`, { reason: 'still no copy' });
      expect(kept).toMatchObject({
        status: 200,
        body: { reason: 'still no copy', reviewOn: '2026-08-17' },
      });
      expect(await work()).toEqual([]);
      expect(await decide('2026-08-04')).toMatchObject({ untilMs: jakarta('2026-08-17') });
      await decide('2026-08-20');
      expect(await work()).toEqual([id]);
      await post(`/v1/holds/${id}/release`, {});
      expect(await work()).toEqual([]);
      expect(await decide('2026-08-20')).toMatchObject({ kind: 'remind' });
    },
  );

  it('is no work any more once its invoice is paid', async () => {
    await post(`/v1/invoices/${owed.invoiceId}/holds`, { reason: 'x' });
    await decide('2026-08-03');
    expect(await work()).toHaveLength(1);
    await world.pay(owed.invoiceId, owed.amount);
    expect(await decide('2026-08-03')).toMatchObject({ kind: 'close' });
    expect(await work()).toEqual([]);
  });
});

describe('the meaning of a hold', () => {
  it('names the hold, its person and its end', async () => {
    await post(`/v1/invoices/${owed.invoiceId}/holds`, { reason: 'no copy', until: '2026-07-25' });
    expect(await meaning()).toEqual({
      en: 'Held by Staf arClerk since 20 Jul 2026: no copy, until 25 Jul 2026',
      id: 'Ditahan oleh Staf arClerk sejak 20 Jul 2026: no copy, sampai 25 Jul 2026',
    });
  });

  it('names the dispute and the promise that hold it together', async () => {
    const path = `/v1/invoices/${owed.invoiceId}`;
    await post(`${path}/disputes`, { reason: 'two broken', amount: rupiah(90_000) });
    await post(`${path}/promises`, { amount: rupiah(360_000), promisedFor: '2026-07-30' });
    const { en } = await meaning();
    expect(en).toContain(
      'the dispute about Rp90,000 (two broken), recorded by Staf arClerk on 20 Jul 2026',
    );
    expect(en).toContain(
      'the promise of Rp360,000 that Staf arClerk recorded on 20 Jul 2026 (phone)',
    );
    expect(en).toContain('until 30 Jul 2026');
  });

  it('names the payment that may be for it', async () => {
    const invoice = await world.database.prisma.invoice.findUniqueOrThrow({
      where: { id: owed.invoiceId },
    });
    await world.receive(invoice.customerId, owed.amount);
    expect((await meaning()).en).toMatch(/^Waits until Rp450,000 from .+ of 20 Jul 2026/);
  });

  it('names the bank account whose statements are too old', async () => {
    await world.policy({ staleBankDays: 3 });
    const { en, id } = await meaning();
    expect(en).toMatch(/^Waits for the statements of bank account \d+/);
    expect(id).toMatch(/^Menunggu rekening koran \d+/);
  });

  it('waits for every account that customers pay to, and names the one that is behind', async () => {
    const told = world.shop.bankAccountNumber;
    await addAnotherAccount(world, `${told}9`, world.clock.iso());
    await addAnotherAccount(world, `${told}8`, world.clock.iso());
    await world.policy({ staleBankDays: 3 });
    await asOwner(world.books, async (tx) => {
      await tx.bankAccount.update({
        where: { number: told },
        data: { lastClosingOn: new Date('2026-07-01') },
      });
      await tx.bankAccount.update({
        where: { number: `${told}9` },
        data: { lastClosingOn: new Date('2026-07-19') },
      });
    });
    const { en } = await meaning();
    expect(en).toMatch(/^Waits for the statements of bank account/);
    expect(en).toContain(told);
    expect(en).not.toContain(`${told}9`);
    expect(en).not.toContain(`${told}8`);

    await asOwner(world.books, (tx) =>
      tx.bankAccount.update({
        where: { number: told },
        data: { lastClosingOn: new Date('2026-07-19') },
      }),
    );
    expect(await decide('2026-07-20')).not.toMatchObject({ reason: 'stale-bank-data' });
  });

  it('says why nobody is reminded of too little', async () => {
    await world.pay(owed.invoiceId, owed.amount - 900n);
    expect((await meaning()).en).toBe('What is left is too small for a letter; a person decides');
  });
});

async function decide(day: string) {
  world.clock.set(`${day}T09:00:00+07:00`);
  return decideStep({ database: world.database, clock: world.clock }, owed.invoiceId);
}

async function meaning(): Promise<{ en: string; id: string }> {
  await decide('2026-07-20');
  const { body } = await api.send('GET', `/v1/lifecycles/${owed.saleId}`, {
    as: world.shop.tokens.auditor,
  });
  return (body as { meaning: { en: string; id: string } }).meaning;
}

/** The holds that wait for a person. */
async function work(): Promise<string[]> {
  const items = await world.database.prisma.workItem.findMany({
    where: { kind: 'hold-review', state: 'open' },
  });
  return items.map(({ subjectId }) => subjectId);
}

function post(path: string, body: object): Promise<Received> {
  return api.send('POST', path, {
    as: world.shop.tokens.arClerk,
    body,
    headers: { 'idempotency-key': randomUUID() },
  });
}

function idOf({ body }: Received): string {
  return (body as { id: string }).id;
}

function jakarta(day: string): number {
  return Date.parse(`${day}T00:00:00+07:00`);
}
