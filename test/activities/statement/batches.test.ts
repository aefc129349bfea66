import type { CamtEntry } from '../../../simulators/bank/write-camt053.js';
import { camt053, camtEntry, camtStatement, day } from '../../support/bank-files.js';
import { openCashWorld, TODAY, type CashWorld } from '../../support/cash-world.js';
import { decide, linesOf, outcomes, paidBy } from '../../support/outcomes.js';

let world: CashWorld;
let amounts = 300_000n;

beforeAll(async () => {
  world = await openCashWorld();
});

afterEach(() => world.expectTies());

afterAll(() => world.close());

/** Three payments of amounts that no other test has, each with its own reference. */
function singles(parts: Partial<CamtEntry> = {}): CamtEntry[] {
  return ['A', 'B', 'C'].map((name) => {
    amounts += 1_111n;
    return {
      ...camtEntry({ amount: amounts, bookingDate: day(TODAY), text: `Setoran ${name}` }),
      payerName: `PT ${name} ${amounts}`,
      payerAccount: `77${amounts}`,
      endToEndReference: `E2E-${amounts}`,
      bankReference: '',
      ...parts,
    };
  });
}

function totalOf(entries: readonly CamtEntry[]): bigint {
  return entries.reduce((total, { amount }) => total + amount, 0n);
}

/** The same money as one booking. */
function asSum(entries: readonly CamtEntry[], parts: Partial<CamtEntry> = {}): Partial<CamtEntry> {
  const silent = { payerName: '', payerAccount: '', bankReference: '' };
  return { ...silent, amount: totalOf(entries), text: 'SETORAN KOLEKTIF', ...parts };
}

function asPayments(entries: readonly CamtEntry[]): NonNullable<CamtEntry['payments']> {
  return entries.map(({ amount, payerName = '', endToEndReference = '', text = '' }) => ({
    amount,
    payerName,
    endToEndReference,
    text,
  }));
}

describe('a batch that the statement books as one sum, after the notice told its payments singly', () => {
  it.each([
    ['by the references of its payments', (all: CamtEntry[]) => ({ payments: asPayments(all) })],
    ['by the reference of the bank', () => ({ bankReference: 'BATCH-7' })],
  ] as const)('is known %s', async (how, sum) => {
    const all = singles(how.includes('bank') ? { bankReference: 'BATCH-7' } : {});
    const told = await world.book(notice(all, `S-${amounts}`));
    const booked = await world.book(world.statement([asSum(all, sum(all))]));
    expect(await paidBy(world, told)).toEqual(all.map(({ amount }) => amount));
    expect(await outcomes(world, booked)).toEqual(['duplicate']);
    const [line] = await linesOf(world, booked);
    const ids = (await linesOf(world, told)).map(({ id }) => id);
    expect(line?.outcomeDetail).toMatchObject({ by: 'batch-sum', bookings: ids });
    expect(await paidBy(world, booked)).toEqual([]);
  });

  it('is put before a person when only the sum says so, and is booked when it is another one', async () => {
    const all = singles();
    await world.book(notice(all, `S-${amounts}`));
    const id = await world.book(world.statement([asSum(all)]));
    expect(await outcomes(world, id)).toEqual(['repeat-unclear']);
    await decide(world, id, 'new');
    await world.activities.matchStatement({ statementId: id });
    expect(await paidBy(world, id)).toEqual([totalOf(all)]);
  });

  it('is another one when the sum is another, or when the statement has the payments as well', async () => {
    const all = singles();
    await world.book(notice(all, `S-${amounts}`));
    const other = { ...asSum(all), amount: totalOf(all) + 1n };
    const id = await world.book(world.statement([...all, asSum(all), other]));
    expect(await outcomes(world, id)).toEqual([
      'duplicate',
      'duplicate',
      'duplicate',
      'unmatched',
      'unmatched',
    ]);
  });
});

describe('payments that a notice tells singly, after the statement booked their sum', () => {
  it('are known by their references, however often the notice comes', async () => {
    const all = singles();
    const booked = await world.book(world.statement([asSum(all, { payments: asPayments(all) })]));
    expect(await paidBy(world, booked)).toHaveLength(3);
    for (const number of ['N-1', 'N-2']) {
      const told = await world.book(notice(all, `${number}-${amounts}`));
      expect(await outcomes(world, told)).toEqual(['duplicate', 'duplicate', 'duplicate']);
      const [sum] = await linesOf(world, booked);
      for (const line of await linesOf(world, told)) {
        expect(line).toMatchObject({
          repeatsLineId: sum?.id,
          outcomeDetail: { by: 'batch-part' },
        });
      }
    }
  });

  it('are put before a person when only the sum says so, and stay out when the person says so', async () => {
    const all = singles({ amount: 91_000n });
    await world.book(world.statement([asSum(all)]));
    const told = await world.book(notice(all, `N-${amounts}`));
    expect(await outcomes(world, told)).toEqual([
      'repeat-unclear',
      'repeat-unclear',
      'repeat-unclear',
    ]);
    await decide(world, told, 'repeat');
    expect(await paidBy(world, told)).toEqual([]);
    const again = await world.book(notice(all, `NN-${amounts}`));
    expect(await paidBy(world, again)).toEqual([]);
  });
});

function notice(entries: readonly CamtEntry[], statementNumber: string): Uint8Array {
  const { opening: _, ...statement } = camtStatement({
    accountId: world.shop.bankAccountNumber,
    statementNumber,
    on: day(TODAY),
    entries,
  });
  return camt053({ statements: [statement] }, { message: 'camt.054' });
}
