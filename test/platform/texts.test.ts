import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '../../domain/money/format-money.js';
import { formatDate, formatDateTime, localDateOf } from '../../platform/dates.js';
import { projectRoot } from '../../platform/project-root.js';
import { LANGUAGES, textsFor } from '../../platform/texts.js';

describe('the texts', () => {
  const [id, en] = LANGUAGES.map(catalogue);

  it('have the same keys in both languages', () => {
    expect(Object.keys(id ?? {}).toSorted()).toEqual(Object.keys(en ?? {}).toSorted());
  });

  it('ask for the same values in both languages', () => {
    for (const key of Object.keys(id ?? {})) {
      expect([key, ...valuesAskedFor(id?.[key] ?? '')]).toEqual([
        key,
        ...valuesAskedFor(en?.[key] ?? ''),
      ]);
    }
  });

  it('are said with their values', () => {
    expect(textsFor('id')('document.page', { page: 1, pages: 2 })).toBe('Halaman 1 dari 2');
    expect(textsFor('en')('receipt.subtotal', { count: 1 })).toBe('Subtotal 1 item');
    expect(textsFor('en')('receipt.subtotal', { count: 2 })).toBe('Subtotal 2 items');
  });

  it('throw for a key that is not there, and for a value that is missing', () => {
    const t = textsFor('id');
    expect(() => t('receipt.nothing')).toThrow('receipt.nothing');
    expect(() => t('constructor')).toThrow('constructor');
    expect(() => t('document.page', { page: 1 })).toThrow('pages');
    expect(() => textsFor('fr' as Language)).toThrow('fr');
  });

  it('leave what looks like markup in a value alone', () => {
    const text = textsFor('en')('receipt.copyPrinted', { time: '09:00', by: '<b>{by}</b>' });
    expect(text).toBe('Printed again 09:00 by <b>{by}</b>');
  });
});

describe('dates for people', () => {
  it('name the month in the language of the reader', () => {
    expect(formatDate('2026-08-17', 'id')).toBe('17 Agu 2026');
    expect(formatDate('2026-08-17', 'en')).toBe('17 Aug 2026');
  });

  it('are those on the wall of the business zone', () => {
    const instant = '2026-12-31T18:30:59Z';
    expect(formatDateTime(instant, 'Asia/Jakarta', 'id')).toBe('1 Jan 2027 01:30');
    expect(localDateOf(instant, 'Asia/Jakarta')).toBe('2027-01-01');
    expect(localDateOf(instant, 'America/New_York')).toBe('2026-12-31');
  });
});

function catalogue(language: Language): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(join(projectRoot, 'locales', `${language}.json`), 'utf8'));
}

/** Names of the arguments, nested ones included, sorted. */
function valuesAskedFor(message: string): string[] {
  const names = new Set<string>();
  const visit = (part: unknown): void => {
    if (Array.isArray(part)) part.forEach(visit);
    else if (typeof part === 'object' && part !== null) {
      const { type, value, options } = part as { type?: number; value?: unknown; options?: object };
      const isText = type === 0 || type === 7;
      if (!isText && typeof value === 'string') names.add(value);
      for (const option of Object.values(options ?? {}))
        visit((option as { value: unknown }).value);
    }
  };
  visit(new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst());
  return [...names].toSorted();
}
