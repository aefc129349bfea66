import { randomUUID } from 'node:crypto';
import { askForHolidays } from '../../../activities/company/holidays.js';
import { createDunningActivities } from '../../../activities/dunning/dunning-activities.js';
import { createInvoicing } from '../../support/invoiced-sale.js';
import { decide, lastChange, twoAgree } from '../../support/office.js';
import { useOffice } from '../../support/use-office.js';
import { testContext } from '../../support/shop.js';

/** On a Wednesday, 1 July 2026. */
const { world, admin, manager } = useOffice();

const RULE = {
  code: 'PPN',
  kind: 'ppn-full',
  validFrom: '2026-07-02',
  rate: { numerator: 15, denominator: 100 },
  baseFactor: { numerator: 1, denominator: 1 },
  rounding: 'half-up',
  label: { id: 'PPN', en: 'VAT' },
  reason: 'The law has changed',
};
const { reason: _reason, ...KEPT } = RULE;

describe('a tax rule', () => {
  it('holds for sales from its day on, and leaves those of before as they are', async () => {
    const before = await world.sell('C-0002');
    const [status, change] = await admin('POST /v1/tax-rules', RULE);
    expect([status, change]).toMatchObject([201, { kind: 'tax-rule', after: KEPT }]);
    expect(await idFrom(RULE.validFrom)).toBeUndefined();
    expect(await decide(admin, change)).toMatchObject([422, { code: 'SECOND_PERSON_REQUIRED' }]);
    expect(await decide(manager, change)).toMatchObject([200, { state: 'approved' }]);
    const id = (await idFrom(RULE.validFrom)) ?? '';
    expect(await lastChange(world.database, 'tax_rule', id)).toMatchObject({
      before: null,
      after: { rate_numerator: 15 },
    });
    world.clock.set('2026-07-02T09:00:00+07:00');
    const { database, shop, clock } = world;
    const after = await createInvoicing(database, shop, clock)({ packets: 10 });
    // 450,000 contains 11/111 and 15/115 of tax.
    expect(await taxOf(before.saleId)).toBe(44_595n);
    expect(await taxOf(after.saleId)).toBe(58_696n);
    expect(await stateOf(id)).toBe('in-force');
    expect(await withdraw(id)).toMatchObject([409, { code: 'TAX_RULE_IN_FORCE' }]);
  });

  it('is taken back before it begins, by two people', async () => {
    const planned = { ...RULE, validFrom: '2027-01-01' };
    await twoAgree([admin, manager], 'POST /v1/tax-rules', planned);
    const id = (await idFrom('2027-01-01')) ?? '';
    const [, change] = await withdraw(id);
    expect(await stateOf(id)).toBe('planned');
    expect(await decide(manager, change)).toMatchObject([200, {}]);
    expect(await stateOf(id)).toBeUndefined();
    expect(await withdraw(id)).toMatchObject([404, { code: 'TAX_RULE_NOT_FOUND' }]);
  });

  it('is there once when two people ask for it at the same moment', async () => {
    const twice = { ...RULE, validFrom: '2027-02-01' };
    const both = await Promise.all([1, 2].map(() => admin('POST /v1/tax-rules', twice)));
    expect(new Set(both.map(([status]) => status))).toEqual(new Set([201, 409]));
    const asked = both.find(([status]) => status === 201)?.[1];
    expect(await decide(manager, asked)).toMatchObject([200, {}]);
  });

  it('does not begin on a day that has come while it waited for its second person', async () => {
    const soon = { ...RULE, validFrom: '2026-07-03' };
    const [, change] = await admin('POST /v1/tax-rules', soon);
    world.clock.set('2026-07-03T09:00:00+07:00');
    expect(await decide(manager, change)).toMatchObject([422, { code: 'TAX_RULE_IN_PAST' }]);
    expect(await decide(manager, change, 'rejected')).toMatchObject([200, {}]);
  });

  it.each([
    [{ validFrom: '2026-07-02' }, 409, 'TAX_RULE_EXISTS', 'validFrom'],
    [{ validFrom: '2026-07-01' }, 422, 'TAX_RULE_IN_PAST', 'validFrom'],
    [{ kind: 'exempt', validFrom: '2028-01-01' }, 422, 'TAX_RULE_SENSELESS', 'rate'],
    [{ rate: { numerator: 1, denominator: 0 } }, 400, 'FIELD_INVALID', 'rate.denominator'],
  ] as const)('is refused with %p', async (change, ...expected) => {
    const [status, code, param] = expected;
    const answer = await admin('POST /v1/tax-rules', { ...RULE, ...change });
    expect(answer).toMatchObject([status, { code, param }]);
  });

  it('of a new code may begin on any day', async () => {
    const before = { ...RULE, code: 'PB1', validFrom: '2020-01-01' };
    const [status] = await twoAgree([admin, manager], 'POST /v1/tax-rules', before);
    expect(status).toBe(200);
  });
});

const reason = 'As decreed';
const DAY = { kind: 'national', name: { id: 'Hari baru', en: 'A new day' } };

describe('the holidays of a year', () => {
  it('are given as a whole, and letters keep to them', async () => {
    expect(await admin('GET /v1/holidays/ID/2026')).toMatchObject([
      200,
      { source: 'product', known: true },
    ]);
    world.clock.set('2026-07-06T09:00:00+07:00');
    const owed = await world.sell('C-0001');
    world.clock.set('2026-07-24T09:00:00+07:00');
    const days = [{ ...DAY, date: '2026-07-24' }];
    const [, change] = await manager('PUT /v1/holidays/ID/2026', { days, reason });
    expect(await decide(manager, change)).toMatchObject([422, { code: 'SECOND_PERSON_REQUIRED' }]);
    expect(await admin('GET /v1/holidays/ID/2026')).toMatchObject([200, { source: 'product' }]);
    expect(await decide(admin, change)).toMatchObject([200, { kind: 'holidays' }]);
    expect(await admin('GET /v1/holidays/ID/2026')).toEqual([
      200,
      { country: 'ID', year: 2026, source: 'company', known: true, days },
    ]);
    const { decideNextStep } = createDunningActivities({
      database: world.database,
      clock: world.clock,
      mailer: { sendOnce: () => Promise.reject(new Error('no letter is sent here')) },
    });
    expect(await decideNextStep({ invoiceId: owed.invoiceId })).toMatchObject({
      kind: 'wait',
      reason: 'contact-hours',
      untilMs: Date.parse('2026-07-25T08:00:00+07:00'),
    });
  });

  it('are asked for three months before the year begins, until they are given', async () => {
    const ask = (at: string) => {
      const ctx = testContext(at);
      return world.database.transaction(ctx, (tx) => askForHolidays(tx, ctx));
    };
    await ask('2026-09-30T12:00:00+07:00');
    expect(await asked()).toEqual([]);
    await ask('2026-10-01T12:00:00+07:00');
    expect(await asked()).toMatchObject([
      { subject: { id: 'ID:2027' }, ends: { calls: ['PUT /v1/holidays/{country}/{year}'] } },
    ]);
    const days = [{ ...DAY, date: '2027-01-01' }];
    const [, change] = await manager('PUT /v1/holidays/ID/2027', { days, reason });
    expect(await asked()).toHaveLength(1);
    await decide(admin, change);
    expect(await asked()).toEqual([]);
    await ask('2026-10-02T12:00:00+07:00');
    expect(await asked()).toEqual([]);
  });

  it.each([
    [['2026-01-01'], 422, 'HOLIDAY_OUTSIDE_YEAR', 'days[0].date'],
    [['2027-01-01', '2027-01-01'], 422, 'HOLIDAY_REPEATED', 'days[1].date'],
    [['2027-02-30'], 400, 'FIELD_INVALID', 'days[0].date'],
    [[], 400, 'FIELD_INVALID', 'days'],
  ] as const)('are refused with the days %p', async (dates, ...expected) => {
    const [status, code, param] = expected;
    const days = dates.map((date) => ({ ...DAY, date }));
    const answer = await admin('PUT /v1/holidays/ID/2027', { days, reason });
    expect(answer).toMatchObject([status, { code, param }]);
  });

  it('are there for no country that nobody knows', async () => {
    expect(await admin('GET /v1/holidays/XX/2027')).toMatchObject([
      200,
      { source: 'none', known: false, days: [] },
    ]);
    expect((await admin(`GET /v1/holidays/${randomUUID()}/2027`))[0]).toBe(400);
  });
});

async function taxOf(saleId: string): Promise<bigint> {
  return (await world.database.prisma.sale.findUniqueOrThrow({ where: { id: saleId } })).taxAmount;
}

type Listed = Readonly<{ id: string; state: string; code: string; validFrom: string }>;

async function rules(): Promise<readonly Listed[]> {
  const [, body] = await admin('GET /v1/tax-rules');
  return (body as { data: Listed[] }).data;
}

async function idFrom(validFrom: string): Promise<string | undefined> {
  return (await rules()).find((rule) => rule.validFrom === validFrom && rule.code === 'PPN')?.id;
}

function withdraw(id: string) {
  return admin(`POST /v1/tax-rules/${id}/withdrawal`, { reason: 'Not yet' });
}

async function stateOf(id: string): Promise<string | undefined> {
  return (await rules()).find((rule) => rule.id === id)?.state;
}

async function asked(): Promise<readonly unknown[]> {
  const [, body] = await manager('GET /v1/work-queue?kind=holidays-missing');
  return (body as { data: unknown[] }).data;
}
