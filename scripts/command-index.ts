import {
  readDeclaredCommands,
  readFunctionUses,
  type DeclaredCommand,
  type FunctionUses,
} from './command-callers.js';
import { firstSentence } from './first-sentence.js';
import { namedRefusals, readSqlFunctions, refusalsOf, type SqlFunction } from './function-files.js';

type Books = Readonly<{
  functions: ReadonlyMap<string, SqlFunction>;
  declared: ReadonlyMap<string, DeclaredCommand>;
  uses: FunctionUses;
}>;

const INTRODUCTION = [
  '# Functions of the books',
  '',
  'Made by `npm run docs` from the SQL functions, their declarations and the files that call them.',
  'A command is an SQL function `name(ctx, input)`. TypeScript calls it by its declaration, which says',
  'what it takes and answers. A command without a declaration is called by other commands only. Below',
  'the commands of a stage stand the functions that they are made of, and who calls them.',
  '',
];

/** The index of all functions by stage: of a command purpose, callers, refusals and locks; of the others who calls them. */
export function commandIndex(): string {
  const all = readSqlFunctions();
  const books = {
    functions: new Map(all.map((found) => [found.file.name, found])),
    declared: new Map(readDeclaredCommands().map((one) => [one.name, one])),
    uses: readFunctionUses(),
  };
  const stages = [...new Set(all.map(({ file }) => file.stage))];
  const sections = stages.flatMap((stage) => {
    const ofStage = all.filter(({ file }) => file.stage === stage);
    const parts = ofStage.filter(({ isCommand }) => !isCommand);
    return [
      `## ${stage}`,
      '',
      ...ofStage
        .filter(({ isCommand }) => isCommand)
        .flatMap((found) => commandEntry(found, books)),
      ...(parts.length === 0 ? [] : ['### What they are made of', '']),
      ...parts.map((found) => partEntry(found, books)),
      ...(parts.length === 0 ? [] : ['']),
    ];
  });
  return [...INTRODUCTION, ...sections].join('\n');
}

function commandEntry(found: SqlFunction, { functions, declared }: Books): string[] {
  const { file, contract } = found;
  const declaration = declared.get(file.name);
  const callers = [
    ...(declaration?.callers ?? []).map(linkTo),
    ...[...functions.values()]
      .filter(({ calls }) => calls.includes(file.name))
      .map((caller) => linkTo(`prisma/functions/${caller.file.file}`)),
  ];
  const codes = new Set([...refusalsOf(file.name, functions), ...namedRefusals(found)]);
  const refusals = [...codes].toSorted().map((code) => `\`${code}\``);
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

function partEntry({ file, contract }: SqlFunction, { functions, uses }: Books): string {
  const callers = [
    ...[...functions.values()]
      .filter(({ calls }) => calls.includes(file.name))
      .map((caller) => `\`${caller.file.name}\``),
    ...uses.filesWith(file.name).map(linkTo),
  ];
  const tables = uses.tablesTriggering(file.name).map((table) => `\`${table}\``);
  const by =
    (callers.length === 0 ? '' : ` Called by ${callers.join(', ')}.`) +
    (tables.length === 0 ? '' : ` Tables with the trigger: ${tables.join(', ')}.`);
  const says = firstSentence(contract.says);
  return `- [${file.name}](../../prisma/functions/${file.file}): ${says}${by}`;
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
