import { randomUUID } from 'node:crypto';
import { decidePlacement } from '../../../activities/collection/decide-placement.js';
import { rupiah } from '../../support/a-sale.js';
import type { Received, TestApi } from '../../support/api-client.js';
import { openOwingShop, type Owed, type OwingShop } from '../../support/owing-shop.js';

let world: OwingShop;
let api: TestApi;
let owed: Owed;

beforeEach(async () => {
  world = await openOwingShop();
  api = await world.api();
  owed = await world.sell('C-0001', 2);
});
afterEach(async () => {
  await world.verify();
  await api.close();
  await world.close();
});

describe('a placement that the policy would not make', () => {
  it.each([
    ['not due', 'PLACEMENT_NOT_DUE', async () => undefined],
    ['held', 'PLACEMENT_HELD', () => post(of('holds'), { reason: 'x' })],
    [
      'promised',
      'PLACEMENT_HELD',
      () => post(of('promises'), { amount: rupiah(90_000), promisedFor: '2026-08-20' }),
    ],
    ['disputed', 'DISPUTE_OPEN', () => post(of('disputes'), { reason: 'x' })],
    [
      'disputed in part',
      'DISPUTE_OPEN',
      () => post(of('disputes'), { reason: 'x', amount: rupiah(1_000) }),
    ],
    ['too little', 'PLACEMENT_HELD', () => world.pay(owed.invoiceId, 70_000n)],
  ])('because it is %s, needs a reason and a second person', async (what, code, prepare) => {
    if (what !== 'not due') await spendLevels();
    await prepare();
    expect(await place()).toMatchObject({ status: 409, body: { code } });

    const asked = await place('moves abroad');
    expect(asked).toMatchObject({
      status: 202,
      body: { state: 'requested', reason: 'moves abroad', placementId: null },
    });
    expect(await work()).toContain('placement');
    expect(await place('moves abroad')).toMatchObject({
      status: 409,
      body: { code: 'PLACEMENT_WAITING' },
    });
    expect(await decide(asked, 'arManager')).toMatchObject({
      status: 422,
      body: { code: 'SECOND_PERSON_REQUIRED' },
    });
    const agreed = await decide(asked, 'creditController');
    expect(agreed).toMatchObject({ status: 200, body: { state: 'approved' } });
    const { placementId } = agreed.body as { placementId: string };
    expect(await work()).not.toContain('placement');
    expect(await decide(asked, 'creditController')).toMatchObject({ status: 409 });

    // What a second person has agreed to is not undone by the reason that they agreed to.
    const { database, clock } = world;
    await decidePlacement({ database, clock }, placementId);
    const placement = await database.prisma.placement.findUniqueOrThrow({
      where: { id: placementId },
    });
    const { _sum: open } = await database.prisma.openItem.aggregate({ _sum: { openAmount: true } });
    expect(placement).toMatchObject({ state: 'created', outstandingAmount: open.openAmount });
  });

  it('is not made when the second person says no', async () => {
    const asked = await place('moves abroad');
    expect(await decide(asked, 'creditController', 'rejected')).toMatchObject({
      body: { state: 'rejected', placementId: null },
    });
    expect(await world.database.prisma.placement.count()).toBe(0);
    expect(await work()).toEqual([]);
  });

  it('lapses when the invoice is paid before, and nothing paid is placed', async () => {
    const asked = await place('moves abroad');
    await world.pay(owed.invoiceId, owed.amount);
    expect(await work()).toEqual([]);
    expect(await decide(asked, 'creditController')).toMatchObject({
      status: 409,
      body: { code: 'PLACEMENT_REQUEST_DECIDED' },
    });
    expect(await place('moves abroad')).toMatchObject({
      status: 422,
      body: { code: 'NOTHING_OPEN' },
    });
  });

  it('lapses when it is placed by the policy before', async () => {
    const asked = await place('moves abroad');
    await spendLevels();
    expect(await place()).toMatchObject({ status: 201 });
    const path = `/v1/placement-requests/${idOf(asked)}`;
    expect((await get(path)).body).toMatchObject({ state: 'lapsed' });
    expect(await work()).toEqual([]);
  });

  it('is not made for money that we hold, whoever agrees', async () => {
    await spendLevels();
    const { customerId } = await world.database.prisma.invoice.findUniqueOrThrow({
      where: { id: owed.invoiceId },
    });
    const asked = await (async () => {
      await post(of('holds'), { reason: 'x' });
      return place('moves abroad');
    })();
    await world.receive(customerId, owed.amount);
    const held = { status: 409, body: { code: 'PLACEMENT_HELD' } };
    expect(await decide(asked, 'creditController')).toMatchObject(held);
    await decide(asked, 'creditController', 'rejected');
    expect(await place('moves abroad')).toMatchObject(held);
  });
});

function of(what: string): string {
  return `/v1/invoices/${owed.invoiceId}/${what}`;
}

function place(reason?: string): Promise<Received> {
  return post(of('placements'), reason === undefined ? {} : { reason }, 'arManager');
}

function decide(
  asked: Received,
  as: 'arManager' | 'creditController',
  decision = 'approved',
): Promise<Received> {
  return post(`/v1/placement-requests/${idOf(asked)}/approval`, { decision }, as);
}

function post(
  path: string,
  body: object,
  as: 'arClerk' | 'arManager' | 'creditController' = 'arClerk',
): Promise<Received> {
  return api.send('POST', path, {
    as: world.shop.tokens[as],
    body,
    headers: { 'idempotency-key': randomUUID() },
  });
}

function get(path: string): Promise<Received> {
  return api.send('GET', path, { as: world.shop.tokens.auditor });
}

function idOf({ body }: Received): string {
  return (body as { id: string }).id;
}

async function work(): Promise<string[]> {
  const items = await world.database.prisma.workItem.findMany({ where: { state: 'open' } });
  return items.map(({ kind }) => kind).filter((kind) => kind.startsWith('placement'));
}

/** All letters have been sent, and the time of the agency has come. */
async function spendLevels(): Promise<void> {
  world.clock.set('2026-08-15T09:00:00+07:00');
  await world.change((tx) =>
    tx.receivable.update({ where: { invoiceId: owed.invoiceId }, data: { dunningLevel: 3 } }),
  );
}
