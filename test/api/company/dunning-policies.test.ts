import { randomUUID } from 'node:crypto';
import { createDunningActivities } from '../../../activities/dunning/dunning-activities.js';
import { askForDunningPolicyRoute } from '../../../contract/company/dunning-policies.js';
import { rupiah } from '../../support/a-sale.js';
import type { TestApi } from '../../support/api-client.js';
import { decide, office, twoAgree, type Office } from '../../support/office.js';
import { openOwingShop, type OwingShop } from '../../support/owing-shop.js';

/** On 1 July 2026, with letters 3, 10 and 20 days past due and the agency after 30. */
let world: OwingShop;
let api: TestApi;
let manager: Office;
let admin: Office;

beforeEach(async () => {
  world = await openOwingShop();
  api = await world.api();
  manager = office(api, world.shop.tokens.arManager);
  admin = office(api, world.shop.tokens.admin);
});
afterEach(async () => {
  await world.verify();
  await api.close();
  await world.close();
});

const PLAN = {
  ...askForDunningPolicyRoute.example,
  code: 'standard',
  inForceFrom: '2026-07-20',
  bankDataMaxAgeDays: 0,
  smallRest: rupiah(1_000),
  customerMinimum: rupiah(20_000),
  levels: [
    { daysPastDue: 2, fee: null, template: 'reminder-friendly', channel: 'email' },
    { daysPastDue: 5, fee: rupiah(7_000), template: 'reminder-final', channel: 'email' },
  ],
  placement: null,
};

describe('a dunning policy', () => {
  it('is followed in its new version from its day on, and not before', async () => {
    const { invoiceId } = await world.sell('C-0001');
    const [status, change] = await manager('POST /v1/dunning-policies', PLAN);
    expect([status, change]).toMatchObject([
      201,
      { kind: 'dunning-policy', before: { graceDays: 2 }, after: { inForceFrom: '2026-07-20' } },
    ]);
    expect(await states()).toEqual(['in-force']);
    expect(await decide(manager, change)).toMatchObject([422, { code: 'SECOND_PERSON_REQUIRED' }]);
    expect(await decide(admin, change)).toMatchObject([200, { state: 'approved' }]);
    const { reason: _reason, ...planned } = PLAN;
    expect((await listed())[1]).toMatchObject({ ...planned, version: 2, state: 'planned' });
    const { decideNextStep } = activities();
    // Due on 15 July: by the old version the first letter leaves on the 18th, by the new one on the 17th.
    world.clock.set('2026-07-17T09:00:00+07:00');
    expect(await decideNextStep({ invoiceId })).toMatchObject({ kind: 'wait', reason: 'not-due' });
    world.clock.set('2026-07-20T09:00:00+07:00');
    expect(await states()).toEqual(['past', 'in-force']);
    const late = await world.sell('C-0002');
    // Due on 19 August.
    world.clock.set('2026-08-21T09:00:00+07:00');
    expect(await decideNextStep({ invoiceId: late.invoiceId })).toEqual({
      kind: 'remind',
      level: 1,
    });
  });

  it('shows the date of every letter, on which the letter then leaves', async () => {
    const owed = await world.sell('C-0001');
    const { decideNextStep } = activities();
    const preview = await previewOf(await idOf(1), 'dueOn=2026-07-15&amount=450000');
    expect(preview).toMatchObject({
      letters: [
        {
          level: 1,
          at: '2026-07-18T01:00:00Z',
          payBy: '2026-07-24',
          follows: 'reminder',
          fee: null,
        },
        { level: 2, at: '2026-07-25T01:00:00Z', follows: 'reminder', fee: rupiah(10_000) },
        { level: 3, at: '2026-08-04T01:00:00Z', follows: 'agency' },
      ],
      afterwards: { kind: 'place', at: '2026-08-13T17:00:00Z', reason: null },
    });
    const [first] = preview.letters;
    world.clock.set(first?.at ?? '');
    expect(await decideNextStep({ invoiceId: owed.invoiceId })).toEqual({
      kind: 'remind',
      level: 1,
    });
    world.clock.set('2026-07-18T00:59:59Z');
    expect(await decideNextStep({ invoiceId: owed.invoiceId })).toMatchObject({ kind: 'wait' });
  });

  it('is planned for a segment of its own, and taken back before it begins, by two people', async () => {
    const own = { ...PLAN, code: 'KEY', segment: 'key' };
    await twoAgree([manager, admin], 'POST /v1/dunning-policies', own);
    const id = (await listed()).find(({ code }) => code === 'KEY')?.id ?? '';
    expect(await manager('POST /v1/dunning-policies', own)).toMatchObject([
      409,
      { code: 'POLICY_EXISTS' },
    ]);
    expect(await previewOf(id, 'dueOn=2026-07-15')).toMatchObject({
      letters: [{ level: 1 }, { level: 2, follows: 'person' }],
      afterwards: { kind: 'hold', reason: 'not-for-placement' },
    });
    const [, change] = await withdraw(id);
    expect(await listed()).toHaveLength(2);
    expect(await decide(admin, change)).toMatchObject([200, {}]);
    expect(await listed()).toHaveLength(1);
    expect(await withdraw(id)).toMatchObject([404, { code: 'POLICY_NOT_FOUND' }]);
    expect(await withdraw(await idOf(1))).toMatchObject([409, { code: 'POLICY_IN_FORCE' }]);
  });

  it('has one new version when two people ask for it at the same moment', async () => {
    const both = await Promise.all([1, 2].map(() => manager('POST /v1/dunning-policies', PLAN)));
    expect(new Set(both.map(([status]) => status))).toEqual(new Set([201, 409]));
  });

  it('does not begin on a day that has come while it waited for its second person', async () => {
    const [, change] = await manager('POST /v1/dunning-policies', PLAN);
    world.clock.set('2026-07-20T09:00:00+07:00');
    expect(await decide(admin, change)).toMatchObject([422, { code: 'POLICY_IN_PAST' }]);
  });

  it('is refused what does not hold', async () => {
    const refused = [
      [{ inForceFrom: '2026-07-01' }, 422, 'POLICY_IN_PAST', 'inForceFrom'],
      [{ code: 'other' }, 409, 'POLICY_OF_ANOTHER', 'code'],
      [
        { smallRest: { amount: '5', currency: 'SGD' } },
        422,
        'CURRENCY_MISMATCH',
        'smallRest.currency',
      ],
      [{ smallRest: rupiah(-5) }, 422, 'POLICY_SENSELESS', 'smallRest.amount'],
      [{ transitDays: 9 }, 422, 'POLICY_SENSELESS', 'levels[0].daysPastDue'],
      [
        { levels: [{ ...PLAN.levels[0], template: 'x' }] },
        400,
        'FIELD_INVALID',
        'levels[0].template',
      ],
    ] as const;
    for (const [change, status, code, param] of refused) {
      const answer = await manager('POST /v1/dunning-policies', { ...PLAN, ...change });
      expect(answer).toMatchObject([status, { code, param }]);
    }
    const nobody = `GET /v1/dunning-policies/${randomUUID()}/preview?dueOn=2026-07-15`;
    expect(await manager(nobody)).toMatchObject([404, { code: 'POLICY_NOT_FOUND' }]);
  });
});

function activities() {
  const { database, clock } = world;
  const mailer = { sendOnce: () => Promise.reject(new Error('no letter is sent here')) };
  return createDunningActivities({ database, clock, mailer });
}

type Listed = Readonly<{ id: string; code: string; state: string; version: number }>;

function withdraw(id: string) {
  return manager(`POST /v1/dunning-policies/${id}/withdrawal`, { reason: 'Not yet' });
}

async function listed(): Promise<readonly Listed[]> {
  const [, body] = await manager('GET /v1/dunning-policies');
  return (body as { data: Listed[] }).data;
}

async function states(): Promise<string[]> {
  return (await listed()).map(({ state }) => state);
}

async function idOf(version: number): Promise<string> {
  return (await listed()).find((one) => one.version === version)?.id ?? '';
}

async function previewOf(id: string, query: string) {
  const [, body] = await manager(`GET /v1/dunning-policies/${id}/preview?${query}`);
  return body as { letters: { at: string }[]; afterwards: unknown };
}
