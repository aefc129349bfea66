import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../platform/project-root.js';
import { readBookFiles } from '../prisma/deploy/book-files.js';
import { clientTypes } from './client-types.js';
import { commandIndex } from './command-index.js';
import { importsBetweenRooms } from './imports.js';
import { licencePage } from './licences.js';
import { ruleIndex } from './rule-index.js';

/**
 * Writes the pages in `docs/generated/` from the sources: which folder imports which, the tables with their
 * relations, the commands of the books, the rules of `domain/`, the licences of the packages; and the types of the client in
 * `client/generated/`. `--check` writes nothing and fails when one is out of date.
 */
async function main(): Promise<void> {
  const pages = [
    { file: 'docs/generated/imports.md', text: importPicture() },
    { file: 'docs/generated/schema.md', text: schemaPicture() },
    { file: 'docs/generated/commands.md', text: commandIndex() },
    { file: 'docs/generated/rules.md', text: ruleIndex() },
    { file: 'docs/generated/licences.md', text: licencePage() },
    { file: 'client/generated/calls.ts', text: await clientTypes() },
  ];
  const stale = pages.filter(({ file, text }) => current(file) !== text);
  if (process.argv.includes('--check')) {
    if (stale.length === 0) return;
    console.error(`Out of date: ${stale.map(({ file }) => file).join(', ')}. Run npm run docs.`);
    process.exit(1);
  }
  for (const { file, text } of stale) writeFileSync(pathOf(file), text);
}

function pathOf(file: string): string {
  return join(projectRoot, file);
}

function current(file: string): string | undefined {
  try {
    return readFileSync(pathOf(file), 'utf8');
  } catch {
    return undefined;
  }
}

function importPicture(): string {
  const edges = new Map<string, number>();
  for (const { from, to } of importsBetweenRooms()) {
    const edge = `${from} --> ${to}`;
    edges.set(edge, (edges.get(edge) ?? 0) + 1);
  }
  const lines = [...edges].toSorted(([a], [b]) => a.localeCompare(b));
  const drawn = lines.map(([edge, count]) => `  ${edge.replace('-->', `-->|${count}|`)}`);
  return [
    '# Who imports whom',
    '',
    'Made from the sources by `npm run docs`; the numbers count import statements, types included.',
    '',
    '```mermaid',
    'flowchart BT',
    ...drawn,
    '```',
    '',
  ].join('\n');
}

type Area = Readonly<{ title: string; models: Model[]; relations: string[] }>;
type Model = Readonly<{ name: string; table: string; sentence: string }>;

/** Areas are headed by a rule of dashes and a title, as comments in the schema. */
const AREA_HEADING = /^\/\/ -{20,}\n\/\/ (.+)$/gm;
const MODEL_BLOCK = /((?:^\/\/\/ .*\n)*)^model (\w+) \{\n([\s\S]*?)^\}/gm;
const TABLE_NAME = /@@map\("(\w+)"\)/;
const RELATION_LINE = /^\s+\w+\s+(\w+)(\??)\s+@relation\(fields: \[(\w+)\]/gm;

function readAreas(source: string): Area[] {
  const headings = [...source.matchAll(AREA_HEADING)];
  return headings.map((heading, i) => {
    const text = source.slice(heading.index, headings[i + 1]?.index);
    const models = [...text.matchAll(MODEL_BLOCK)];
    return {
      title: heading[1] ?? '',
      models: models.map(([, comment = '', name = '', body = '']) => ({
        name,
        table: TABLE_NAME.exec(body)?.[1] ?? name,
        sentence: sentenceOf(name, comment),
      })),
      relations: models.flatMap(([, , name = '', body = '']) => relationsOf(name, body)),
    };
  });
}

function sentenceOf(model: string, comment: string): string {
  const sentence = comment
    .replaceAll(/^\/\/\/ /gm, '')
    .trim()
    .replaceAll('\n', ' ');
  if (sentence === '') throw new Error(`No comment in schema.prisma says what a ${model} is.`);
  return sentence;
}

function relationsOf(model: string, body: string): string[] {
  return [...body.matchAll(RELATION_LINE)].map(
    ([, target, optional, field]) =>
      `  ${target} ${optional ? '|o' : '||'}--o{ ${model} : ${field}`,
  );
}

/** A key that may stand once in a table, or once among the rows that a condition names. */
const UNIQUE_KEY = /^CREATE UNIQUE INDEX (\w+)\s+ON (\w+)\s+(\([^;]*);/gm;

function readUniqueKeys(): Readonly<{ table: string; text: string }>[] {
  const sql = readBookFiles()
    .migrations.map(({ text }) => text)
    .join('\n');
  return [...sql.matchAll(UNIQUE_KEY)].map(([, name, table = '', columns = '']) => ({
    table,
    text: `\`${columns.replaceAll(/\s+/g, ' ')}\` (${name})`,
  }));
}

function schemaPicture(): string {
  const uniqueKeys = readUniqueKeys();
  const areas = readAreas(readFileSync(join(projectRoot, 'prisma', 'schema.prisma'), 'utf8'));
  const sections = areas.flatMap(({ title, models, relations }) => [
    `## ${title}`,
    '',
    '```mermaid',
    'erDiagram',
    ...models.map(({ name }) => `  ${name}`),
    ...relations,
    '```',
    '',
    ...models.flatMap(({ name, sentence, table }) => [
      `- **${name}**: ${sentence}`,
      ...uniqueKeys
        .filter((key) => key.table === table)
        .map(({ text: key }) => `  - unique: ${key}`),
    ]),
    '',
  ]);
  return [
    '# The books',
    '',
    'Made from `prisma/schema.prisma` by `npm run docs`. An arrow reads "one ... has many ...".',
    '',
    ...sections,
  ].join('\n');
}

await main();
