import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../setup/paths.mjs';
import { prisma } from '../setup/prisma-client.mjs';

/**
 * Compares a database made by the migrations with `schema.prisma`: they must say the same.
 * Runs the build, so the build comes first.
 * @returns {Promise<{ code: number, output: string }>}
 */
export async function schemaDrift() {
  const { startEmbeddedPostgres } = await built('platform/embedded-postgres.js');
  const { bootstrapDatabase, withClient } = await built('cli/bootstrap-database.js');
  const { deployBooks } = await built('prisma/deploy/deploy-books.js');
  const folder = mkdtempSync(join(tmpdir(), 'lunas-drift-'));
  const password = 'for-this-check-only';
  const server = await startEmbeddedPostgres({
    dataFolder: join(folder, 'data'),
    port: 0,
    password,
    durability: 'unsafe-but-fast',
  });
  try {
    const { ownerUrl } = await bootstrapDatabase({
      adminUrl: server.url,
      database: 'drift',
      ownerPassword: password,
      appPassword: password,
    });
    await withClient(ownerUrl, (/** @type {unknown} */ owner) => deployBooks(owner));
    const diff = [
      'migrate',
      'diff',
      '--from-config-datasource',
      '--to-schema',
      'prisma/schema.prisma',
      '--exit-code',
    ];
    return compared(await prisma(root, diff, { ...process.env, DATABASE_OWNER_URL: ownerUrl }));
  } catch (error) {
    return { code: 1, output: String(error) };
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Prisma ends with success even when its engine has died, so only its output counts.
 * @param {{ code: number, output: string }} ended
 */
function compared({ code, output }) {
  return code === 0 && !output.includes('No difference detected')
    ? { code: 1, output }
    : { code, output };
}

/** @param {string} path */
function built(path) {
  return import(pathToFileURL(join(root, 'dist', path)).href);
}
