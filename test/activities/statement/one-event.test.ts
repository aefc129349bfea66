import type { CamtEntry } from '../../../simulators/bank/write-camt053.js';
import { camt053, camtEntry, camtStatement, day } from '../../support/bank-files.js';
import { openCashWorld, TODAY, type CashWorld } from '../../support/cash-world.js';
import { decide, linesOf, outcomes, paidBy } from '../../support/outcomes.js';

let world: CashWorld;
let amounts = 700_000n;

beforeAll(async () => {
  world = await openCashWorld();
});

afterEach(() => world.expectTies());

afterAll(() => world.close());

/** Of an amount that no other test of this file has, without any reference of the bank. */
function aPayment(parts: Partial<CamtEntry> = {}): CamtEntry {
  amounts += 1n;
  const entry = camtEntry({ amount: amounts, bookingDate: day(TODAY), text: 'Setoran', ...parts });
  return { ...entry, bankReference: parts.bankReference ?? '' };
}

describe('two payments that agree in day, amount and text', () => {
  it.each([
    ['payer', { payerName: 'CV Lain' }],
    ["payer's account", { payerAccount: '777000111' }],
    ['end-to-end id', { endToEndReference: 'E-2' }],
    ['creditor reference', { creditorReference: 'RF18539007547034' }],
  ] as const)('are two when they differ in the %s, also in two files', async (_, other) => {
    const one = aPayment();
    const first = await world.book(notice([one], 'N-1'));
    const second = await world.book(notice([{ ...one, ...other }], 'N-2'));
    expect(await paidBy(world, first)).toEqual([one.amount]);
    expect(await paidBy(world, second)).toEqual([one.amount]);
  });

  it('are two when only a payment inside their batches differs', async () => {
    const one = aPayment();
    const halves = (payerName: string) => [
      { amount: 1n, payerName: 'A', text: 'x' },
      { amount: one.amount - 1n, payerName, text: 'y' },
    ];
    const first = await world.book(notice([{ ...one, payments: halves('B') }], 'B-1'));
    const second = await world.book(notice([{ ...one, payments: halves('C') }], 'B-2'));
    expect(await paidBy(world, first)).toHaveLength(2);
    expect(await paidBy(world, second)).toHaveLength(2);
  });
});

describe('a line that is not booked', () => {
  it.each(['PDNG', 'INFO'] as const)(
    'does not count: %s beside the booked one, and gone the next time',
    async (status) => {
      const one = aPayment();
      const both = [{ ...one, status }, one];
      const first = await world.book(overlapping(both, 1n));
      const second = await world.book(overlapping([one], 1n));
      expect(await paidBy(world, first)).toEqual([one.amount]);
      expect(await outcomes(world, second)).toEqual(['duplicate']);
    },
  );
});

describe('a statement that follows', () => {
  it('cannot repeat the lines of the one before: an equal line is new money', async () => {
    const one = aPayment({ bankReference: 'SAME' });
    const first = await world.book(world.statement([one]));
    const second = await world.book(world.statement([one]));
    expect(await paidBy(world, first)).toEqual([one.amount]);
    expect(await paidBy(world, second)).toEqual([one.amount]);
  });

  it('cannot repeat them inside one file either', async () => {
    const one = aPayment();
    const pages = [0n, 1n].map((page) =>
      camtStatement({
        accountId: world.shop.bankAccountNumber,
        statementNumber: `PAGE-${page}`,
        opening: 500n + page * one.amount,
        entries: [one],
      }),
    );
    const id = await world.book(camt053({ statements: pages }));
    expect(await paidBy(world, id)).toEqual([one.amount, one.amount]);
  });
});

describe('statements that overlap', () => {
  it('add only what is new, and list what is left out with the line that it repeats', async () => {
    const [one, other] = [aPayment(), aPayment()];
    const first = await world.book(overlapping([one, one], 2n));
    const second = await world.book(overlapping([one, one, one, other], 2n));
    expect(await outcomes(world, second)).toEqual([
      'duplicate',
      'duplicate',
      'unmatched',
      'unmatched',
    ]);
    const lines = await linesOf(world, second);
    const known = await linesOf(world, first);
    expect(lines.map(({ repeatsLineId }) => repeatsLineId)).toEqual([
      known[0]?.id,
      known[1]?.id,
      null,
      null,
    ]);
  });

  it('are told apart also when two of them are read at once', async () => {
    const one = aPayment();
    const files = await Promise.all(
      ['', ' ', '  ', '\n'].map((more) =>
        world.receive(new Uint8Array([...overlapping([one], 3n), ...Buffer.from(more)])),
      ),
    );
    await Promise.all(
      files.map(({ id: statementId }) => world.activities.readBankStatement({ statementId })),
    );
    const told = await Promise.all(files.map(({ id }) => outcomes(world, id)));
    expect(told.flat().toSorted()).toEqual(['duplicate', 'duplicate', 'duplicate', 'new']);
    for (const { id: statementId } of files) await world.activities.matchStatement({ statementId });
  });
});

describe('one booking told by two witnesses', () => {
  it.each(['camt.054', 'camt.052'] as const)(
    'is one payment: %s first, the statement later in words of its own',
    async (message) => {
      const one = aPayment({ endToEndReference: 'E-77', text: 'INV 77' });
      const told = await world.book(notice([one], 'W-1', message));
      const { amount, bookingDate } = one;
      const silent = { payerName: '', payerAccount: '', bankReference: '' };
      const booked = await world.book(
        world.statement([{ ...silent, amount, bookingDate, text: 'CREDIT TRANSFER' }]),
      );
      expect(await paidBy(world, told)).toEqual([one.amount]);
      expect(await outcomes(world, booked)).toEqual(['duplicate']);
      const [line] = await linesOf(world, told);
      expect((await linesOf(world, booked))[0]).toMatchObject({ repeatsLineId: line?.id });
    },
  );

  it('is one payment also when the notice comes after the statement', async () => {
    const one = aPayment({ endToEndReference: 'E-78' });
    const booked = await world.book(world.statement([one]));
    const told = await world.book(notice([{ ...one, text: 'INV 78' }], 'W-2'));
    expect(await paidBy(world, booked)).toEqual([one.amount]);
    expect(await outcomes(world, told)).toEqual(['duplicate']);
  });
});

describe('a line of which nobody can tell whether it repeats another', () => {
  it('is put before a person with both lines, and booked when the person says that it is new', async () => {
    const one = aPayment({ bankReference: 'NONREF' });
    await world.book(notice([one], 'U-1'));
    const id = await world.book(notice([one], 'U-2'));
    expect(await outcomes(world, id)).toEqual(['repeat-unclear']);
    const item = await questionAbout(id);
    expect(item).toMatchObject({
      state: 'open',
      detail: {
        waiting: 1,
        lines: [
          {
            line: { amount: one.amount.toString(), payerName: one.payerName },
            mayRepeat: { amount: one.amount.toString(), outcome: 'unmatched' },
          },
        ],
      },
    });

    await decide(world, id, 'new');
    await world.activities.readBankStatement({ statementId: id });
    await world.activities.matchStatement({ statementId: id });
    expect(await paidBy(world, id)).toEqual([one.amount]);
    expect(await questionAbout(id)).toMatchObject({ state: 'done' });
    await expect(decide(world, id, 'new')).rejects.toMatchObject({ code: 'BANK_LINE_DECIDED' });
  });

  it('is left out when the person says that it repeats', async () => {
    const one = aPayment();
    await world.book(notice([one], 'U-3'));
    const id = await world.book(notice([one], 'U-4'));
    expect(await decide(world, id, 'repeat')).toMatchObject({ decided: 1, waiting: 0 });
    expect(await outcomes(world, id)).toEqual(['duplicate']);
    expect(await paidBy(world, id)).toEqual([]);
  });
});

function notice(
  entries: readonly CamtEntry[],
  statementNumber: string,
  message: 'camt.052' | 'camt.054' = 'camt.054',
): Uint8Array {
  const { opening: _, ...statement } = camtStatement({
    accountId: world.shop.bankAccountNumber,
    statementNumber: `${statementNumber}-${amounts}`,
    on: day(TODAY),
    entries,
  });
  return camt053({ statements: [statement] }, { message });
}

/** Statements of one number open with one balance: each tells the day from its beginning. */
function overlapping(entries: readonly CamtEntry[], number: bigint): Uint8Array {
  return camt053({
    accountId: world.shop.bankAccountNumber,
    statementNumber: `DAY-${number}`,
    opening: number * 1_000_000_000n + amounts,
    on: day(TODAY),
    entries,
  });
}

function questionAbout(subjectId: string) {
  return world.database.prisma.workItem.findFirst({
    where: { subjectId, kind: 'bank-lines-repeat-unclear' },
  });
}
