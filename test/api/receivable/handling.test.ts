import { randomUUID } from 'node:crypto';
import { rupiah } from '../../support/a-sale.js';
import type { Received } from '../../support/api-client.js';
import { useOwingApi } from '../../support/owing-api.js';

const { world, api, owed } = useOwingApi();

const sgd = (amount: string) => ({ amount, currency: 'SGD' });
const idr = (amount: string) => ({ amount, currency: 'IDR' });

describe('a promise to pay', () => {
  it('is recorded, told to the life of the receivable, and answered again under the same key', async () => {
    const body = { amount: rupiah(90_000), promisedFor: '2026-07-10' };
    const key = randomUUID();
    const first = await post(`/v1/invoices/${owed.invoiceId}/promises`, { body, key });
    expect(first).toMatchObject({
      status: 201,
      body: {
        invoiceId: owed.invoiceId,
        state: 'open',
        promisedOn: '2026-07-01',
        channel: 'phone',
      },
    });
    const again = await post(`/v1/invoices/${owed.invoiceId}/promises`, { body, key });
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(again.body).toEqual(first.body);
    const pokes = await world.database.prisma.poke.findMany({
      where: { workflowId: `receivable:${owed.invoiceId}` },
    });
    expect(pokes.map(({ reason }) => reason)).toEqual(['promised']);
  });

  it.each([
    ['more than is open', { amount: rupiah(90_001) }, '422 PROMISE_EXCEEDS_OPEN amount'],
    ['nothing', { amount: rupiah(0) }, '422 PROMISE_AMOUNT_NOT_POSITIVE amount'],
    ['a day that has passed', { promisedFor: '2026-06-30' }, '422 PROMISE_IN_PAST promisedFor'],
    ['a day too far ahead', { promisedFor: '2026-12-31' }, '422 PROMISE_TOO_FAR promisedFor'],
    ['another currency', { amount: sgd('1') }, '422 CURRENCY_MISMATCH amount.currency'],
    ['parts of a rupiah', { amount: idr('1.5') }, '422 MONEY_TOO_PRECISE amount.amount'],
    ['a field nobody knows', { note: 'x' }, '400 FIELD_UNKNOWN note'],
  ])('of %s is refused, and the field is named', async (_what, wrong, refusal) => {
    const body = { amount: rupiah(90_000), promisedFor: '2026-07-10', ...wrong };
    const answer = await post(`/v1/invoices/${owed.invoiceId}/promises`, { body });
    const { code, param } = answer.body as { code: string; param: string };
    expect(`${answer.status} ${code} ${param}`).toBe(refusal);
  });

  it('makes way for another one only when it is taken back', async () => {
    const body = { amount: rupiah(50_000), promisedFor: '2026-07-10' };
    const path = `/v1/invoices/${owed.invoiceId}/promises`;
    const first = idOf(await post(path, { body }));
    expect(await post(path, { body })).toMatchObject({
      status: 409,
      body: { code: 'PROMISE_ALREADY_RUNNING' },
    });
    expect(await post(`/v1/promises/${first}/withdrawal`)).toMatchObject({
      status: 200,
      body: { state: 'withdrawn' },
    });
    expect(await post(`/v1/promises/${first}/withdrawal`)).toMatchObject({ status: 409 });
    expect(await post(path, { body })).toMatchObject({ status: 201 });
  });

  it('is about the least share of what is demanded, and no more in a row than the policy allows', async () => {
    const path = `/v1/invoices/${owed.invoiceId}/promises`;
    const wish = async (amount: number, days = 40) => {
      const body = { amount: rupiah(amount), promisedFor: inDays(days).slice(0, 10) };
      const answer = await post(path, { body });
      return { id: idOf(answer), code: (answer.body as { code?: string }).code };
    };
    expect(await wish(1)).toMatchObject({ code: 'PROMISE_BELOW_MINIMUM' });
    expect(await wish(17_999)).toMatchObject({ code: 'PROMISE_BELOW_MINIMUM' });
    // Taken back on the same day it was a slip; later it is a promise that was not kept.
    for (const daysLater of [0, 1, 1]) {
      const { id, code } = await wish(18_000);
      expect(code).toBeUndefined();
      world.clock.set(inDays(daysLater));
      await post(`/v1/promises/${id}/withdrawal`);
    }
    expect(await wish(18_000)).toMatchObject({ code: 'PROMISE_LIMIT_REACHED' });
  });
});

describe('a dispute', () => {
  it('is opened about all that is open, and settled for the seller', async () => {
    const body = { reason: 'Dua kursi rusak' };
    const opened = await post(`/v1/invoices/${owed.invoiceId}/disputes`, { body });
    expect(opened).toMatchObject({ status: 201, body: { amount: rupiah(90_000), state: 'open' } });
    const path = `/v1/disputes/${idOf(opened)}/resolution`;
    const answer = await post(path, { body: { resolution: 'for-seller' } });
    expect(answer).toMatchObject({
      status: 200,
      body: { state: 'resolved', resolution: 'for-seller' },
    });
    expect(await post(path, { body: { resolution: 'for-seller' } })).toMatchObject({
      status: 409,
      body: { code: 'DISPUTE_RESOLVED' },
    });
  });

  it('that the customer wins needs its credit note', async () => {
    const path = `/v1/invoices/${owed.invoiceId}`;
    const opened = await post(`${path}/disputes`, {
      body: { reason: 'wrong price', amount: rupiah(40_000) },
    });
    const resolution = `/v1/disputes/${idOf(opened)}/resolution`;
    expect(await post(resolution, { body: { resolution: 'for-customer' } })).toMatchObject({
      status: 422,
      body: { code: 'CREDIT_NOTE_REQUIRED' },
    });
    const note = await post(`${path}/credit-notes`, {
      as: 'arManager',
      body: { amount: rupiah(40_000), reason: 'wrong price' },
    });
    expect(note.status).toBe(201);
    const body = { resolution: 'for-customer', creditNoteId: idOf(note) };
    expect(await post(resolution, { body })).toMatchObject({
      status: 200,
      body: { resolution: 'for-customer', creditNoteId: idOf(note) },
    });
  });

  it('is refused above what is open and not disputed yet', async () => {
    const path = `/v1/invoices/${owed.invoiceId}/disputes`;
    await post(path, { body: { reason: 'a', amount: rupiah(50_000) } });
    expect(await post(path, { body: { reason: 'b', amount: rupiah(40_001) } })).toMatchObject({
      status: 422,
      body: { code: 'DISPUTE_EXCEEDS_OPEN' },
    });
  });

  it('is refused below the least share of the policy', async () => {
    const path = `/v1/invoices/${owed.invoiceId}/disputes`;
    expect(await post(path, { body: { reason: 'a', amount: rupiah(899) } })).toMatchObject({
      status: 422,
      body: { code: 'DISPUTE_BELOW_MINIMUM' },
    });
  });
});

describe('a hold', () => {
  it('can cover the invoice or the customer, and is released once', async () => {
    const path = `/v1/invoices/${owed.invoiceId}/holds`;
    const held = await post(path, {
      body: { reason: 'new owner', until: '2026-07-20', covers: 'customer' },
    });
    expect(held).toMatchObject({
      status: 201,
      body: { invoiceId: null, customerId: world.shop.customers.hotel.id, until: '2026-07-20' },
    });
    const release = `/v1/holds/${idOf(held)}/release`;
    expect(await post(release)).toMatchObject({ status: 200 });
    expect(await post(release)).toMatchObject({ status: 409, body: { code: 'HOLD_RELEASED' } });
    expect(await post(path, { body: { reason: 'x', until: '2026-06-30' } })).toMatchObject({
      status: 422,
      body: { code: 'HOLD_IN_THE_PAST' },
    });
  });
});

describe('a write-off', () => {
  it('is asked for by one person and approved by another, never by the same', async () => {
    const path = `/v1/invoices/${owed.invoiceId}/write-offs`;
    const asked = await post(path, { as: 'arManager', body: { reason: 'closed for good' } });
    expect(asked).toMatchObject({
      status: 201,
      body: { state: 'requested', amount: rupiah(90_000) },
    });
    const approval = `/v1/write-offs/${idOf(asked)}/approval`;
    const body = { decision: 'approved' };
    expect(await post(approval, { as: 'arManager', body })).toMatchObject({
      status: 422,
      body: { code: 'SECOND_PERSON_REQUIRED' },
    });
    expect(await post(approval, { as: 'arClerk', body })).toMatchObject({ status: 403 });
    expect(await post(approval, { as: 'creditController', body })).toMatchObject({
      status: 200,
      body: { state: 'approved', writtenOff: rupiah(90_000) },
    });
    expect(await post(approval, { as: 'creditController', body })).toMatchObject({
      status: 409,
      body: { code: 'WRITE_OFF_DECIDED' },
    });
  });

  it('gives up no more than is still open when it is approved', async () => {
    const path = `/v1/invoices/${owed.invoiceId}/write-offs`;
    const asked = await post(path, { body: { reason: 'old' } });
    await world.pay(owed.invoiceId, 60_000n);
    const approval = `/v1/write-offs/${idOf(asked)}/approval`;
    expect(await post(approval, { as: 'arManager', body: { decision: 'approved' } })).toMatchObject(
      {
        body: { amount: rupiah(90_000), writtenOff: rupiah(30_000) },
      },
    );
  });

  it('lapses when the invoice is paid before a second person has looked', async () => {
    const asked = await post(`/v1/invoices/${owed.invoiceId}/write-offs`, {
      body: { reason: 'old' },
    });
    await world.pay(owed.invoiceId, 90_000n);
    expect(JSON.stringify(await get('/v1/work-queue?kind=write-off'))).not.toContain(idOf(asked));
    const approval = `/v1/write-offs/${idOf(asked)}/approval`;
    expect(await post(approval, { as: 'arManager', body: { decision: 'approved' } })).toMatchObject(
      { status: 409, body: { code: 'WRITE_OFF_DECIDED' } },
    );
  });

  it('cannot be approved by who asked in raw SQL either', async () => {
    const asked = await post(`/v1/invoices/${owed.invoiceId}/write-offs`, {
      body: { reason: 'x' },
    });
    await expect(
      world.change(
        (tx) => tx.$executeRaw`UPDATE write_off SET state = 'approved', decided_by = requested_by,
          decided_at = now() WHERE id = ${idOf(asked)}::uuid`,
      ),
    ).rejects.toThrow(/write_off_four_eyes/);
    await expect(
      world.change(
        (tx) =>
          tx.$executeRaw`UPDATE write_off SET state = 'approved' WHERE id = ${idOf(asked)}::uuid`,
      ),
    ).rejects.toThrow(/write_off_second_person/);
  });
});

describe('a placement', () => {
  it('is not made before the policy makes one, nor of what is held, promised or too little', async () => {
    const path = `/v1/invoices/${owed.invoiceId}`;
    const place = () => post(`${path}/placements`, { as: 'arManager', body: {} });
    const heldBy = (reason: string) => ({
      status: 409,
      body: { code: 'PLACEMENT_HELD', detail: `The invoice is held: ${reason}.` },
    });
    expect(await place()).toMatchObject({ status: 409, body: { code: 'PLACEMENT_NOT_DUE' } });
    await spendLevels();
    const held = await post(`${path}/holds`, { body: { reason: 'x' } });
    expect(await place()).toMatchObject(heldBy('manual'));
    await post(`/v1/holds/${idOf(held)}/release`, {});
    const promised = await post(`${path}/promises`, {
      body: { amount: rupiah(20_000), promisedFor: inDays(10).slice(0, 10) },
    });
    expect(await place()).toMatchObject(heldBy('promise-to-pay'));
    await post(`/v1/promises/${idOf(promised)}/withdrawal`, {});
    await world.pay(owed.invoiceId, 70_000n);
    expect(await place()).toMatchObject(heldBy('not-for-placement'));
  });

  it('is made by a person, shown with everything, and recalled', async () => {
    await spendLevels();
    const path = `/v1/invoices/${owed.invoiceId}/placements`;
    const [agency] = world.shop.agencies;
    const placed = await post(path, { as: 'arManager', body: { agencyId: agency.id } });
    expect(placed).toMatchObject({
      status: 201,
      body: {
        state: 'created',
        agency: { code: agency.code },
        balance: { placed: rupiah(90_000), outstanding: rupiah(90_000) },
        workflow: { workflowId: `placement:${idOf(placed)}` },
      },
    });
    expect(await post(path, { as: 'arManager', body: {} })).toMatchObject({
      status: 409,
      body: { code: 'PLACEMENT_OPEN' },
    });
    const recall = `/v1/placements/${idOf(placed)}/recall`;
    const body = { reason: 'pays again' };
    expect(await post(recall, { as: 'arClerk', body })).toMatchObject({ status: 403 });
    expect(await post(recall, { as: 'arManager', body })).toMatchObject({
      status: 200,
      body: {
        state: 'recalled',
        recallReason: 'pays again',
        balance: { recalled: rupiah(90_000) },
      },
    });
    const whole = await get(`/v1/placements/${idOf(placed)}`);
    expect(whole).toMatchObject({
      status: 200,
      body: {
        items: [{ principal: rupiah(90_000), fee: rupiah(0) }],
        reports: [],
        messages: [{ type: 'placement.created' }, { type: 'placement.recalled' }],
      },
    });
  });

  it('is not made of what is disputed, nor with an agency that nobody knows', async () => {
    await spendLevels();
    const path = `/v1/invoices/${owed.invoiceId}`;
    const stranger = { as: 'arManager', body: { agencyId: randomUUID() } } as const;
    expect(await post(`${path}/placements`, stranger)).toMatchObject({
      status: 422,
      body: { code: 'AGENCY_UNSUITABLE' },
    });
    await post(`${path}/disputes`, { body: { reason: 'x' } });
    expect(await post(`${path}/placements`, { as: 'arManager', body: {} })).toMatchObject({
      status: 409,
      body: { code: 'DISPUTE_OPEN' },
    });
  });

  it('stands in the list by page, by state and by customer', async () => {
    await spendLevels();
    const path = `/v1/invoices/${owed.invoiceId}/placements`;
    const placed = idOf(await post(path, { as: 'arManager', body: {} }));
    const first = await get('/v1/placements?limit=1');
    const { data, nextCursor } = first.body as { data: { id: string }[]; nextCursor: string };
    expect(data.map(({ id }) => id)).toEqual([placed]);
    const second = await get(`/v1/placements?limit=1&cursor=${nextCursor}`);
    expect(JSON.stringify(second.body)).not.toContain(placed);
    const filtered = await get('/v1/placements?status=created&customer=C-0002');
    expect(JSON.stringify(filtered.body)).toContain(placed);
    expect((await get('/v1/placements?customer=C-0001')).body).toMatchObject({ data: [] });
    expect(await get('/v1/placements?status=lost')).toMatchObject({ status: 400 });
    expect(await get('/v1/placements?cursor=abc')).toMatchObject({
      status: 400,
      body: { code: 'CURSOR_INVALID' },
    });
  });
});

/** Every reminder was sent, and the day has come on which the policy places. */
async function spendLevels(): Promise<void> {
  world.clock.set(inDays(92));
  await world.change((tx) =>
    tx.receivable.update({ where: { invoiceId: owed.invoiceId }, data: { dunningLevel: 3 } }),
  );
}

function inDays(days: number): string {
  return new Date(world.clock.nowMs() + days * 24 * 60 * 60 * 1_000).toISOString();
}

describe('what is not there', () => {
  it.each([
    ['/v1/invoices/{id}/promises', { amount: rupiah(1), promisedFor: '2026-07-10' }],
    ['/v1/invoices/{id}/disputes', { reason: 'x' }],
    ['/v1/invoices/{id}/holds', { reason: 'x' }],
    ['/v1/invoices/{id}/write-offs', { reason: 'x' }],
    ['/v1/invoices/{id}/placements', {}],
    ['/v1/promises/{id}/withdrawal', undefined],
    ['/v1/disputes/{id}/resolution', { resolution: 'for-seller' }],
    ['/v1/holds/{id}/release', undefined],
    ['/v1/write-offs/{id}/approval', { decision: 'approved' }],
    ['/v1/placements/{id}/recall', { reason: 'x' }],
  ])('is answered with 404 by POST %s', async (path, body) => {
    const answer = await post(path.replace('{id}', randomUUID()), { as: 'arManager', body });
    expect(answer.status).toBe(404);
  });
});

type Wish = Readonly<{
  as?: 'arClerk' | 'arManager' | 'creditController';
  body?: unknown;
  key?: string;
}>;

function post(path: string, { as = 'arClerk', body, key }: Wish = {}): Promise<Received> {
  return api.send('POST', path, {
    as: world.shop.tokens[as],
    body,
    headers: { 'idempotency-key': key ?? randomUUID() },
  });
}

function get(path: string): Promise<Received> {
  return api.send('GET', path, { as: world.shop.tokens.auditor });
}

function idOf({ body }: Received): string {
  return (body as { id: string }).id;
}
