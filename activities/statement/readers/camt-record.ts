import type { Scope } from './camt-paths.js';

/** The wanted texts of one part of a message: path -> texts in file order, never empty ones. */
export type CamtRecord = {
  readonly scope: Scope;
  readonly fileLine: number;
  readonly texts: Map<string, string[]>;
  /** Balances of a statement, details of an entry. */
  readonly children: CamtRecord[];
  /** Path of a text longer than the limit. */
  overlong: string | undefined;
};

export function newRecord(scope: Scope, fileLine: number): CamtRecord {
  return { scope, fileLine, texts: new Map(), children: [], overlong: undefined };
}

export function addText(record: CamtRecord, key: string, text: string): void {
  const known = record.texts.get(key);
  if (known === undefined) record.texts.set(key, [text]);
  else known.push(text);
}

/** The first text at the first of the paths that has one, because camt versions moved elements. */
export function firstText(record: CamtRecord, ...keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const text = record.texts.get(key)?.[0];
    if (text !== undefined) return text;
  }
  return undefined;
}

export function allTexts(record: CamtRecord, ...keys: readonly string[]): readonly string[] {
  return keys.flatMap((key) => record.texts.get(key) ?? []);
}

/** Where the `Ccy` attribute of an amount is kept. */
export function currencyKey(amountKey: string): string {
  return `${amountKey}@Ccy`;
}
