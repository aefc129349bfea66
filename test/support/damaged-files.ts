import fc from 'fast-check';
import { checkFooting } from '../../domain/statement/footing.js';
import { toExact } from '../../domain/statement/file-amount.js';
import type { ReadStatementResult } from '../../domain/statement/statement.js';

/** Bytes with which formats begin, end and separate their parts. */
const SIGNS = Buffer.from('\0\r\n:,;/\\-+.\'"?<>&{}[]()^~!0123456789CDRENT \u00ff', 'latin1');

/** A file of these with a piece replaced, cut out, doubled or moved; several times. */
export function damagedFiles(wholes: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
  const damage = fc.record({
    kind: fc.constantFrom('replace', 'cut', 'double', 'move', 'end'),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(60),
    to: fc.double({ min: 0, max: 1, noNaN: true }),
    signs: fc.array(fc.constantFrom(...SIGNS), { maxLength: 6 }),
  });
  return fc
    .tuple(fc.constantFrom(...wholes), fc.array(damage, { minLength: 1, maxLength: 4 }))
    .map(([whole, damages]) =>
      damages.reduce((bytes: Buffer, { kind, at, length, to, signs }) => {
        const from = Math.floor(at * bytes.length);
        const [before, piece, behind] = [
          bytes.subarray(0, from),
          bytes.subarray(from, from + length),
          bytes.subarray(from + length),
        ];
        if (kind === 'replace') return Buffer.concat([before, Buffer.from(signs), behind]);
        if (kind === 'cut') return Buffer.concat([before, behind]);
        if (kind === 'double') return Buffer.concat([before, piece, piece, behind]);
        if (kind === 'end') return before;
        const rest = Buffer.concat([before, behind]);
        const place = Math.floor(to * rest.length);
        return Buffer.concat([rest.subarray(0, place), piece, rest.subarray(place)]);
      }, Buffer.from(whole)),
    );
}

/** What every answer of a reader holds to: it has a code, and what it says to foot adds up. */
export function expectTruth(result: ReadStatementResult): void {
  if (result.kind === 'refused') {
    expect(result.code).toMatch(/^STATEMENT_/);
    return;
  }
  expect(result.statements.length).toBeGreaterThan(0);
  for (const { code } of result.refused) expect(code).toMatch(/^(LINE|BALANCE)_/);
  for (const statement of result.statements) {
    const { lines, opening, closing, entries, unread, currency } = statement;
    expect(lines.map(({ position }) => position)).toEqual(lines.map((_, index) => index + 1));
    expect(entries).toBeGreaterThanOrEqual(lines.length + unread);
    if (checkFooting(statement).kind !== 'foots' || opening === undefined || closing === undefined)
      continue;
    const moved = lines
      .filter(({ status }) => status === 'booked')
      .reduce((total, { amount }) => total + toExact(amount, currency), statement.leftOut);
    expect(opening.exact + moved).toBe(closing.exact);
    expect(unread > 0 && entries === unread).toBe(false);
  }
}
