import { readStatement } from '../../../../activities/statement/readers/read-statement.js';
import type { ReadStatementResult, Statement } from '../../../../domain/statement/statement.js';
import { camt053 } from '../../../support/bank-files.js';

export function statementsOf(bytes: Uint8Array): readonly Statement[] {
  return read(readStatement(bytes)).statements;
}

function read(result: ReadStatementResult): Extract<ReadStatementResult, { kind: 'read' }> {
  if (result.kind === 'read') return result;
  throw new Error(`expected statements, got ${result.code} at ${result.place}`);
}

export function linesOf(bytes: Uint8Array): Statement['lines'] {
  return statementsOf(bytes).flatMap(({ lines }) => lines);
}

export function onlyLine(bytes: Uint8Array): Statement['lines'][number] {
  const [line, ...more] = linesOf(bytes);
  if (line === undefined || more.length > 0) throw new Error('expected exactly one line');
  return line;
}

export function edited(
  edit: (xml: string) => string,
  parts: Parameters<typeof camt053>[0] = {},
): Uint8Array {
  const xml = textOf(camt053(parts));
  const changed = edit(xml);
  if (changed === xml) throw new Error('the edit changed nothing');
  return bytesOf(changed);
}

export function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
