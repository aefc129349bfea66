import { spawn } from 'node:child_process';

// The last output of a failing tool explains the failure.
const OUTPUT_KEPT_MAX = 64 * 1024;
const DAY_MS = 86_400_000;

/**
 * Runs a program to its end and answers with its exit code and output; a program that cannot be started answers code 127.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(program, args, { cwd, env, timeoutMs } = {}) {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(program, args, {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const keep = (/** @type {Buffer} */ chunk) => {
      output = (output + chunk.toString('utf8')).slice(-OUTPUT_KEPT_MAX);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    // Not spawn's own `timeout`: its timer remains when the program cannot be started.
    const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs ?? DAY_MS);
    const end = (/** @type {{ code: number, output: string }} */ result) => {
      clearTimeout(timer);
      resolve(result);
    };
    child.on('error', (error) => end({ code: 127, output: String(error.message) }));
    child.on('close', (code) => end({ code: code ?? 1, output }));
  });
}

/**
 * The last lines of a tool's output, for a message.
 * @param {string} output
 */
export function tail(output) {
  const linesShownMax = 15;
  return output.trim().split('\n').slice(-linesShownMax).join('\n');
}
