import { openCashWorld, TODAY, type CashWorld } from '../../support/cash-world.js';
import {
  camt053,
  camtEntry,
  camtStatement,
  csvRow,
  csvStatement,
  day,
} from '../../support/bank-files.js';

let world: CashWorld;

beforeAll(async () => {
  world = await openCashWorld();
});

afterAll(() => world.close());

afterEach(() => world.expectTies());

describe('readBankStatement', () => {
  it('keeps every line of the file with its place, and the footing', async () => {
    const id = await received(
      world.statement([{ amount: 150_000n, text: 'Pembayaran' }, { amount: -6_500n }]),
    );
    expect(await world.activities.readBankStatement({ statementId: id })).toEqual({
      kind: 'read',
      lines: 2,
      duplicates: 0,
    });

    const statement = await stored(id);
    expect(statement).toMatchObject({
      state: 'read',
      format: 'camt.053',
      footing: 'foots',
      bankAccountId: world.shop.bankAccountId,
    });
    expect(statement.lines.map(({ amount, outcome }) => ({ amount, outcome }))).toEqual([
      { amount: 150_000n, outcome: 'new' },
      { amount: -6_500n, outcome: 'new' },
    ]);
    expect(statement.statements).toMatchObject([
      {
        footing: 'foots',
        continuity: { kind: 'first' },
        opening: { amount: '10000000', currency: 'IDR' },
      },
    ]);
  });

  it('gives the same result when it is repeated, and when it was killed between two steps', async () => {
    const id = await received(world.statement([{ amount: 70_000n }, { amount: 70_001n }]));
    const again = await Promise.all(
      Array.from({ length: 8 }, () => world.activities.readBankStatement({ statementId: id })),
    );
    for (const one of again) expect(one).toMatchObject({ kind: 'read' });
    expect((await stored(id)).lines).toHaveLength(2);

    const killed = await received(world.statement([{ amount: 80_000n }, { amount: 80_001n }]));
    await world.activities.readBankStatement({ statementId: killed });
    // As it stands when the process ends after the first lines were stored and before the file was concluded.
    await world.database.transaction(context(), async (tx) => {
      await tx.$executeRaw`UPDATE bank_statement SET state = 'received', format = NULL, footing = NULL WHERE id = ${killed}::uuid`;
      await tx.$executeRaw`UPDATE bank_account SET last_closing_amount = last_closing_amount - 160001`;
    });
    expect(await world.activities.readBankStatement({ statementId: killed })).toEqual({
      kind: 'read',
      lines: 2,
      duplicates: 0,
    });
    expect(await stored(killed)).toMatchObject({ state: 'read', footing: 'foots' });
  });

  it('lets an announced line pass by, and books it when it comes', async () => {
    const line = { amount: 44_000n, bankReference: 'LATER', text: 'Setoran' };
    const announced = await received(world.statement([{ ...line, status: 'PDNG' }]));
    await world.activities.readBankStatement({ statementId: announced });
    expect((await stored(announced)).lines.map(({ outcome }) => outcome)).toEqual(['pending']);

    const booked = await received(world.statement([line]));
    await world.activities.readBankStatement({ statementId: booked });
    expect((await stored(booked)).lines.map(({ outcome }) => outcome)).toEqual(['new']);
  });

  it('shows a gap to the statement before, and puts it before a person', async () => {
    const id = await received(
      world.statement([{ amount: 1_000n, bookingDate: day('2026-03-05') }], {
        opening: 77n,
        on: day('2026-03-05'),
      }),
    );
    await world.activities.readBankStatement({ statementId: id });
    const { footing, statements } = await stored(id);
    expect(footing).toBe('gap');
    expect(statements).toMatchObject([
      { continuity: { kind: 'gap', found: { amount: '77', currency: 'IDR' } } },
    ]);
    expect(await workItems(id)).toEqual(['bank-statement-gap']);
  });

  it('shows an overlap with the statement before', async () => {
    const id = await received(
      world.statement([{ amount: 1_000n }], { opening: 99n, on: day('2026-03-05') }),
    );
    await world.activities.readBankStatement({ statementId: id });
    expect(await stored(id)).toMatchObject({ footing: 'overlap' });
    expect(await workItems(id)).toEqual(['bank-statement-overlap']);
  });

  it('reads a CSV file of a known bank, and keeps the places it could not read beside the good lines', async () => {
    const id = await received(
      csvStatement({
        accountId: world.shop.bankAccountNumber,
        rows: [csvRow({ amount: 21_000n }), csvRow({ amount: 22_000n, text: 'x'.repeat(10_001) })],
      }),
    );
    await world.activities.readBankStatement({ statementId: id });
    const { lines, refusedLines, format } = await stored(id);
    expect(format).toMatch(/^csv:/);
    expect(lines.map(({ amount }) => amount)).toEqual([21_000n]);
    expect(refusedLines).toMatchObject([
      { code: 'LINE_FIELD_TOO_LONG', place: expect.stringMatching(/line \d+/) },
    ]);
    expect(await workItems(id)).toContain('bank-lines-refused');
  });

  it('keeps the good lines of a file that cannot foot because of one nobody can read, and says so', async () => {
    const file = Buffer.from(world.statement([{ amount: 31_000n }, { amount: 32_000n }]));
    const bad = file.toString().replace('>31000.00<', '>31.000,00<');
    const id = await received(bytes(bad));
    await world.activities.readBankStatement({ statementId: id });
    const { state, statements, lines, refusedLines } = await stored(id);
    expect({ state, statements }).toMatchObject({
      state: 'read',
      statements: [{ footing: 'unchecked' }],
    });
    expect(lines.map(({ amount }) => amount)).toEqual([32_000n]);
    expect(refusedLines).toMatchObject([{ code: 'LINE_AMOUNT_MALFORMED', place: 'line 6' }]);
    expect(await workItems(id)).toContain('bank-lines-refused');
  });

  it('names the place that nobody can read when a file is refused for not footing', async () => {
    const file = Buffer.from(world.statement([{ amount: 31_000n }]));
    const id = await received(bytes(file.toString().replace('>31000.00<', '>31.000,00<')));
    await world.activities.readBankStatement({ statementId: id });
    expect(await stored(id)).toMatchObject({
      refusalCode: 'STATEMENT_DOES_NOT_FOOT',
      refusalDetail: expect.stringContaining('1 could not be read, the first is line 6'),
    });
  });

  it('does not believe that bank data are known beyond today, whatever date a file bears', async () => {
    const on = day('2099-01-01');
    const id = await received(world.statement([{ amount: 1_000n }], { on }));
    await world.activities.readBankStatement({ statementId: id });
    const { lastClosingOn } = await world.database.prisma.bankAccount.findFirstOrThrow({
      where: { number: world.shop.bankAccountNumber },
    });
    expect(lastClosingOn).toEqual(new Date(TODAY));
  });

  it.each([
    ['STATEMENT_DOES_NOT_FOOT', () => world.statement([{ amount: 5_000n }], { closing: 1n })],
    ['STATEMENT_ACCOUNT_UNKNOWN', () => camt053({ accountId: '9990001112223' })],
    [
      'STATEMENT_CURRENCY_DIFFERS',
      () => camt053({ accountId: world.shop.bankAccountNumber, currency: 'SGD' }),
    ],
    ['STATEMENT_FORMAT_UNKNOWN', () => bytes('Lorem ipsum dolor sit amet')],
    [
      'STATEMENT_DOCTYPE',
      () => bytes('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e "boom">]><Document>&e;</Document>'),
    ],
    [
      'STATEMENT_TRUNCATED',
      () => camt053({ accountId: world.shop.bankAccountNumber }).slice(0, -60),
    ],
  ] as const)(
    'refuses a whole file with %s, books nothing of it and tells a person',
    async (code, file) => {
      const id = await received(file());
      expect(await world.activities.readBankStatement({ statementId: id })).toEqual({
        kind: 'refused',
        code,
      });
      expect(await world.activities.readBankStatement({ statementId: id })).toEqual({
        kind: 'refused',
        code,
      });

      const { state, refusalCode, refusalDetail, content, lines } = await stored(id);
      expect({ state, refusalCode, lines }).toEqual({
        state: 'refused',
        refusalCode: code,
        lines: [],
      });
      expect(refusalDetail).not.toBe('');
      expect(content.length).toBeGreaterThan(0);
      expect(await workItems(id)).toEqual(['bank-statement-refused']);
      expect(await world.activities.matchStatement({ statementId: id })).toEqual({
        outcomes: {},
        touchedInvoices: 0,
      });
    },
  );

  it('refuses a file with a good and an unknown account as a whole, because half of a file is a gap nobody sees', async () => {
    const good = camtStatement({ accountId: world.shop.bankAccountNumber, statementNumber: 'A-1' });
    const foreign = camtStatement({
      accountId: '9990001112223',
      statementNumber: 'B-1',
      entries: [camtEntry({ amount: 9n })],
    });
    const id = await received(camt053({ statements: [good, foreign] }));
    expect(await world.activities.readBankStatement({ statementId: id })).toMatchObject({
      code: 'STATEMENT_ACCOUNT_UNKNOWN',
    });
    expect(await stored(id)).toMatchObject({ refusalPlace: 'statement 2', lines: [] });
  });
});

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

async function received(content: Uint8Array): Promise<string> {
  return (await world.receive(content)).id;
}

function stored(id: string) {
  return world.database.prisma.bankStatement.findUniqueOrThrow({
    where: { id },
    include: { lines: { orderBy: { position: 'asc' } } },
  });
}

async function workItems(subjectId: string): Promise<string[]> {
  const items = await world.database.prisma.workItem.findMany({
    where: { subjectId, state: 'open' },
    orderBy: { kind: 'asc' },
  });
  return items.map(({ kind }) => kind);
}

function context() {
  return {
    actor: { kind: 'system', id: 'test', name: 'test' },
    origin: 'test',
    at: world.clock.iso(),
    requestId: 'r',
  } as const;
}
