import { asOwner } from '../../support/books.js';
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
    await asOwner(world.books, async (tx) => {
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

  it.each([
    ['an entry without dates', 'LINE_DATE_MISSING', (xml: string) => xml.replaceAll(DATES, '')],
    [
      'a garbled amount',
      'LINE_AMOUNT_MALFORMED',
      (xml: string) => xml.replace('>91000.00<', '>sembilan<'),
    ],
  ])(
    'names the true reason of %s in a file that names no currency elsewhere',
    async (_, code, edit) => {
      const xml = Buffer.from(notice([{ amount: 91_000n }])).toString();
      const id = await received(bytes(edit(xml.replace('<Ccy>IDR</Ccy>', ''))));
      await world.activities.readBankStatement({ statementId: id });
      expect(await stored(id)).toMatchObject({ state: 'read', refusedLines: [{ code }] });
    },
  );

  it('takes a statement without entries and without a currency for one of its account', async () => {
    const xml = Buffer.from(notice([])).toString().replace('<Ccy>IDR</Ccy>', '');
    const id = await received(bytes(xml));
    await world.activities.readBankStatement({ statementId: id });
    expect(await stored(id)).toMatchObject({ state: 'read', statements: [{ currency: 'IDR' }] });
  });

  it('refuses a closing balance in another currency: it closes nothing', async () => {
    const xml = Buffer.from(world.statement([{ amount: 1_000n }], { opening: 5n })).toString();
    const closing = xml.lastIndexOf('Ccy="IDR"', xml.indexOf('<Ntry>'));
    const id = await received(
      bytes(`${xml.slice(0, closing)}Ccy="USD"${xml.slice(closing + 'Ccy="IDR"'.length)}`),
    );
    await world.activities.readBankStatement({ statementId: id });
    expect(await stored(id)).toMatchObject({
      refusalCode: 'STATEMENT_CURRENCY_DIFFERS',
      refusalDetail: 'A balance is in USD, the statement in IDR.',
    });
  });

  it('shows where the bank declares other counts and sums, and puts it before a person', async () => {
    const summary = '<TxsSummry><TtlNtries><NbOfNtries>9</NbOfNtries></TtlNtries></TxsSummry>';
    const xml = Buffer.from(notice([{ amount: 2_000n }])).toString();
    const id = await received(bytes(xml.replace('<Ntry>', `${summary}<Ntry>`)));
    await world.activities.readBankStatement({ statementId: id });
    expect(await stored(id)).toMatchObject({
      footing: 'differs',
      statements: [{ differences: [{ what: 'entry-count', stated: '9', found: '1' }] }],
    });
    expect(await workItems(id)).toContain('bank-statement-differs');
  });

  it('books no entry with a status of the bank’s own, and puts its place before a person', async () => {
    const xml = Buffer.from(notice([{ amount: 92_000n }])).toString();
    const id = await received(bytes(xml.replace('<Cd>BOOK</Cd>', '<Prtry>VOID</Prtry>')));
    await world.activities.readBankStatement({ statementId: id });
    expect(await stored(id)).toMatchObject({
      lines: [],
      refusedLines: [{ code: 'LINE_STATUS_UNKNOWN' }],
    });
  });

  it('reads an instant as the day of the legal entity', async () => {
    const xml = Buffer.from(notice([{ amount: 93_000n }])).toString();
    const stamped = xml.replace(
      /<BookgDt>.*<\/BookgDt>/,
      '<BookgDt><DtTm>2026-03-01T20:00:00Z</DtTm></BookgDt>',
    );
    const id = await received(bytes(stamped));
    await world.activities.readBankStatement({ statementId: id });
    expect((await stored(id)).lines).toMatchObject([{ bookingDate: new Date('2026-03-02') }]);
  });

  it('refuses a format that is not read by its name', async () => {
    const id = await received(bytes('00000303260000005        00000001  PT KOPI CONTOH'));
    await world.activities.readBankStatement({ statementId: id });
    expect(await stored(id)).toMatchObject({
      refusalCode: 'STATEMENT_FORMAT_UNKNOWN',
      refusalDetail: expect.stringMatching(/^This is CODA; not readable yet\./),
    });
  });

  it('ends with a refused place where the year is 0000, instead of failing for ever', async () => {
    const xml = Buffer.from(notice([{ amount: 94_000n }, { amount: 95_000n }])).toString();
    const id = await received(
      bytes(
        xml
          .replaceAll('<ValDt><Dt>2026', '<ValDt><Dt>0000')
          .replace('<BookgDt><Dt>2026', '<BookgDt><Dt>0000'),
      ),
    );
    await world.activities.readBankStatement({ statementId: id });
    expect(await stored(id)).toMatchObject({
      lines: [{ amount: 95_000n }],
      refusedLines: [{ code: 'LINE_DATE_MALFORMED' }],
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
        isDone: true,
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

const DATES = /<(?:BookgDt|ValDt)>.*?<\/(?:BookgDt|ValDt)>/g;

/** A notice: without balances. */
function notice(entries: readonly Parameters<typeof camtEntry>[0][]): Uint8Array {
  const { opening: _, ...statement } = camtStatement({
    accountId: world.shop.bankAccountNumber,
    entries: entries.map((entry) => camtEntry(entry)),
  });
  return camt053({ statements: [statement] }, { message: 'camt.054' });
}

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
