import { readBookFiles, type FunctionFile } from '../prisma/deploy/book-files.js';

/** The contract above a function, in labelled lines. */
export type FunctionContract = Readonly<{
  says: string;
  /** The text of each given label. */
  labels: ReadonlyMap<Label, string>;
}>;

export const LABELS = ['Input', 'Answer', 'Locks', 'Refuses', 'Key'] as const;
export type Label = (typeof LABELS)[number];

export type SqlFunction = Readonly<{
  file: FunctionFile;
  contract: FunctionContract;
  /** A command: `name(ctx jsonb, input jsonb) RETURNS jsonb`. */
  isCommand: boolean;
  /** Lines of the longest definition in the file, from CREATE to its end. */
  lines: number;
  /** Codes that the function itself refuses with. */
  ownRefusals: readonly string[];
  /** Names of the functions of the books that it calls. */
  calls: readonly string[];
}>;

const DEFINITION = /^CREATE OR REPLACE FUNCTION [\s\S]*?\$\$;$/gm;
const COMMAND_FORM = /^CREATE OR REPLACE FUNCTION \w+\(ctx jsonb, input jsonb\)\s+RETURNS jsonb/m;
const LABEL_LINE = /^(Input|Answer|Locks|Refuses|Key):\s+(.*)$/;

/** Reads every SQL function from its file. */
export function readSqlFunctions(): readonly SqlFunction[] {
  const { functions } = readBookFiles();
  const names = new Set(functions.map(({ name }) => name));
  return functions.map((file) => readSqlFunction(file, names));
}

function readSqlFunction(file: FunctionFile, names: ReadonlySet<string>): SqlFunction {
  const definitions = file.text.match(DEFINITION) ?? [];
  const code = definitions.join('\n').replace(/--.*$/gm, '');
  const called = [...code.matchAll(/\b([a-z][a-z0-9_]*)\(/g)].map(([, name = '']) => name);
  return {
    file,
    contract: contractOf(file.text),
    isCommand: COMMAND_FORM.test(file.text),
    lines: Math.max(0, ...definitions.map((text) => text.split('\n').length)),
    ownRefusals: [...code.matchAll(/\brefuse\(\s*'([A-Z0-9_]+)'/g)].map(([, found = '']) => found),
    calls: [...new Set(called)].filter((name) => names.has(name) && name !== file.name),
  };
}

function contractOf(text: string): FunctionContract {
  const head = text.slice(0, text.search(/^CREATE /m));
  const found = new Map<Label, string>();
  const says: string[] = [];
  let last: Label | undefined;
  for (const line of head.split('\n').map((comment) => comment.replace(/^-- ?/, ''))) {
    const labelled = LABEL_LINE.exec(line);
    if (labelled !== null) {
      last = labelled[1] as Label;
      found.set(last, labelled[2] ?? '');
    } else if (last !== undefined && line.startsWith('  '))
      found.set(last, `${found.get(last)} ${line.trim()}`);
    else says.push(line);
  }
  return { says: says.join(' ').replace(/\s+/g, ' ').trim(), labels: found };
}

/** The codes with which a call of `name` can refuse, with those of its helpers, in alphabetical order. */
export function refusalsOf(
  name: string,
  functions: ReadonlyMap<string, SqlFunction>,
): readonly string[] {
  const reached = new Set<string>();
  const codes = new Set<string>();
  const visit = (next: string): void => {
    const found = functions.get(next);
    if (found === undefined || reached.has(next)) return;
    reached.add(next);
    for (const code of found.ownRefusals) codes.add(code);
    for (const called of found.calls) visit(called);
  };
  visit(name);
  return [...codes].toSorted();
}

/** The codes that the contract names. */
export function namedRefusals({ contract }: SqlFunction): readonly string[] {
  const said = contract.labels.get('Refuses') ?? '';
  return [...new Set(said.match(/\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b/g))].toSorted();
}
