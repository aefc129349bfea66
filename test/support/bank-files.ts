import { Temporal } from 'temporal-polyfill';
import {
  writeCamt053,
  type CamtEntry,
  type CamtStatement,
  type CamtStyle,
} from '../../simulators/bank/write-camt053.js';
import {
  writeNusaContohCsv,
  type NusaContohRow,
  type NusaContohStatement,
} from './write-nusa-contoh.js';

/** The invented account of the invented merchant. */
export const ACCOUNT = '0081234567';

export function day(iso: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(iso);
}

export function camtEntry(parts: Partial<CamtEntry> = {}): CamtEntry {
  return {
    amount: 150_000n,
    bookingDate: day('2026-03-02'),
    bankReference: 'BNC0001',
    payerName: 'PT Kedai Contoh',
    payerAccount: '1112223334',
    text: 'Pembayaran faktur',
    ...parts,
  };
}

export function camtStatement(parts: Partial<CamtStatement> = {}): CamtStatement {
  return {
    accountId: ACCOUNT,
    currency: 'IDR',
    statementNumber: 'STM-42',
    on: day('2026-03-02'),
    opening: 10_000_000n,
    entries: [camtEntry()],
    ...parts,
  };
}

/** The bytes of a camt message with one statement, or with the statements given. */
export function camt053(
  parts: Partial<CamtStatement> & Readonly<{ statements?: readonly CamtStatement[] }> = {},
  style: CamtStyle = {},
): Uint8Array {
  const { statements, ...statement } = parts;
  return new TextEncoder().encode(writeCamt053(statements ?? [camtStatement(statement)], style));
}

export function csvRow(parts: Partial<NusaContohRow> = {}): NusaContohRow {
  return { on: day('2026-03-02'), amount: 150_000n, text: 'TRSF E-BANKING', ...parts };
}

export function csvStatementText(parts: Partial<NusaContohStatement> = {}): string {
  return writeNusaContohCsv({
    accountId: ACCOUNT,
    from: day('2026-03-01'),
    to: day('2026-03-31'),
    opening: 10_000_000n,
    rows: [csvRow()],
    ...parts,
  });
}

export function csvStatement(parts: Partial<NusaContohStatement> = {}): Uint8Array {
  return new TextEncoder().encode(csvStatementText(parts));
}
