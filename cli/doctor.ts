import { join, resolve } from 'node:path';
import { projectRoot } from '../platform/project-root.js';
import type { Command } from './command.js';
import { runCheck, type Finding } from './doctor/finding.js';
import { machineChecks } from './doctor/machine-checks.js';
import { serviceChecks } from './doctor/service-checks.js';
import { homeAt } from './platform/home.js';
import { readSwitches } from './read-flags.js';

const USAGE = 'lunas doctor [--json]';

/** Checks the machine and each running part, and reports what is missing. Changes nothing. */
export const doctor: Command = {
  summary: 'says what is there, what is missing and what each part answers',
  usage: USAGE,
  run: async (args) => {
    const asJson = readSwitches(args, { usage: USAGE, switches: ['json'] }).has('json');
    const home = homeAt(resolve(process.env['LUNAS_HOME'] ?? join(projectRoot, '.lunas')));
    const checks = [...machineChecks(home), ...serviceChecks(home, process.env)];
    const findings = await Promise.all(checks.map(runCheck));
    const healthy = findings.every(({ state }) => state !== 'fault');
    process.stdout.write(
      asJson ? `${JSON.stringify({ healthy, findings }, null, 2)}\n` : textOf(findings),
    );
    return healthy ? 0 : 1;
  },
};

const MARKS = { ok: 'ok   ', off: 'off  ', fault: 'FAULT' } as const;

function textOf(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ name }) => name.length));
  const lines = findings.map(
    ({ name, state, detail, remedy }) =>
      `${MARKS[state]}  ${name.padEnd(width)}  ${detail}${remedy === undefined ? '' : `: ${remedy}`}`,
  );
  return `${lines.join('\n')}\n`;
}
