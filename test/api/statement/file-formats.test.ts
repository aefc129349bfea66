import type { CamtEntry, CamtStatement } from '../../../simulators/bank/write-camt053.js';
import { camt053, camtEntry, camtStatement, day } from '../../support/bank-files.js';
import { useCashApi } from '../../support/cash-api.js';
import { TODAY } from '../../support/cash-world.js';
import { linesOf, outcomes, paidBy } from '../../support/outcomes.js';
import { writeBai2 } from '../../support/write-bai2.js';
import { writeOfx } from '../../support/write-ofx.js';
import { writeBcaCsv, writeBriCsv, writeBriWorkbook } from '../../support/write-bank-csv.js';
import { writeQif } from '../../support/write-qif.js';
import { writeSwift } from '../../support/write-swift.js';

const { world, api } = useCashApi();

let amounts = 310_000n;
let opening = 10_000_000n;
let number = 0;
let packets = 0;

/** A payment of an amount that no other test of this file has. */
function aPayment(parts: Partial<CamtEntry> = {}): CamtEntry {
  amounts += 1n;
  return camtEntry({
    amount: amounts,
    bookingDate: day(TODAY),
    bankReference: `BANK-${amounts}`,
    text: `Setoran ${amounts}`,
    endToEndReference: `E2E-${amounts}`,
    ...parts,
  });
}

/** The next statement of the account; its balances follow those of the statement before. */
function next(entries: readonly CamtEntry[]): CamtStatement {
  number += 1;
  const statement = camtStatement({
    accountId: world.shop.bankAccountNumber,
    statementNumber: `${number}`,
    on: day(TODAY),
    opening,
    entries,
  });
  opening += entries.reduce((total, { amount }) => total + amount, 0n);
  return statement;
}

const WRITERS: Readonly<Record<string, (statement: CamtStatement) => Uint8Array>> = {
  'camt.053': (statement) => camt053({ statements: [statement] }),
  'camt.054': (statement) => {
    const { opening: _, ...notice } = statement;
    return camt053({ statements: [notice] }, { message: 'camt.054' });
  },
  'mt940 in free text': (statement) => writeSwift(statement),
  'mt940 with codes': (statement) => writeSwift(statement, { dialect: 'codes' }),
  'mt940 with words': (statement) => writeSwift(statement, { dialect: 'words', blocks: true }),
  mt942: (statement) => writeSwift(statement, { message: '942' }),
  mt950: (statement) => writeSwift(statement, { message: '950' }),
  'ofx 1': (statement) => writeOfx(statement, 1),
  'ofx 2': (statement) => writeOfx(statement, 2),
  bai2: (statement) => writeBai2(statement),
  'bai2-interim': (statement) => writeBai2(statement, { interim: true, layout: 'packed' }),
  qif: (statement) => writeQif(statement),
  'csv:bca-personal': (statement) => writeBcaCsv(statement),
  'csv:bri-cms': (statement) => writeBriCsv(statement),
  'csv:bri-cms as a workbook': (statement) => writeBriWorkbook(statement),
};

/** Formats that name no account: the sender names it. */
const NAMELESS: readonly string[] = ['qif'];

describe('a bank file of another format, handed in over HTTP', () => {
  it.each([
    ['mt940 in free text', 'mt940', 'foots'],
    ['mt940 with codes', 'mt940', 'foots'],
    ['mt940 with words', 'mt940', 'foots'],
    ['mt950', 'mt950', 'foots'],
    ['csv:bca-personal', 'csv:bca-personal', 'foots'],
    ['csv:bri-cms', 'csv:bri-cms', 'foots'],
    ['csv:bri-cms as a workbook', 'csv:bri-cms', 'foots'],
    ['mt942', 'mt942', 'foots'],
    ['ofx 1', 'ofx', 'unchecked'],
    ['ofx 2', 'ofx', 'unchecked'],
    ['bai2', 'bai2', 'foots'],
    ['bai2-interim', 'bai2-interim', 'unchecked'],
    ['qif', 'qif', 'unchecked'],
  ])('is read and its payment booked: %s', async (writer, format, footing) => {
    packets += 1;
    const invoice = await world.invoice({ packets });
    const entries = [
      camtEntry({
        amount: invoice.total,
        text: invoice.paymentReference,
        bookingDate: day(TODAY),
        bankReference: `R-${number}`,
      }),
      camtEntry({
        amount: -6_500n - invoice.total,
        text: 'Biaya',
        bookingDate: day(TODAY),
        bankReference: `F-${number}`,
      }),
    ];
    const id = await handIn(writer, next(entries));
    expect(await read(id)).toMatchObject({
      status: 'booked',
      format,
      account: world.shop.bankAccountNumber,
      footing,
      outcomes: { booked: 1, 'not-a-customer-payment': 1 },
      refusedPlaces: [],
      lines: [{ amount: { amount: `${invoice.total}` }, outcome: 'booked' }, { payments: [] }],
    });
  });

  it.each([
    ['an account of nobody', { accountId: '999888777' }, 'STATEMENT_ACCOUNT_UNKNOWN'],
    ['another currency', { currency: 'USD' }, 'STATEMENT_CURRENCY_DIFFERS'],
    ['a wrong balance', { closing: 1n }, 'STATEMENT_DOES_NOT_FOOT'],
  ] as const)('is refused for %s', async (_, parts, code) => {
    const statement = { ...next([]), entries: [aPayment()], ...parts };
    const id = await handIn('mt940 in free text', statement);
    expect(await read(id)).toMatchObject({ status: 'refused', refusal: { code }, lines: [] });
  });

  it('names its account at the second try, when the file itself cannot', async () => {
    const content = writeQif(next([aPayment()]));
    const id = await post(content);
    expect(await read(id)).toMatchObject({
      status: 'refused',
      refusal: { code: 'STATEMENT_ACCOUNT_MISSING', place: 'line 1' },
    });
    expect(await post(content, world.shop.bankAccountNumber)).toBe(id);
    expect(await read(id)).toMatchObject({ status: 'booked', format: 'qif', lineCount: 1 });
  });

  it('shows the gap where a page is missing', async () => {
    const account = world.shop.bankAccountNumber;
    const pageOf = (page: number, balances: readonly [string, string], amount: string): string =>
      [
        `:20:P${page}\r\n:25:${account}\r\n:28C:77/${page}`,
        `:60${page === 1 ? 'F' : 'M'}:C260302IDR${balances[0]},`,
        `:61:2603020302C${amount},NTRFNONREF//GAP-${page}`,
        `:62${page === 3 ? 'F' : 'M'}:C260302IDR${balances[1]},\r\n-\r\n`,
      ].join('\r\n');
    const last = opening + 60n;
    const file =
      pageOf(1, [`${opening}`, `${opening + 10n}`], '10') +
      pageOf(3, [`${opening + 30n}`, `${last}`], '30');
    opening = last;
    const id = await post(Buffer.from(file));
    expect(await read(id)).toMatchObject({
      format: 'mt940',
      footing: 'gap',
      statements: [
        { footing: 'foots', differences: [] },
        {
          continuity: { kind: 'gap' },
          differences: [{ what: 'missing-page', stated: '2', found: '3' }],
        },
      ],
    });
  });
});

describe('the same money in several formats', () => {
  const names = Object.keys(WRITERS);
  const formatOf = (name: string): string => name.split(' ', 1)[0] ?? '';
  // A bank writes one format in one way.
  const pairs = names.flatMap((first) =>
    names
      .filter((second) => formatOf(second) !== formatOf(first))
      .map((second) => [first, second] as const),
  );

  it.each(pairs)('is one event: %s, then %s', async (first, second) => {
    const same = aPayment();
    const statement = next([
      aPayment(),
      same,
      { ...same },
      aPayment({ amount: -7_000n - amounts }),
    ]);
    const told = await handIn(first, statement);
    const again = await handIn(second, statement);
    const paid = await paidBy(world, told);
    expect(paid).toHaveLength(3);
    expect(await paidBy(world, again)).toEqual([]);
    for (const outcome of await outcomes(world, again)) {
      expect(['duplicate', 'repeat-unclear']).toContain(outcome);
    }
  });

  it('is left out, and not asked about, where its references or words tell it', async () => {
    const statement = next([aPayment(), aPayment(), aPayment({ payerName: 'CV Lain' })]);
    await handIn('camt.053', statement);
    for (const name of [
      'mt940 with codes',
      'mt940 with words',
      'mt940 in free text',
      'mt942',
      'ofx 1',
    ]) {
      const id = await handIn(name, statement);
      expect(await outcomes(world, id)).toEqual(['duplicate', 'duplicate', 'duplicate']);
    }
  });

  it('is told by the workbook of a bank in the words of its CSV', async () => {
    const same = aPayment();
    const statement = next([same, { ...same }, aPayment()]);
    await handIn('csv:bri-cms', statement);
    const id = await handIn('csv:bri-cms as a workbook', statement);
    expect(await outcomes(world, id)).toEqual(['duplicate', 'duplicate', 'duplicate']);
  });

  it('is put before a person where only a constant says that it is the same', async () => {
    const [same, one, other] = [aPayment(), aPayment(), aPayment()];
    const constant = (entries: readonly CamtEntry[]): Buffer => {
      const file = Buffer.from(writeOfx(next(entries), 1)).toString();
      return Buffer.from(file.replaceAll(/<FITID>\w+/g, '<FITID>TRANSAKSI'));
    };
    await post(constant([same, one]));
    const id = await post(constant([same, other]));
    expect(await outcomes(world, id)).toEqual(['repeat-unclear', 'unmatched']);
  });

  it('is new money when a file of another format tells one payment more', async () => {
    const [one, other] = [aPayment(), aPayment()];
    const statement = next([one, other]);
    await handIn('camt.053', {
      ...statement,
      entries: [one],
      closing: (statement.opening ?? 0n) + one.amount,
    });
    const id = await handIn('mt940 with codes', statement);
    expect(await outcomes(world, id)).toEqual(['duplicate', 'unmatched']);
    expect(await linesOf(world, id)).toHaveLength(2);
  });
});

function handIn(writer: string, statement: CamtStatement): Promise<string> {
  const write = WRITERS[writer];
  if (write === undefined) throw new Error(`no writer ${writer}`);
  return post(write(statement), NAMELESS.includes(writer) ? statement.accountId : undefined);
}

/** Hands the file in over HTTP, and carries it as its workflow does. */
async function post(content: Uint8Array, account?: string): Promise<string> {
  const path = `/v1/bank-statements${account === undefined ? '' : `?account=${account}`}`;
  const answer = await api.send('POST', path, {
    as: world.shop.tokens.integration,
    content: new Uint8Array(content),
  });
  expect(answer.status).toBe(202);
  const { id } = answer.body as Readonly<{ id: string }>;
  const reading = await world.activities.readBankStatement({ statementId: id });
  if (reading.kind === 'read') await world.activities.matchStatement({ statementId: id });
  return id;
}

async function read(id: string): Promise<unknown> {
  const { body } = await api.send('GET', `/v1/bank-statements/${id}`, {
    as: world.shop.tokens.auditor,
  });
  return body;
}
