import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPlatform, type Platform, type PlatformOptions } from './start-platform.js';

export type TemporaryOptions = Omit<PlatformOptions, 'home' | 'ports' | 'abort'> &
  Readonly<{ /** Prefix of the folder's name. */ name: string }>;

const EXIT_CODE_OF_INTERRUPT = 130; // 128 + SIGINT, as shells count

/**
 * Runs `work` beside a platform of its own, on free ports and in a folder that is removed afterwards. However `work`
 * ends, also by Ctrl-C, the platform is stopped in order.
 */
export async function withTemporaryPlatform<Result>(
  { name, ...options }: TemporaryOptions,
  work: (platform: Platform) => Promise<Result>,
): Promise<Result> {
  const home = mkdtempSync(join(tmpdir(), `${name}-`));
  const interrupted = new AbortController();
  const onSignal = () => interrupted.abort();
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal).on('SIGHUP', onSignal);
  let platform: Platform | undefined;
  try {
    platform = await startPlatform({ ...options, home, ports: 'free', abort: interrupted.signal });
    return await Promise.race([work(platform), rejection(interrupted.signal)]);
  } finally {
    await platform?.stop();
    rmSync(home, { recursive: true, force: true });
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal).off('SIGHUP', onSignal);
    if (interrupted.signal.aborted) process.exit(EXIT_CODE_OF_INTERRUPT);
  }
}

function rejection(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('interrupted')), { once: true });
  });
}
