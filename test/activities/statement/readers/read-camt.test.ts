import { readStatement } from '../../../../activities/statement/readers/read-statement.js';
import { checkFooting } from '../../../../domain/statement/footing.js';
import { paymentPartsOf } from '../../../../domain/statement/payment-parts.js';
import { ACCOUNT, camt053, camtEntry, camtStatement, day } from '../../../support/bank-files.js';
import { bytesOf, edited, linesOf, onlyLine, statementsOf, textOf } from './reading.js';

type Damage = Readonly<{ good: string; bad: string }>;

describe('reading camt', () => {
  it('gives the account, the period, the balances and the lines in order', () => {
    const entries = [camtEntry(), camtEntry({ amount: -2_500n, text: 'Biaya admin' })];
    const [statement] = statementsOf(camt053({ opening: 1_000_000n, entries }));
    expect(statement).toMatchObject({ accountId: ACCOUNT, currency: 'IDR' });
    expect(statement?.opening?.amount).toBe(1_000_000n);
    expect(statement?.closing?.amount).toBe(1_147_500n);
    expect(statement?.lines.map(({ position, amount }) => [position, amount])).toEqual([
      [1, 150_000n],
      [2, -2_500n],
    ]);
    expect(statement && checkFooting(statement)).toEqual({ kind: 'foots' });
  });

  it('takes payer, account, references and text from the details', () => {
    const line = onlyLine(
      camt053({
        entries: [camtEntry({ endToEndReference: 'E2E-9', creditorReference: '2601000001234' })],
      }),
    );
    expect(line).toMatchObject({
      bookingDate: day('2026-03-02'),
      payerName: 'PT Kedai Contoh',
      payerAccount: '1112223334',
      endToEndReference: 'E2E-9',
      creditorReference: '2601000001234',
      bankReference: 'BNC0001',
      text: 'Pembayaran faktur',
      status: 'booked',
    });
  });
});

describe('the shapes of camt', () => {
  const versions = [2, 3, 4, 5, 6, 7, 8, 9, 10];
  const messages = ['camt.052', 'camt.053', 'camt.054'] as const;
  it.each(versions.flatMap((version) => messages.map((message) => ({ version, message }))))(
    'reads $message version $version the same',
    ({ version, message }) => {
      const result = readStatement(camt053({}, { version, message }));
      expect(result).toMatchObject({ kind: 'read', format: message, refused: [] });
      expect(onlyLine(camt053({}, { version, message }))).toEqual(onlyLine(camt053()));
    },
  );

  it.each([{ prefix: 'ns2' }, { namespace: 'none' as const }])(
    'does not depend on the namespace (%j)',
    (style) => {
      expect(statementsOf(camt053({}, style))).toEqual(statementsOf(camt053()));
    },
  );

  it('finds the message inside an envelope', () => {
    const inner = textOf(camt053()).replace(/^<\?xml.*\?>\n/, '');
    const wrapped = bytesOf(`<BizMsg><AppHdr><Fr>X</Fr></AppHdr>${inner}</BizMsg>`);
    expect(statementsOf(wrapped)).toEqual(
      statementsOf(bytesOf(inner)).map((statement) => statement),
    );
  });
});

describe('collective bookings, reversals and several accounts', () => {
  it('posts a collective booking once and offers its payments for matching', () => {
    const payments = [
      { amount: 100_000n, text: 'satu', payerName: 'A' },
      { amount: 50_000n, text: 'dua', payerName: 'B' },
    ];
    const line = onlyLine(camt053({ entries: [camtEntry({ payments })] }));
    expect(line.amount).toBe(150_000n);
    expect(line.payerName).toBeUndefined();
    expect(paymentPartsOf(line)).toMatchObject([
      { part: 1, amount: 100_000n, payerName: 'A', text: 'satu' },
      { part: 2, amount: 50_000n, payerName: 'B', text: 'dua' },
    ]);
  });

  it('does not split a booking whose details do not add up to it', () => {
    const payments = [
      { amount: 100_000n, text: 'satu' },
      { amount: 49_999n, text: 'dua' },
    ];
    const line = onlyLine(camt053({ entries: [camtEntry({ payments })] }));
    expect(paymentPartsOf(line)).toMatchObject([{ amount: 150_000n, text: 'satu dua' }]);
  });

  it('believes the direction of a reversal and keeps naming the original payer', () => {
    const line = onlyLine(
      camt053({ entries: [camtEntry({ amount: -150_000n, isReversal: true })] }),
    );
    expect(line).toMatchObject({
      amount: -150_000n,
      isReversal: true,
      payerName: 'PT Kedai Contoh',
    });
  });

  it('keeps the statements of several accounts apart', () => {
    const statements = statementsOf(
      camt053({
        statements: [
          camtStatement(),
          camtStatement({ accountId: 'ID12BANK00012345', currency: 'SGD', opening: 5n }),
        ],
      }),
    );
    expect(statements.map(({ accountId, currency }) => [accountId, currency])).toEqual([
      [ACCOUNT, 'IDR'],
      ['ID12BANK00012345', 'SGD'],
    ]);
    expect(statements.map(checkFooting)).toEqual([{ kind: 'foots' }, { kind: 'foots' }]);
  });

  it('shows pending entries and leaves them out of the balance', () => {
    const entries = [camtEntry(), camtEntry({ status: 'PDNG', amount: 7n })];
    const [statement] = statementsOf(camt053({ entries }, { message: 'camt.052' }));
    expect(statement?.lines.map(({ status }) => status)).toEqual(['booked', 'pending']);
    expect(statement && checkFooting(statement)).toEqual({ kind: 'foots' });
  });

  it('says when the file does not foot', () => {
    const [statement] = statementsOf(camt053({ opening: 0n, closing: 149_000n }));
    expect(statement && checkFooting(statement)).toEqual({
      kind: 'broken',
      what: 'closing-balance',
      expected: '149000',
      found: '150000',
    });
  });
});

describe('what banks leave out or write their own way', () => {
  it('does without everything the standard makes optional', () => {
    const bare = edited((xml) =>
      xml
        .replace(/<NtryDtls>.*<\/NtryDtls>/, '')
        .replace(/<AcctSvcrRef>.*<\/AcctSvcrRef>/, '')
        .replace(/<BookgDt>.*<\/BookgDt>/, '')
        .replace(/<ValDt>.*<\/ValDt>/, '')
        .replace(/<Sts>.*<\/Sts>/, '')
        .replace(/<Ccy>IDR<\/Ccy>/, '')
        .replace(/<ElctrncSeqNb>\d+<\/ElctrncSeqNb>/, ''),
    );
    expect(onlyLine(bare)).toMatchObject({
      amount: 150_000n,
      currency: 'IDR',
      bookingDate: day('2026-03-02'),
      text: '',
      status: 'booked',
    });
  });

  it('computes value dates with months of thirty days as banks do', () => {
    const odd = edited((xml) => xml.replace('<ValDt><Dt>2026-03-02', '<ValDt><Dt>2026-02-30'));
    expect(onlyLine(odd).valueDate).toEqual(day('2026-02-28'));
  });

  it('reads the time stamp of a booking as the day the bank wrote', () => {
    const stamped = edited((xml) =>
      xml.replace(
        '<BookgDt><Dt>2026-03-02</Dt>',
        '<BookgDt><DtTm>2026-03-02T23:59:00+07:00</DtTm>',
      ),
    );
    expect(onlyLine(stamped).bookingDate).toEqual(day('2026-03-02'));
  });

  it('reads entities, CDATA and comments as the text they stand for', () => {
    const marked = edited((xml) =>
      xml.replace('Pembayaran faktur', 'A &amp; B <!-- x --><![CDATA[<C>]]> &#68;'),
    );
    expect(onlyLine(marked).text).toBe('A & B <C> D');
  });

  it('keeps every reference that tells one payment from another, and the virtual account that was paid into', () => {
    const more = edited((xml) =>
      xml
        .replace('<Refs>', '<Refs><InstrId>I-1</InstrId><TxId>T-1</TxId><UETR>u-1</UETR>')
        .replace(
          '</RltdPties>',
          '<CdtrAcct><Id><Othr><Id>8808123</Id></Othr></Id></CdtrAcct></RltdPties>',
        ),
    );
    expect(onlyLine(more).otherReferences).toEqual(['I-1', 'T-1', 'u-1', '8808123']);
  });
});

describe('refusing one entry and keeping the others', () => {
  const amount = '>150000.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts';
  const withAmount = (text: string): Damage => ({
    good: amount,
    bad: amount.replace('150000.00', text),
  });
  it.each<readonly [string, Damage, string]>([
    ['no direction', { good: amount, bad: amount.replace('CRDT', 'X') }, 'LINE_DIRECTION_UNKNOWN'],
    ['an exponent', withAmount('1e5'), 'LINE_AMOUNT_MALFORMED'],
    ['a negative amount', withAmount('-1'), 'LINE_AMOUNT_MALFORMED'],
    ['a decimal comma', withAmount('150.000,00'), 'LINE_AMOUNT_MALFORMED'],
    ['sixteen digits', withAmount('9999999999999999'), 'LINE_AMOUNT_TOO_LARGE'],
    ['sen', withAmount('150000.50'), 'LINE_AMOUNT_TOO_PRECISE'],
    [
      '31 February',
      { good: '<BookgDt><Dt>2026-03-02', bad: '<BookgDt><Dt>2026-02-31' },
      'LINE_DATE_MALFORMED',
    ],
    ['an unknown status', { good: '<Cd>BOOK</Cd>', bad: '<Cd>WHAT</Cd>' }, 'LINE_STATUS_UNKNOWN'],
    [
      "a status of the bank's own",
      { good: '<Cd>BOOK</Cd>', bad: '<Prtry>VOID</Prtry>' },
      'LINE_STATUS_UNKNOWN',
    ],
    [
      'a thirteenth month',
      { good: '<BookgDt><Dt>2026-03-02', bad: '<BookgDt><Dt>2026-13-02' },
      'LINE_DATE_MALFORMED',
    ],
    [
      'a day of the year 0000',
      { good: '<BookgDt><Dt>2026-03-02', bad: '<BookgDt><Dt>0000-03-02' },
      'LINE_DATE_MALFORMED',
    ],
    ['endless text', { good: 'Pembayaran faktur', bad: 'x'.repeat(10_001) }, 'LINE_FIELD_TOO_LONG'],
  ])('refuses an entry with %s and names its line', (_, { good, bad }, code) => {
    const bytes = edited((xml) => xml.replace(good, bad), {
      entries: [camtEntry(), camtEntry({ amount: 7n })],
    });
    expect(readStatement(bytes)).toMatchObject({ refused: [{ place: 'line 6', code }] });
    expect(linesOf(bytes).map(({ amount: taken }) => taken)).toEqual([7n]);
  });

  it('keeps the good entries of a file that cannot foot because of an entry nobody can read', () => {
    const entries = [camtEntry(), camtEntry({ amount: 7n })];
    const bytes = edited((xml) => xml.replace(amount, withAmount('1e5').bad), { entries });
    expect(statementsOf(bytes).map(checkFooting)).toEqual([
      { kind: 'unchecked', reason: 'lines-unread' },
    ]);
  });

  it('names the entry of a file that is one long line', () => {
    const oneLine = edited(
      (xml) => xml.replace(amount, withAmount('1e5').bad).replaceAll('\n', ''),
      {
        entries: [camtEntry({ amount: 7n }), camtEntry()],
      },
    );
    expect(readStatement(oneLine)).toMatchObject({ refused: [{ place: 'line 1, entry 2' }] });
  });

  it('judges the footing of the file and not its own refusal', () => {
    const bytes = edited((xml) =>
      xml.replace(amount, withAmount('150000.50').bad).replace('>10150000.00<', '>10150000.50<'),
    );
    const [statement] = statementsOf(bytes);
    expect(statement?.lines).toEqual([]);
    expect(statement?.closing?.amount).toBe(10_150_000n);
    expect(statement && checkFooting(statement)).toEqual({ kind: 'foots' });
  });
});

describe('refusing a file', () => {
  it.each([
    ['with entities of its own', '<!DOCTYPE Document [<!ENTITY a "b">]>'],
    ['behind a comment', '<!-- x -->\n<!DOCTYPE Document SYSTEM "file:///etc/passwd">'],
    ['in small letters', '<!doctype Document>'],
  ])('refuses a document type declaration %s before it is parsed', (_, declaration) => {
    const bytes = edited((xml) => xml.replace('?>', `?>${declaration}`));
    expect(readStatement(bytes)).toMatchObject({ kind: 'refused', code: 'STATEMENT_DOCTYPE' });
  });

  it('names byte and line where a truncated file ends', () => {
    const bytes = camt053();
    const cut = bytes.subarray(0, 700);
    expect(readStatement(cut)).toMatchObject({
      kind: 'refused',
      code: 'STATEMENT_TRUNCATED',
      place: expect.stringMatching(/^byte 700, line \d+$/),
    });
  });

  it.each([
    ['nothing', ''],
    ['a sentence', 'Dear customer, please find attached'],
    ['an HTML page', '<!-- x --><html><body><br></body></html>'],
    ['another XML message', '<Document><CstmrCdtTrfInitn></CstmrCdtTrfInitn></Document>'],
    ['a PDF', '%PDF-1.7\n1 0 obj'],
    ['a spreadsheet', 'PK\u0003\u0004'],
    ['JSON', '{"a":1}'],
    ['angle brackets', '<<<>>>'],
  ])('does not take %s for a bank file', (_, text) => {
    expect(readStatement(bytesOf(text))).toMatchObject({
      kind: 'refused',
      code: 'STATEMENT_FORMAT_UNKNOWN',
    });
  });

  it('refuses a message without a statement, and one without an account', () => {
    const empty = bytesOf('<Document><BkToCstmrStmt></BkToCstmrStmt></Document>');
    expect(readStatement(empty)).toMatchObject({ code: 'STATEMENT_EMPTY' });
    const anonymous = edited((xml) => xml.replace(/<Acct>.*?<\/Acct>/, ''));
    expect(readStatement(anonymous)).toMatchObject({ code: 'STATEMENT_ACCOUNT_MISSING' });
  });

  it('gives up on elements nested without end', () => {
    const deep = edited((xml) => xml.replace('<NtryDtls>', '<a>'.repeat(1_000)));
    expect(readStatement(deep)).toMatchObject({ code: 'STATEMENT_TOO_DEEP' });
  });

  it('names the line of XML that is not well-formed', () => {
    const broken = edited((xml) => xml.replace('<RmtInf>', '<RmtInf'));
    expect(readStatement(broken)).toMatchObject({
      code: 'STATEMENT_MALFORMED',
      place: expect.stringMatching(/^line 6, column \d+$/),
    });
  });

  it('never meets an uncoded error in a file cut anywhere', () => {
    const whole = camt053({ entries: [camtEntry({ text: 'café 東京' }), camtEntry()] });
    const results = cutAtEvery(whole, 100).map((bytes) => readStatement(bytes));
    expect(results.length).toBeGreaterThan(10);
    for (const result of results) {
      expect(result).toMatchObject({
        kind: 'refused',
        code: expect.stringMatching(/^STATEMENT_(TRUNCATED|FORMAT_UNKNOWN)$/),
      });
    }
  });
});

function cutAtEvery(bytes: Uint8Array, step: number): readonly Uint8Array[] {
  const count = Math.ceil(bytes.length / step);
  return Array.from({ length: count }, (_, index) => bytes.subarray(0, index * step));
}
