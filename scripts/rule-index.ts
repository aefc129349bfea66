import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { projectRoot } from '../platform/project-root.js';
import { firstSentence } from './first-sentence.js';
import { sourcesBelow } from './sources.js';

/** A function that `domain/` gives to others; `says` is its description, empty when it has none. */
export type Rule = Readonly<{ name: string; file: string; stage: string; says: string }>;

const INTRODUCTION = [
  '# Rules',
  '',
  'Made by `npm run docs` from `domain/`: every function that is exported there, by stage. Production code',
  'calls each of them; `npm run check` fails for one that only tests reach. Rules that need a lock are',
  'functions of the books: [commands](commands.md).',
  '',
];

const EXPORTED =
  /(?:\/\*\*(?<comment>(?:(?!\*\/)[\s\S])*)\*\/\n)?export (?:async )?function\*? (?<name>\w+)/g;

/** Reads the exported functions of `domain/` in the order of their files. */
export function readRules(): Rule[] {
  const files = sourcesBelow(join(projectRoot, 'domain')).map((path) =>
    relative(projectRoot, path),
  );
  return files.toSorted().flatMap((file) => {
    const [, stage = ''] = file.split('/');
    const text = readFileSync(join(projectRoot, file), 'utf8');
    return [...text.matchAll(EXPORTED)].map(({ groups }) => ({
      name: groups?.['name'] ?? '',
      file,
      stage: stage.endsWith('.ts') ? 'all stages' : stage,
      says: plain(groups?.['comment'] ?? ''),
    }));
  });
}

/** The page that lists every rule with its first sentence and a link to its file. */
export function ruleIndex(): string {
  const rules = readRules();
  const stages = [...new Set(rules.map(({ stage }) => stage))].toSorted();
  return [
    ...INTRODUCTION,
    ...stages.flatMap((stage) => [
      `## ${stage}`,
      '',
      ...rules.filter((rule) => rule.stage === stage).map(ruleEntry),
      '',
    ]),
  ].join('\n');
}

function ruleEntry({ name, file, says }: Rule): string {
  return `- [${name}](../../${file}): ${firstSentence(says)} In \`${file.replace(/^domain\//, '')}\`.`;
}

function plain(comment: string): string {
  const lines = comment.split('\n').map((line) => line.replace(/^\s*\* ?/, '').trim());
  const text = lines.join(' ').replaceAll(/\s+/g, ' ').trim();
  return text.replace(/^@returns (?<rest>.)/, (_, first: string) => first.toUpperCase());
}
