import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ERRORS, isErrorCode, problemType } from '../../contract/errors.js';
import { projectRoot } from '../../platform/project-root.js';

const CODE = /^[A-Z][A-Z0-9_]+$/;

/** Where refusals are made that a request may end in: rules, activities, routes, and the SQL commands. */
const SOURCES = ['domain', 'activities', 'api', 'contract', 'prisma/functions'];

/** What is wrong with a bank's file is told in the statement, line by line, and not as a problem document. */
const TOLD_ELSEWHERE = /(?:statement|matching)\/[\w/-]+\.ts$/;

/** Codes of activity failures that never reach an HTTP answer. */
const NEVER_ANSWERED = new Set(['PRINTER_NOT_READY']);

/** Codes of a company, a store, a policy, an agency and a tax, which are no refusals. */
const CODES_OF_OURS = new Set(['TCO', 'BDG1', 'STANDARD', 'CONTOH', 'PPN']);

describe('the error table', () => {
  it.each(raisedCodes())('has a row for %s', (code) => {
    expect(isErrorCode(code)).toBe(true);
  });

  it('has codes in capitals and titles that are sentences of our own', () => {
    for (const [code, { title }] of Object.entries(ERRORS)) {
      expect(code).toMatch(CODE);
      expect(title).toMatch(/^[A-Z].{5,80}$/);
    }
  });

  it('names problems independently of where the service runs', () => {
    expect(problemType('SALE_CONFLICT')).toBe('urn:lunas:problem:sale-conflict');
  });
});

function raisedCodes(): string[] {
  const texts = SOURCES.flatMap((folder) => filesIn(join(projectRoot, folder))).map((file) =>
    readFileSync(file, 'utf8'),
  );
  const raised = texts.flatMap((text) => [
    ...codesIn(text, /\bcode: '([A-Z0-9_]+)'/g),
    ...codesIn(text, /\brefuse\('([A-Z0-9_]+)'/g),
  ]);
  return [...new Set(raised)]
    .filter((code) => !NEVER_ANSWERED.has(code) && !CODES_OF_OURS.has(code))
    .toSorted();
}

function codesIn(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)]
    .map(([, code]) => code ?? '')
    .filter((code) => CODE.test(code));
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|sql)$/.test(name))
    .map((name) => join(folder, name))
    .filter((file) => !TOLD_ELSEWHERE.test(file));
}
