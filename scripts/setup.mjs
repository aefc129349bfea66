import { readFileSync, writeFileSync } from 'node:fs';
import { build } from './setup/build.mjs';
import { runMain } from './setup/fault.mjs';
import { findBrowser } from './setup/find-browser.mjs';
import { findTool } from './setup/find-tool.mjs';
import { checkNodeVersion } from './setup/node-version.mjs';
import { installPackages } from './setup/packages.mjs';
import { isMain, toolsFile } from './setup/paths.mjs';
import { hydratePostgresLinks } from './setup/postgres-binaries.mjs';
import { generatePrismaClient } from './setup/prisma-client.mjs';
import { temporalCli, temporalTestServer } from './setup/tools.mjs';

/**
 * Brings a fresh checkout to the point where it can run: packages, database client, servers, build.
 * Uses nothing but Node; each step is skipped when its work is done already.
 * @param {{ forTests?: boolean }} [options] the time-skipping test server is needed by tests only
 * @returns {Promise<Record<string, string>>} paths of the tools, as environment variables
 * @throws {import('./setup/fault.mjs').SetupFault} one sentence that says what to do
 */
export async function setUp({ forTests = false } = {}) {
  checkNodeVersion();
  await installPackages();
  await hydratePostgresLinks();
  await generatePrismaClient();
  const tools = await findTools(forTests);
  await build();
  return tools;
}

/** @param {boolean} forTests */
async function findTools(forTests) {
  const wanted = [temporalCli, ...(forTests ? [temporalTestServer] : [])];
  /** @type {Record<string, string>} */
  const tools = notedTools();
  for (const tool of wanted) {
    if (tool === temporalCli && process.env['TEMPORAL_ADDRESS'] && !forTests) continue;
    tools[tool.variable] = await findTool(tool);
  }
  if (forTests) tools['LUNAS_BROWSER_PATH'] = await findBrowser();
  writeFileSync(toolsFile, JSON.stringify(tools, null, 2));
  return tools;
}

/** Keeps the paths that an earlier set-up found: `npm start` does not look for what only tests need. */
function notedTools() {
  try {
    return JSON.parse(readFileSync(toolsFile, 'utf8'));
  } catch {
    return {};
  }
}

if (isMain(import.meta.url)) {
  await runMain(async () => {
    await setUp({ forTests: process.argv.includes('--tests') });
  });
}
