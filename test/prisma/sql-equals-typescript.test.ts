import fc from 'fast-check';
import { dammDigit } from '../../domain/invoice/damm.js';
import { ACCOUNTS } from '../../domain/ledger/accounts.js';
import { CURRENCY_CODES, parseCurrency } from '../../domain/money/currency.js';
import { formatMoney } from '../../domain/money/format-money.js';
import { money } from '../../domain/money/money.js';
import { documentNumber, paymentReference } from '../oracle/invoice/numbers.js';
import { useEmptyBooks } from '../support/empty-books.js';

const empty = useEmptyBooks('owner');

describe('the rules that SQL and TypeScript both have', () => {
  it('agree on the check digit of any digits', async () => {
    const digits = fc.stringMatching(/^\d{1,40}$/);
    const { sql, typeScript } = await bothSay(digits, {
      inSql: 'SELECT damm_digit(x) AS y FROM unnest($1::text[]) AS t(x)',
      inTypeScript: dammDigit,
    });
    expect(sql).toEqual(typeScript);
  });

  it('agree on document numbers of any series', async () => {
    const series = fc
      .array(fc.stringMatching(/^[A-Z0-9]{1,12}$/), { minLength: 1, maxLength: 4 })
      .map((groups) => groups.join('/'));
    const sequence = fc.oneof(fc.bigInt(1n, 2_000_000n), fc.bigInt(1n, 999_999_999_999n));
    const pair = fc.tuple(series, sequence).map(([name, number]) => `${name} ${number}`);
    const { sql, typeScript } = await bothSay(pair, {
      inSql: `SELECT document_number(split_part(x, ' ', 1), split_part(x, ' ', 2)::bigint) AS y
        FROM unnest($1::text[]) AS t(x)`,
      inTypeScript: (text) => {
        const [name = '', number = ''] = text.split(' ');
        return documentNumber({ series: name, sequence: BigInt(number) });
      },
    });
    expect(sql).toEqual(typeScript);
  });

  it('agree on payment references', async () => {
    const series = fc.integer({ min: 1_000, max: 9_999 });
    const number = fc.bigInt(1n, 99_999_999n);
    const pair = fc.tuple(series, number).map(([first, second]) => `${first} ${second}`);
    const { sql, typeScript } = await bothSay(pair, {
      inSql: `SELECT payment_reference(split_part(x, ' ', 1), split_part(x, ' ', 2)::bigint) AS y
        FROM unnest($1::text[]) AS t(x)`,
      inTypeScript: (text) => {
        const [first = '', second = ''] = text.split(' ');
        return paymentReference(first, BigInt(second));
      },
    });
    expect(sql).toEqual(typeScript);
  });

  it('agree that a reference number has at most eight digits: neither shortens one silently', async () => {
    await expect(
      empty().database.prisma.$queryRaw`SELECT payment_reference('2610', 100000000)`,
    ).rejects.toThrow('a reference number has up to 8 digits');
    expect(() => paymentReference('2610', 100_000_000n)).toThrow('up to 8 digits');
  });

  it('agree on how money reads in English, in every currency', async () => {
    const amount = fc.oneof(
      fc.bigInt(-1_000n, 1_000n),
      fc.bigInt(-(10n ** 15n) + 1n, 10n ** 15n - 1n),
    );
    const pair = fc.tuple(amount, fc.constantFrom(...CURRENCY_CODES)).map((both) => both.join(' '));
    const { sql, typeScript } = await bothSay(pair, {
      inSql: `SELECT money_text(split_part(x, ' ', 1)::bigint, split_part(x, ' ', 2)) AS y
        FROM unnest($1::text[]) AS t(x)`,
      inTypeScript: (text) => {
        const [units = '', currency = ''] = text.split(' ');
        return formatMoney(money(BigInt(units), parseCurrency(currency)), 'en');
      },
    });
    expect(sql).toEqual(typeScript);
  });

  it('agree on the chart of accounts', async () => {
    const rows = await empty().database.prisma.account.findMany({ orderBy: { code: 'asc' } });
    const inTypeScript = Object.entries(ACCOUNTS).map(([role, account]) => ({
      code: account.code,
      role,
      kind: account.kind,
      nameEn: account.name.en,
      nameId: account.name.id,
      clearingLimitDays: 'clearingLimitDays' in account ? account.clearingLimitDays : null,
    }));
    expect(rows).toEqual(inTypeScript.toSorted((a, b) => (a.code < b.code ? -1 : 1)));
  });
});

type Twice = Readonly<{ inSql: string; inTypeScript: (text: string) => string }>;

/** Asks both about the same thousand values, in one round trip. */
async function bothSay(
  arbitrary: fc.Arbitrary<string>,
  twice: Twice,
): Promise<{ sql: string[]; typeScript: string[] }> {
  const texts = fc.sample(arbitrary, 1_000);
  const rows = await empty().database.prisma.$queryRawUnsafe<{ y: string }[]>(twice.inSql, texts);
  return { sql: rows.map(({ y }) => y), typeScript: texts.map(twice.inTypeScript) };
}
