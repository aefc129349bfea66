import { clearRunFolder } from './test-run.mjs';

/** Leaves no process and no file of the test run behind. */
export default async function globalTeardown() {
  const folder = process.env['LUNAS_TEST_RUN'];
  if (folder !== undefined) await clearRunFolder(folder);
}
