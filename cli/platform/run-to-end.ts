import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { openLogFile } from '../supervision/log-file.js';

export type Errand = Readonly<{
  script: string;
  args: readonly string[];
  env: NodeJS.ProcessEnv;
  logFile: string;
  say: (line: string) => void;
  /** Kills it when aborted. */
  abort: AbortSignal | undefined;
}>;

const LINES_KEPT_MAX = 40; // a stack and what led to it

/** Runs a Node program to its end; passes on its standard output line by line, without structured log lines. */
export async function runToEnd({
  script,
  args,
  env,
  logFile,
  say,
  abort,
}: Errand): Promise<Readonly<{ code: number; lastLines: readonly string[] }>> {
  const log = openLogFile(logFile);
  const lastLines: string[] = [];
  const child = spawn(process.execPath, ['--enable-source-maps', script, ...args], {
    env: { ...env, LUNAS_SUPERVISED: '1' },
    stdio: ['pipe', 'pipe', 'pipe'],
    killSignal: 'SIGKILL',
    ...(abort === undefined ? {} : { signal: abort }),
  });
  const keep = (line: string) => {
    log.write(`${line}\n`);
    if (line.trim() !== '') lastLines.push(line.trim());
    if (lastLines.length > LINES_KEPT_MAX) lastLines.shift();
  };
  createInterface({ input: child.stderr }).on('line', keep);
  createInterface({ input: child.stdout }).on('line', (line) => {
    keep(line);
    if (line.trim() !== '' && !line.startsWith('{')) say(line.trim());
  });
  const code = await new Promise<number>((resolve) => {
    child.once('close', (exitCode) => resolve(exitCode ?? 1));
    child.once('error', (error) => {
      keep(error.message);
      resolve(127);
    });
  });
  log.close();
  return { code, lastLines };
}
