import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { OperatorFault } from './fault.js';
import { projectRoot } from './project-root.js';

export type ToolVariable = 'TEMPORAL_CLI_PATH' | 'TEMPORAL_TEST_SERVER_PATH';

const EXECUTABLES: Readonly<Record<ToolVariable, string>> = {
  TEMPORAL_CLI_PATH: 'temporal',
  TEMPORAL_TEST_SERVER_PATH: 'temporal-test-server',
};

/** File in which set-up (`scripts/setup.mjs`) stored the paths of the programs it found. */
const toolsFile = join(projectRoot, 'node_modules', '.lunas-tools.json');

/** The path of a server program: from the environment, from set-up's notes, from PATH; undefined when there is none. */
export function findToolPath(
  variable: ToolVariable,
  env: NodeJS.ProcessEnv = process.env,
): string | undefined {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const inPath = (env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, EXECUTABLES[variable] + suffix));
  return [env[variable], notedTools()[variable], ...inPath].find(
    (path) => path !== undefined && path !== '' && existsSync(path),
  );
}

/** As `findToolPath`, but throws when there is none. */
export function toolPath(variable: ToolVariable): string {
  const path = findToolPath(variable);
  if (path !== undefined) return path;
  throw new OperatorFault(
    `${EXECUTABLES[variable]} was not found: run "node scripts/setup.mjs", or set ${variable} to its path.`,
  );
}

function notedTools(): Readonly<Partial<Record<ToolVariable, string>>> {
  try {
    return JSON.parse(readFileSync(toolsFile, 'utf8')) as Partial<Record<ToolVariable, string>>;
  } catch {
    return {};
  }
}
