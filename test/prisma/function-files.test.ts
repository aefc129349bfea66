import {
  namedRefusals,
  readSqlFunctions,
  refusalsOf,
  type SqlFunction,
} from '../../scripts/function-files.js';

const functions = readSqlFunctions();
const byName = new Map(functions.map((found) => [found.file.name, found]));
const commands = functions.filter(({ isCommand }) => isCommand);

const COLUMNS_MAX = 100;
const LINES_MAX = 60;

describe('the files of the SQL functions', () => {
  it('are there', () => {
    expect(functions.length).toBeGreaterThan(150);
    expect(commands.length).toBeGreaterThan(50);
  });

  it.each(named(functions))('%s defines the function of its name and nothing else', (_, found) => {
    const { name, text } = found.file;
    const created = [...text.matchAll(/^CREATE OR REPLACE FUNCTION (\w+)\(/gm)].map(([, x]) => x);
    expect(new Set(created)).toEqual(new Set([name]));
    expect(text).not.toMatch(/^(GRANT|REVOKE|ALTER|DROP|CREATE (?!OR REPLACE FUNCTION))/m);
  });

  it.each(named(functions))('%s can be read on a screen', (_, { file, lines }) => {
    expect(file.text.split('\n').filter((line) => line.length > COLUMNS_MAX)).toEqual([]);
    expect(lines).toBeLessThanOrEqual(LINES_MAX);
  });

  it.each(named(functions))('%s says what it is for', (_, { contract }) => {
    expect(contract.says).toMatch(/^[A-Z`].{15,}/);
  });

  it.each(named(functions))('%s names every code that it can refuse with', (_, found) => {
    const said = namedRefusals(found);
    const missing = refusalsOf(found.file.name, byName).filter((code) => !said.includes(code));
    expect(missing).toEqual([]);
  });

  it.each(named(functions))('%s writes money as people read it', (_, { file }) => {
    const amounts =
      /\b\w*(?:amount|total|creditable|wanted|undisputed|lawful|withheld)\b(?!\s*[>.])/;
    const raw = formatted(file.text).filter((call) =>
      amounts.test(call.replaceAll(/'[^']*'/g, '')),
    );
    expect(raw).toEqual([]);
  });

  it.each(named(commands))('%s says what a command must say', (_, { contract }) => {
    const said = [...contract.labels.keys()];
    expect(said).toEqual(expect.arrayContaining(['Input', 'Locks', 'Refuses', 'Key']));
  });
});

/** What `format(...)` is given in a text, without what money_text writes. */
function formatted(text: string): string[] {
  const withoutMoney = text.replaceAll(/money_text\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/g, '');
  return withoutMoney.match(/\bformat\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/g) ?? [];
}

function named(found: readonly SqlFunction[]): [string, SqlFunction][] {
  return found.map((one) => [one.file.name, one]);
}
