import fc from 'fast-check';
import {
  recogniseLines,
  type NewLine,
  type Recognition,
  type Witness,
} from '../../../domain/statement/recognise-lines.js';
import type { PartRelation, StatementPart } from '../../../domain/statement/statement-chain.js';
import type { StatementLine } from '../../../domain/statement/statement.js';
import { day } from '../../support/bank-files.js';
import { aLine } from './a-statement.js';

const part = (id: string): StatementPart => ({
  id,
  fileId: id,
  format: 'camt.053',
  number: undefined,
  from: undefined,
  to: undefined,
  opening: undefined,
  closing: undefined,
});

const NEW_PART = part('new');
const KNOWN_PART = part('known');

function newLines(lines: readonly Partial<StatementLine>[]): NewLine[] {
  return lines.map((one, index) => ({ id: `n${index}`, part: NEW_PART, line: aLine(one) }));
}

function knownLines(lines: readonly Partial<StatementLine>[]): Witness[] {
  return lines.map((one, index) => ({
    id: `k${index}`,
    bookingId: `k${index}`,
    part: KNOWN_PART,
    line: aLine(one),
  }));
}

function toldBy(format: string, witnesses: readonly Witness[]): Witness[] {
  return witnesses.map((one) => ({ ...one, part: { ...one.part, format } }));
}

function recognise(
  relation: PartRelation,
  {
    lines,
    known,
    shared = [],
  }: Readonly<{
    lines: readonly Partial<StatementLine>[];
    known: readonly Partial<StatementLine>[];
    shared?: readonly string[];
  }>,
): string[] {
  const format = relation === 'other-witness' ? 'camt.054' : 'camt.053';
  const found = recogniseLines(newLines(lines), toldBy(format, knownLines(known)), {
    relationOf: () => relation,
    shared: new Set(shared),
  });
  return [...found.values()].map(inWords);
}

function inWords(one: Recognition): string {
  return one.kind === 'new' ? 'new' : `${one.kind} ${one.bookingId} by ${one.by}`;
}

const paying = { payerName: 'PT Kedai', payerAccount: '111', text: 'Setoran' };

describe('lines of statements that overlap', () => {
  it('repeat equal ones as often as these are known, and what is more is new', () => {
    expect(recognise('over', { lines: [paying, paying, paying], known: [paying, paying] })).toEqual(
      ['repeats k0 by same-line', 'repeats k1 by same-line', 'new'],
    );
  });

  it.each([
    { payerName: 'PT Warung' },
    { payerAccount: '222' },
    { endToEndReference: 'E-2' },
    { creditorReference: 'RF2' },
    { bankReference: 'B-2' },
  ])('are new when they differ in who paid or by which reference: %p', (other) => {
    const first = {
      ...paying,
      endToEndReference: 'E-1',
      creditorReference: 'RF1',
      bankReference: 'B-1',
    };
    expect(recognise('over', { lines: [{ ...first, ...other }], known: [first] })).toEqual(['new']);
  });

  it('are put before a person when the bank tells the same reference in other words', () => {
    const known = [{ ...paying, bankReference: 'B-1' }];
    const lines = [{ ...paying, bankReference: 'B-1', text: 'Setoran tunai INV 1' }];
    expect(recognise('over', { lines, known })).toEqual(['unclear k0 by reference']);
    expect(recognise('over', { lines, known, shared: ['bank B1'] })).toEqual(['new']);
  });
});

describe('lines of a statement that follows', () => {
  it('are new, equal or not: it cannot repeat the lines of the one before', () => {
    expect(recognise('apart', { lines: [paying], known: [paying] })).toEqual(['new']);
  });

  it('are new although another file told of the same booking too, when any of its statements lies apart', () => {
    const [line] = newLines([paying]);
    const [first] = knownLines([paying]);
    const second = { id: 'w', bookingId: 'k0', part: part('before'), line: aLine(paying) };
    const found = recogniseLines(line ? [line] : [], first ? [first, second] : [], {
      relationOf: (_, other) => (other.id === 'before' ? 'apart' : 'over'),
      shared: new Set(),
    });
    expect([...found.values()]).toEqual([{ kind: 'new' }]);
  });
});

describe('a statement that comes twice in one file', () => {
  it('is told once, and the second time left out or put before a person', () => {
    const [line] = newLines([paying]);
    const again = newLines([paying]).map((one) => ({ ...one, id: 'again', part: part('again') }));
    for (const [relation, kind] of [
      ['over', 'repeats'],
      ['open', 'unclear'],
      ['apart', 'new'],
    ] as const) {
      const found = recogniseLines(line ? [line, ...again] : [], [], {
        relationOf: () => relation,
        shared: new Set(),
      });
      expect([...found.values()].map((one) => one.kind)).toEqual(['new', kind]);
    }
  });
});

describe('lines of files that do not say how they lie to each other', () => {
  it('repeat equal ones when a reference of their own proves it, else a person looks', () => {
    const named = { ...paying, bankReference: 'B-1' };
    expect(recognise('open', { lines: [named], known: [named] })).toEqual([
      'repeats k0 by same-line',
    ]);
    expect(recognise('open', { lines: [paying], known: [paying] })).toEqual([
      'unclear k0 by same-line',
    ]);
  });

  it.each(['NONREF', '0000000', 'NOTPROVIDED'])('do not take %s for a proof', (bankReference) => {
    const constant = { ...paying, bankReference };
    expect(recognise('open', { lines: [constant], known: [constant] })).toEqual([
      'unclear k0 by same-line',
    ]);
  });

  it('do not take a reference for a proof that many payments bear', () => {
    const named = { ...paying, bankReference: 'BATCH' };
    expect(recognise('open', { lines: [named], known: [named], shared: ['bank BATCH'] })).toEqual([
      'unclear k0 by same-line',
    ]);
  });
});

describe('one booking told by two witnesses', () => {
  const notice = { ...paying, endToEndReference: 'E-1', bankReference: 'B-1', text: 'INV 1' };

  it.each([
    ['reference', { bankReference: 'B-1', text: 'CREDIT TRANSFER' }],
    ['reference', { endToEndReference: 'E-1', bookingDate: day('2026-03-03') }],
    ['words', { payerName: 'PT Kedai Contoh', text: 'TRSF INV 1 PT KEDAI' }],
    ['party', { payerAccount: 'ID99 111', text: 'CREDIT TRANSFER' }],
    ['only-one-that-fits', { text: 'CREDIT TRANSFER' }],
  ])('is known by %s', (by, line) => {
    expect(recognise('other-witness', { lines: [line], known: [notice] })).toEqual([
      `repeats k0 by ${by}`,
    ]);
  });

  it.each([
    { endToEndReference: 'E-2' },
    { payerAccount: '222' },
    { payerName: 'CV Lain Sekali' },
    { amount: 101n },
    { isReversal: true },
    { bookingDate: day('2026-03-03'), text: 'INV 1' },
  ])('is not one where something speaks against it: %p', (line) => {
    expect(recognise('other-witness', { lines: [line], known: [notice] })).toEqual(['new']);
  });

  it('is found once: of two equal lines of the statement the second is new', () => {
    const line = { text: 'CREDIT TRANSFER' };
    expect(recognise('other-witness', { lines: [line, line], known: [notice] })).toEqual([
      'repeats k0 by only-one-that-fits',
      'new',
    ]);
  });

  it('is each of as many lines as there are bookings, whichever is which', () => {
    const silent = { text: 'CREDIT TRANSFER' };
    const known = [notice, { ...notice, endToEndReference: 'E-2', bankReference: 'B-2' }];
    const found = recognise('other-witness', { lines: [silent, silent], known });
    expect(found.map((one) => one.split(' ')[0])).toEqual(['repeats', 'repeats']);
  });

  it('is for a person where two different lines could be it', () => {
    const lines = [
      { payerName: 'PT Kedai', text: 'A' },
      { payerName: 'PT Warung', text: 'B' },
    ];
    expect(recognise('other-witness', { lines, known: [{ text: 'NOTICE' }] })).toEqual([
      'unclear k0 by only-one-that-fits',
      'unclear k0 by only-one-that-fits',
    ]);
  });

  it('is for a person when the payer agrees and the references of the bank differ', () => {
    const line = { ...paying, bankReference: 'B-2' };
    expect(recognise('other-witness', { lines: [line], known: [notice] })).toEqual([
      'unclear k0 by party',
    ]);
  });
});

describe('whoever tells how often', () => {
  it('no booking is found twice in one statement, and no line is lost', () => {
    const kinds = fc.array(
      fc.record({
        payerName: fc.constantFrom('PT Kedai', 'PT Warung', undefined),
        bankReference: fc.constantFrom('B-1', 'B-2', 'NONREF', undefined),
        text: fc.constantFrom('x', 'INV 1'),
      }),
      { maxLength: 8 },
    );
    const relations = fc.constantFrom<PartRelation[]>('apart', 'over', 'other-witness', 'open');
    fc.assert(
      fc.property(kinds, kinds, relations, (lines, known, relation) => {
        const found = recogniseLines(newLines(lines), knownLines(known), {
          relationOf: () => relation,
          shared: new Set(),
        });
        expect(found.size).toBe(lines.length);
        const repeated = [...found.values()].flatMap((one) =>
          one.kind === 'repeats' ? [one.bookingId] : [],
        );
        expect(new Set(repeated).size).toBe(repeated.length);
        expect(relation === 'apart' ? repeated : []).toEqual([]);
      }),
    );
  });
});
