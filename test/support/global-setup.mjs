import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode } from '@temporalio/worker';
import { findTool } from '../../scripts/setup/find-tool.mjs';
import { root } from '../../scripts/setup/paths.mjs';
import { temporalCli, temporalTestServer } from '../../scripts/setup/tools.mjs';
import { clearAbandonedRuns, clearRunFolder, makeRunFolder } from './test-run.mjs';

/**
 * Once a test run: a folder for what the run starts (PostgreSQL comes up when the first test asks for
 * a database), the paths of Temporal's servers, and the workflow bundle that all files share. Pure
 * tests need none of it, so a run of nothing but `test/domain` skips the slow parts. When the run is over, none of its
 * processes and files is left behind.
 */
export default async function globalSetup() {
  await clearAbandonedRuns();
  const folder = makeRunFolder();
  process.env['LUNAS_TEST_RUN'] = folder;
  const guard = spawn(
    process.execPath,
    [fileURLToPath(new URL('guard.mjs', import.meta.url)), String(process.pid), folder],
    {
      detached: true,
      stdio: 'ignore',
    },
  );
  guard.unref();
  if (!isOnlyDomain(process.argv)) await prepareServers(folder);
  return () => clearRunFolder(folder);
}

/** @param {string} folder */
async function prepareServers(folder) {
  process.env['TEMPORAL_CLI_PATH'] = await findTool(temporalCli);
  process.env['TEMPORAL_TEST_SERVER_PATH'] = await findTool(temporalTestServer);
  process.env['TEMPORAL_TEST_SERVER'] = process.env['TEMPORAL_TEST_SERVER_PATH'];
  await bundleWorkflows(folder);
}

/** @param {string} folder */
async function bundleWorkflows(folder) {
  const workflowsPath = join(root, 'workflows', 'index.ts');
  if (!existsSync(workflowsPath)) return;
  const failureConverterPath = join(root, 'platform', 'temporal', 'failure-converter.cjs');
  const { code } = await bundleWorkflowCode({
    workflowsPath,
    failureConverterPath,
    logger: quietLogger,
  });
  const file = join(folder, 'workflow-bundle.js');
  writeFileSync(file, code);
  process.env['LUNAS_WORKFLOW_BUNDLE'] = file;
}

/** @type {import('@temporalio/worker').Logger} */
const quietLogger = {
  log() {},
  trace() {},
  debug() {},
  info() {},
  warn: (message) => console.warn(message),
  error: (message) => console.error(message),
};

/** @param {readonly string[]} commandLine */
function isOnlyDomain(commandLine) {
  const patterns = commandLine.filter((argument) => argument.includes('test/'));
  return patterns.length > 0 && patterns.every((pattern) => pattern.includes('test/domain'));
}
