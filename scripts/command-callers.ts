import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { projectRoot } from '../platform/project-root.js';
import { readBookFiles } from '../prisma/deploy/book-files.js';
import { sourcesBelow } from './sources.js';

/** Rooms of the product that call commands. */
export const CALLING_ROOMS = ['activities', 'api', 'bench', 'cli', 'sample', 'workers'] as const;

/** A declaration in `prisma/commands`. */
export type DeclaredCommand = Readonly<{
  /** The name of the SQL function. */
  name: string;
  /** The name of the declaration. */
  exported: string;
  stage: string;
  /** The product files that call it, in alphabetical order. */
  callers: readonly string[];
}>;

type Declaration = Omit<DeclaredCommand, 'callers'>;
type Source = Readonly<{ file: string; text: string }>;

const DECLARATION = /^export const (\w+) = command\('(\w+)'/gm;

/** Reads the declarations and their callers. A file that only imports a type does not count. */
export function readDeclaredCommands(): DeclaredCommand[] {
  const sources = CALLING_ROOMS.flatMap((room) => sourcesIn(room));
  return sourcesIn('prisma/commands').flatMap(({ file, text }) => {
    const stage = file.replace(/^.*\/(.*)\.ts$/, '$1');
    return [...text.matchAll(DECLARATION)].map(([, exported = '', name = '']) => {
      const one = { name, exported, stage };
      return { ...one, callers: callersOf(one, sources) };
    });
  });
}

function callersOf(declared: Declaration, sources: readonly Source[]): string[] {
  const calling = sources.filter(({ text }) => calls(text, declared));
  return calling.map(({ file }) => file).toSorted();
}

function calls(text: string, { stage, exported }: Declaration): boolean {
  const from = `from '[^']*/prisma/commands/${stage}\\.js'`;
  const [, alias] = new RegExp(`import \\* as (\\w+) ${from}`).exec(text) ?? [];
  return alias === undefined
    ? new RegExp(`import \\{[^}]*\\b${exported}\\b[^}]*\\} ${from}`).test(text)
    : new RegExp(`(?<!typeof )\\b${alias}\\.${exported}\\b`).test(text);
}

function sourcesIn(folder: string): Source[] {
  return sourcesBelow(join(projectRoot, folder)).map((path) => ({
    file: relative(projectRoot, path),
    text: readFileSync(path, 'utf8'),
  }));
}

/** Where functions are called by name: in the SQL of a TypeScript file, and by a table's triggers. */
export type FunctionUses = Readonly<{
  filesWith: (name: string) => readonly string[];
  tablesTriggering: (name: string) => readonly string[];
}>;

/** Reads the callers that no declaration shows. */
export function readFunctionUses(): FunctionUses {
  const sources = CALLING_ROOMS.flatMap((room) => sourcesIn(room));
  const triggers = migrationTriggers();
  return {
    filesWith: (name) =>
      sources
        .filter(({ text }) =>
          new RegExp(`\\b(?:SELECT|FROM|JOIN|LATERAL)\\s+${name}\\(`).test(text),
        )
        .map(({ file }) => file)
        .toSorted(),
    tablesTriggering: (name) =>
      [
        ...new Set(triggers.filter(({ calls }) => calls === name).map(({ table }) => table)),
      ].toSorted(),
  };
}

const TRIGGER = /^CREATE (?:CONSTRAINT )?TRIGGER [^;]*?\bON (\w+)[^;]*?EXECUTE FUNCTION (\w+)\(/gm;

function migrationTriggers(): Readonly<{ table: string; calls: string }>[] {
  return readBookFiles().migrations.flatMap(({ text }) =>
    [...text.matchAll(TRIGGER)].map(([, table = '', calls = '']) => ({ table, calls })),
  );
}
