import fc from 'fast-check';
import { readStatement } from '../../../../activities/statement/readers/read-statement.js';
import { checkFooting } from '../../../../domain/statement/footing.js';
import { camt053, camtEntry } from '../../../support/bank-files.js';
import { bytesOf, linesOf, onlyLine, statementsOf, textOf } from './reading.js';

describe('large and damaged files', () => {
  const entries = Array.from({ length: 1_500 }, (_, index) =>
    camtEntry({
      amount: BigInt(index + 1),
      text: `café 東京 😀 ${index}`,
      bankReference: `B${index}`,
    }),
  );
  const large = camt053({ entries });

  it('reads texts whole wherever the pieces of the file are cut', () => {
    expect(large.length).toBeGreaterThan(10 * 64 * 1024);
    for (const shift of [0, 1, 2, 3]) {
      const moved = bytesOf(textOf(large).replace('?>', `?>${' '.repeat(shift)}`));
      expect(linesOf(moved).map(({ text }) => text)).toEqual(entries.map(({ text }) => text));
    }
    expect(statementsOf(large).map(checkFooting)).toEqual([{ kind: 'foots' }]);
  });

  it('gives coded answers to files damaged in one place', () => {
    const whole = camt053();
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), (place, byte) => {
        const result = readStatement(whole.with(place, byte));
        const code = result.kind === 'read' ? 'STATEMENT_READ' : result.code;
        expect(code).toMatch(/^STATEMENT_/);
      }),
      { numRuns: 500 },
    );
  });

  it('gives up on a file in which nearly nothing can be read', () => {
    const broken = Array.from({ length: 10_001 }, () => '<Ntry></Ntry>').join('');
    const xml = textOf(camt053()).replace('</Stmt>', `${broken}</Stmt>`);
    expect(readStatement(bytesOf(xml))).toMatchObject({ code: 'STATEMENT_MALFORMED' });
  });
});

describe('encodings', () => {
  const xml = (encoding: string): string =>
    textOf(camt053({ entries: [camtEntry({ text: 'Café Señor', payerName: 'Ibu Ayu' })] })).replace(
      'UTF-8',
      encoding,
    );
  const utf16 = Buffer.from(`\uFEFF${xml('UTF-16')}`, 'utf16le');

  it.each([
    ['UTF-8', Buffer.from(xml('UTF-8'))],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${xml('UTF-8')}`)],
    ['UTF-16 little endian', utf16],
    ['UTF-16 big endian', Buffer.from(utf16).swap16()],
    ['UTF-16 without a mark', utf16.subarray(2)],
    ['ISO-8859-1 as declared', Buffer.from(xml('ISO-8859-1'), 'latin1')],
    ['UTF-8 under a wrong declaration of UTF-16', Buffer.from(xml('utf-16'))],
    ['UTF-8 after empty lines', Buffer.from(`\r\n\n${xml('UTF-8')}`)],
  ])('reads %s', (_, bytes) => {
    expect(onlyLine(bytes)).toMatchObject({ text: 'Café Señor', payerName: 'Ibu Ayu' });
  });

  it('refuses bytes that are not what the file declares, and encodings it does not know', () => {
    const wrong = Buffer.from(xml('UTF-8'), 'latin1');
    expect(readStatement(wrong)).toMatchObject({ code: 'STATEMENT_ENCODING' });
    expect(readStatement(Buffer.from(xml('EBCDIC-CP-US')))).toMatchObject({
      code: 'STATEMENT_ENCODING',
    });
  });

  it('refuses a document type declaration in UTF-16 too', () => {
    const hidden = Buffer.from(`\uFEFF${xml('UTF-16').replace('?>', '?><!DOCTYPE x>')}`, 'utf16le');
    expect(readStatement(hidden)).toMatchObject({ code: 'STATEMENT_DOCTYPE' });
  });
});
