import { OperatorFault } from './fault.js';
import { createLogger, type Logger } from './logger.js';
import { announceReady } from './ready.js';

export type Running = Readonly<{
  /** Where it serves, when it serves something: a URL or host:port. */
  address?: string;
  /** Stops what was started; waits for running work. */
  close: () => Promise<void>;
  /** Settles when it has ended by itself, which is a fault; leave out when it never does. */
  ended?: Promise<void>;
}>;

export type ProcessDefinition = Readonly<{
  name: string;
  start: (log: Logger) => Promise<Running>;
}>;

// Above the grace that workers give their activities (30 s), below what a container runtime usually gives.
const CLOSE_WITHIN_MS = 45_000;

/**
 * The main function of every process of Lunas: starts it, says when it serves, and closes it on SIGTERM,
 * on SIGINT, and when the supervisor that started it is gone. An `OperatorFault` ends it with its sentence
 * and exit code 1, anything else unexpected with the error in the log and exit code 1.
 */
export async function runProcess({ name, start }: ProcessDefinition): Promise<void> {
  const log = createLogger({ name });
  const fail = (error: unknown) => {
    if (error instanceof OperatorFault) log.fatal(error.message);
    else log.fatal({ err: error }, 'stopped by a fault');
    process.exit(1);
  };
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
  try {
    const running = await start(log);
    const isClosing = closeWhenAsked(running, log);
    running.ended?.then(() => {
      if (!isClosing()) fail(new Error('it ended by itself'));
    }, fail);
    announceReady(running.address === undefined ? { name } : { name, address: running.address });
  } catch (error) {
    fail(error);
  }
}

function closeWhenAsked(running: Running, log: Logger): () => boolean {
  let closing = false;
  const close = (reason: string) => {
    if (closing) return;
    closing = true;
    log.info({ reason }, 'closing');
    setTimeout(() => process.exit(1), CLOSE_WITHIN_MS).unref();
    running.close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'did not close cleanly');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', () => close('SIGTERM'));
  process.on('SIGINT', () => close('SIGINT'));
  whenSupervisorIsGone(() => close('the supervisor is gone'));
  return () => closing;
}

/**
 * The supervisor holds the other end of standard input. When the supervisor ends in any way, standard input closes and
 * the child ends too.
 */
function whenSupervisorIsGone(act: () => void): void {
  if (process.env['LUNAS_SUPERVISED'] !== '1') return;
  process.stdin.on('error', act);
  process.stdin.on('end', act);
  process.stdin.on('close', act);
  process.stdin.resume();
}
