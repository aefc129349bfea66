import { isRefusedByData } from '../../../prisma/data-fault.js';
import { openCashWorld, type CashWorld } from '../../support/cash-world.js';
import { camt053, camtEntry, camtStatement } from '../../support/bank-files.js';

let world: CashWorld;

beforeAll(async () => {
  world = await openCashWorld();
});

afterEach(() => world.expectTies());

afterAll(() => world.close());

describe('a booking with more payments than one transaction takes', () => {
  it('is booked part by part, and shows how far it is', async () => {
    const id = await read(batch(450));
    const calls = await matchUntilKilled(id, 2);
    expect(calls).toBe(2);
    expect(await lineOf(id)).toMatchObject({
      outcome: 'new',
      outcomeDetail: { progress: { done: 400, left: 50, kinds: { none: 400 } } },
    });
    expect(await world.activities.matchStatement({ statementId: id })).toMatchObject({
      isDone: true,
    });
    expect(await lineOf(id)).toMatchObject({
      outcome: 'unmatched',
      outcomeDetail: { kinds: { none: 450 } },
    });
    expect(await paymentsOf(id)).toBe(450);
  });

  it('is booked once when it is worked at four times at once', async () => {
    const id = await read(batch(450));
    await Promise.all(
      Array.from({ length: 4 }, () => world.activities.matchStatement({ statementId: id })),
    );
    expect(await paymentsOf(id)).toBe(450);
  });
});

describe('a file of many statements', () => {
  it('joins each to the one before, and locks its account once', async () => {
    const statements = Array.from({ length: 300 }, (_, index) =>
      camtStatement({
        accountId: world.shop.bankAccountNumber,
        statementNumber: `MANY-${index}`,
        opening: BigInt(index) * 10n,
        entries: [anEntry(10n)],
      }),
    );
    const id = await read(camt053({ statements }));
    const { statements: parts } = await stored(id);
    const kinds = (parts as { continuity: { kind: string } }[]).map(
      ({ continuity }) => continuity.kind,
    );
    expect(new Set(kinds.slice(1))).toEqual(new Set(['follows']));
    expect(await world.database.prisma.bankStatementLine.count({ where: { outcome: 'new' } })).toBe(
      300,
    );
    await world.activities.matchStatement({ statementId: id });
  });
});

describe('a file that fails again and again', () => {
  it('is given up at once when its content is at fault, and says why', async () => {
    const { id } = await world.receive(world.statement([{ amount: 71_000n }]));
    const fault = Object.assign(new Error('date out of range'), { originalCode: '22008' });
    const failing = world.activitiesOver({
      ...world.database,
      call: (command, ctx, input) =>
        command.name === 'store_bank_lines'
          ? Promise.reject(fault)
          : world.database.call(command, ctx, input),
    });
    expect(await failing.readBankStatement({ statementId: id })).toEqual({
      kind: 'refused',
      code: 'STATEMENT_GIVEN_UP',
    });
    expect(await stored(id)).toMatchObject({
      state: 'refused',
      refusalCode: 'STATEMENT_GIVEN_UP',
      refusalDetail: 'Its content cannot be kept: date out of range',
    });
    expect(await workItems(id)).toEqual(['bank-statement-refused']);
  });

  it('that was read keeps its lines, says why it was given up, and goes on when it is handed in again', async () => {
    const file = world.statement([{ amount: 72_000n }]);
    const id = await read(file);
    await world.activities.giveUpStatement({ statementId: id, reason: 'the books were away' });
    expect(await stored(id)).toMatchObject({
      state: 'given-up',
      refusalDetail: 'the books were away',
    });
    expect(await workItems(id)).toContain('bank-statement-given-up');
    // Another run of the same file ends as well, and books nothing.
    expect(await world.activities.matchStatement({ statementId: id })).toBeUndefined();

    expect(await world.receive(file)).toMatchObject({ id, state: 'read', kind: 'again' });
    expect(await workItems(id)).not.toContain('bank-statement-given-up');
    await world.activities.matchStatement({ statementId: id });
    expect(await stored(id)).toMatchObject({ state: 'booked', refusalCode: null });
  });

  it('is no other when it ended before', async () => {
    const id = await world.book(world.statement([{ amount: 73_000n }]));
    await world.activities.giveUpStatement({ statementId: id, reason: 'late' });
    expect(await stored(id)).toMatchObject({ state: 'booked', refusalCode: null });
  });

  it.each([
    [{ originalCode: '22008' }, true],
    [{ meta: { driverAdapterError: { cause: { originalCode: '23514' } } } }, true],
    [{ originalCode: '57014' }, false],
    [{ originalCode: '40P01' }, false],
    [{ code: 'ECONNREFUSED' }, false],
    [new RangeError('Invalid string length'), true],
    [new Error('the connection broke off'), false],
  ])('knows that its content is at fault from %p: %p', (error, isData) => {
    expect(isRefusedByData(error)).toBe(isData);
  });
});

function anEntry(amount: bigint) {
  return { ...camtEntry({ amount }), bankReference: '' };
}

/** One booking of so many payments. */
function batch(count: number): Uint8Array {
  const payments = Array.from({ length: count }, (_, index) => ({
    amount: 100n,
    text: `P ${index}`,
  }));
  return world.statement([{ amount: BigInt(count) * 100n, payments, text: '' }]);
}

/** As it stands when the process ends after so many parts were booked. */
async function matchUntilKilled(statementId: string, partsMax: number): Promise<number> {
  let parts = 0;
  const dying = world.activitiesOver({
    ...world.database,
    call: (command, ctx, input) => {
      if (command.name === 'book_bank_line' && parts >= partsMax) {
        return Promise.reject(new Error('killed'));
      }
      parts += command.name === 'book_bank_line' ? 1 : 0;
      return world.database.call(command, ctx, input);
    },
  });
  await expect(dying.matchStatement({ statementId })).rejects.toThrow('killed');
  return parts;
}

async function read(file: Uint8Array): Promise<string> {
  const { id: statementId } = await world.receive(file);
  await world.activities.readBankStatement({ statementId });
  return statementId;
}

function stored(id: string) {
  return world.database.prisma.bankStatement.findUniqueOrThrow({ where: { id } });
}

function lineOf(statementId: string) {
  return world.database.prisma.bankStatementLine.findFirstOrThrow({ where: { statementId } });
}

function paymentsOf(statementId: string): Promise<number> {
  return world.database.prisma.payment.count({ where: { bankStatementLine: { statementId } } });
}

async function workItems(subjectId: string): Promise<string[]> {
  const items = await world.database.prisma.workItem.findMany({
    where: { subjectId, state: 'open' },
  });
  return items.map(({ kind }) => kind);
}
