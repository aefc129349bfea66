import { readStatement } from '../../../../activities/statement/readers/read-statement.js';
import { camt053, camtEntry } from '../../../support/bank-files.js';
import { bytesOf, textOf } from './reading.js';

const MESSAGES = ['camt.052', 'camt.053', 'camt.054'] as const;
const VERSIONS = [2, 4, 6, 8, 10];
const NAMESPACES = ['declared', 'none'] as const;

/** Every file ends within this time, also on a busy machine. */
const MS_MAX = 10_000;

const shapes = MESSAGES.flatMap((message) =>
  VERSIONS.flatMap((version) =>
    NAMESPACES.map((namespace) => [message, version, namespace] as const),
  ),
);

const plain = (): string => textOf(camt053({ entries: [camtEntry({ amount: 1_234n })] }));
const changed = (from: string | RegExp, to: string): Uint8Array =>
  bytesOf(plain().replace(from, to));
const xmlHead = /<\?xml[^>]*\?>/;

/** Files that somebody made to do harm, or that were broken on their way. */
const HOSTILE: Readonly<Record<string, () => Uint8Array>> = {
  'a DOCTYPE': () => changed(xmlHead, '$&<!DOCTYPE Document>'),
  'an entity of a file': () =>
    changed(xmlHead, '$&<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
  'entities that multiply': () =>
    changed(xmlHead, '$&<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'),
  'an entity that nobody declared': () => changed('<Ustrd>', '<Ustrd>&secret;'),
  'deep nesting': () =>
    changed('<Ntry>', `<Ntry>${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`),
  'a huge attribute': () => changed('<Ntry>', `<Ntry x="${'x'.repeat(5_000_000)}">`),
  'many attributes': () =>
    changed(
      '<Ntry>',
      `<Ntry ${Array.from({ length: 50_000 }, (_, index) => `a${index}="x"`).join(' ')}>`,
    ),
  'a huge text': () => changed('<Ustrd>', `<Ustrd>${'x'.repeat(5_000_000)}`),
  'the year 0000': () => changed(/<Dt>\d{4}-/g, '<Dt>0000-'),
  'the month 13': () => changed(/<Dt>(\d{4})-\d{2}/g, '<Dt>$1-13'),
  'another currency': () => changed(/Ccy="IDR"/, 'Ccy="USD"'),
  'no currency of this world': () => changed(/Ccy="IDR"/g, 'Ccy="ZZZ"'),
  'an amount of a million digits': () => changed(/>1234(\.\d+)?</, `>${'9'.repeat(1_000_000)}<`),
  'an amount with an exponent': () => changed(/>1234(\.\d+)?</, '>1e999999999<'),
  'a negative amount': () => changed(/>1234(\.\d+)?</, '>-1234<'),
  'a truncated end': () => bytesOf(plain().slice(0, -200)),
  'a truncated beginning': () => bytesOf(plain().slice(200)),
  'another encoding than it says': () =>
    changed(xmlHead, '<?xml version="1.0" encoding="UTF-32"?>'),
  'bytes that are no UTF-8': () => new Uint8Array([...bytesOf(plain()), 0xff, 0xfe, 0xc0]),
  'a byte order mark': () => bytesOf(`\uFEFF${plain()}`),
  'UTF-16': () => new Uint8Array(Buffer.from(`\uFEFF${plain()}`, 'utf16le')),
  nothing: () => new Uint8Array(),
  blanks: () => bytesOf(' \n '.repeat(1_000)),
  'bytes of zero': () => new Uint8Array(100_000),
  CDATA: () => changed('<Ustrd>', '<Ustrd><![CDATA[<Ntry><Amt Ccy="IDR">9</Amt></Ntry>]]>'),
  'CDATA without an end': () => changed('<Ustrd>', '<Ustrd><![CDATA['),
  'a comment without an end': () => changed('<Ntry>', '<Ntry><!-- '),
  'many processing instructions': () => changed('<Ntry>', `<Ntry>${'<?x y?>'.repeat(100_000)}`),
};

describe('a corpus of bank files', () => {
  it('has more than forty shapes', () => {
    expect(shapes.length + Object.keys(HOSTILE).length).toBeGreaterThanOrEqual(40);
  });

  it.each(shapes)('%s of version %s, namespace %s, is read', (message, version, namespace) => {
    const entries = [
      camtEntry({ amount: 1_234n }),
      camtEntry({ amount: 30n, payments: [{ amount: 10n }, { amount: 20n }] }),
    ];
    const result = readStatement(camt053({ entries }, { message, version, namespace }));
    expect(result).toMatchObject({ kind: 'read', format: message, refused: [] });
    const statements = result.kind === 'read' ? result.statements : [];
    expect(statements.flatMap(({ lines }) => lines.map(({ amount }) => amount))).toEqual([
      1_234n,
      30n,
    ]);
  });

  it.each(Object.entries(HOSTILE))('ends with a code or is read: %s', (_, made) => {
    const file = made();
    const begun = performance.now();
    const result = readStatement(file);
    expect(performance.now() - begun).toBeLessThan(MS_MAX);
    const codes = result.kind === 'read' ? result.refused.map(({ code }) => code) : [result.code];
    for (const code of codes) expect(code).toMatch(/^(STATEMENT|LINE|BALANCE)_/);
    expect(result.kind === 'refused' || result.statements.length > 0).toBe(true);
  });
});
