import { clearRunFolder } from './test-run.mjs';

/** Leaves no process and no file of the test run behind. */
export default async function globalTeardown() {
  await clearRunFolder(process.env.LUNAS_TEST_RUN);
}
