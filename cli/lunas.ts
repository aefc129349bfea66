#!/usr/bin/env node
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { hasCode, messageOf, OperatorFault } from '../platform/fault.js';
import type { Command } from './command.js';

// Commands are loaded on demand: `lunas doctor` must work even when the others cannot be loaded.
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  up: async () => (await import('./up.js')).up,
  doctor: async () => (await import('./doctor.js')).doctor,
  verify: async () => (await import('./verify.js')).verify,
  init: async () => (await import('./init.js')).init,
  import: async () => (await import('./import.js')).bringIn,
  matching: async () => (await import('./matching.js')).matching,
  demo: async () => (await import('./demo.js')).demo,
  'own-company': async () => (await import('./own-company.js')).ownCompany,
};

/** `lunas COMMAND [flags]`. Returns the exit code: 0 success, 1 a fault reported in a sentence, 2 wrong use. */
export async function main(args: readonly string[]): Promise<number> {
  const [name = 'help', ...rest] = args;
  const load = commands[name];
  if (load === undefined) {
    const isAsked = name === 'help' || isHelp(name);
    process.stderr.write(
      `${isAsked ? '' : `lunas: There is no command ${name}.\n\n`}${await help()}`,
    );
    return isAsked ? 0 : 2;
  }
  try {
    const command = await load();
    if (!rest.some(isHelp)) return await command.run(rest);
    process.stdout.write(usageOf(command));
    return 0;
  } catch (error) {
    process.stderr.write(`\nlunas: ${sentenceFor(error)}\n`);
    return 1;
  }
}

async function help(): Promise<string> {
  const lines: string[] = [];
  for (const load of Object.values(commands)) lines.push(usageOf(await load()));
  return `Lunas carries every sale from the till to its last rupiah.\n\n${lines.join('')}`;
}

function usageOf({ usage, summary }: Command): string {
  return `  ${usage}\n      ${summary}\n`;
}

function isHelp(arg: string): boolean {
  return arg === '--help' || arg === '-h';
}

/** An unexpected error is a bug and is printed with its stack, for the bug report. */
function sentenceFor(error: unknown): string {
  if (error instanceof OperatorFault) return error.message;
  if (hasCode(error, 'ENOSPC')) return 'The disk is full: make room and start again.';
  return error instanceof Error ? (error.stack ?? error.message) : messageOf(error);
}

if (
  process.argv[1] !== undefined &&
  realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)
) {
  // The reader of our output may have gone (`npm start | head`); that must not end the process.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  process.exit(await main(process.argv.slice(2)));
}
