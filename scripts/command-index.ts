import { readDeclaredCommands, type DeclaredCommand } from './command-callers.js';
import { readSqlFunctions, refusalsOf, type SqlFunction } from './function-files.js';

type Books = Readonly<{
  functions: ReadonlyMap<string, SqlFunction>;
  declared: ReadonlyMap<string, DeclaredCommand>;
}>;

const INTRODUCTION = [
  '# Commands of the books',
  '',
  'Made by `npm run docs` from the SQL functions, their declarations and the files that call them.',
  'A command is an SQL function `name(ctx, input)`. TypeScript calls it by its declaration, which says',
  'what it takes and answers. A command without a declaration is called by other commands only.',
  '',
];

/** The index of all commands by stage: purpose, callers, refusals and locks. */
export function commandIndex(): string {
  const all = readSqlFunctions();
  const books = {
    functions: new Map(all.map((found) => [found.file.name, found])),
    declared: new Map(readDeclaredCommands().map((one) => [one.name, one])),
  };
  const commands = all.filter(({ isCommand }) => isCommand);
  const stages = [...new Set(commands.map(({ file }) => file.stage))];
  const sections = stages.flatMap((stage) => [
    `## ${stage}`,
    '',
    ...commands
      .filter(({ file }) => file.stage === stage)
      .flatMap((found) => commandEntry(found, books)),
  ]);
  return [...INTRODUCTION, ...sections].join('\n');
}

function commandEntry({ file, contract }: SqlFunction, { functions, declared }: Books): string[] {
  const declaration = declared.get(file.name);
  const callers = [
    ...(declaration?.callers ?? []).map(linkTo),
    ...[...functions.values()]
      .filter(({ calls }) => calls.includes(file.name))
      .map((caller) => linkTo(`prisma/functions/${caller.file.file}`)),
  ];
  const refusals = refusalsOf(file.name, functions).map((code) => `\`${code}\``);
  return [
    `### ${file.name}`,
    '',
    firstSentence(contract.says),
    '',
    `- Function: ${linkTo(`prisma/functions/${file.file}`)}`,
    ...declarationLine(declaration),
    ...(callers.length === 0
      ? ['- Callers: none in the product']
      : ['- Callers:', ...callers.map((caller) => `  - ${caller}`)]),
    `- Refuses: ${refusals.length === 0 ? 'never' : refusals.join(', ')}`,
    `- Locks: ${contract.labels.get('Locks') ?? 'not written down yet'}`,
    '',
  ];
}

function declarationLine(declared: DeclaredCommand | undefined): string[] {
  if (declared === undefined) return [];
  const { exported, stage } = declared;
  return [`- Declaration: \`${exported}\` in ${linkTo(`prisma/commands/${stage}.ts`)}`];
}

/** A link from `docs/generated/`. */
function linkTo(file: string): string {
  return `[${file}](../../${file})`;
}

/** Up to the first full stop or colon that ends a word. */
function firstSentence(text: string): string {
  return /^.*?[.:](?=\s|$)/.exec(text)?.[0].replace(/:$/, '.') ?? text;
}
