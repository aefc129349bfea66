import { ALL_STATUS_REQUESTS, STATUS_ORDER } from '../escpos/commands.js';
import type { PrinterTrouble } from './print-outcome.js';
import { troubleOf, troubleOfAutomatic, type RealTimeStatus, type Reply } from './replies.js';

/**
 * Watches a working printer. It is asked for its status as well, because the job starts with ESC @, which switches
 * automatic status off.
 */
export type StatusWatch = Readonly<{
  see: (reply: Reply) => void;
  /** The next request; none while answers are outstanding. */
  requests: () => Uint8Array;
  /** The fault that has lasted at least so long. */
  troubleLastingMs: (ms: number) => PrinterTrouble | undefined;
}>;

export function createStatusWatch(): StatusWatch {
  let current: { trouble: PrinterTrouble; since: number } | undefined;
  let owed: (keyof RealTimeStatus)[] = [];
  let answers: Partial<Record<keyof RealTimeStatus, number>> = {};

  const note = (trouble: PrinterTrouble | undefined): void => {
    const since = current?.since ?? performance.now();
    current = trouble === undefined ? undefined : { trouble, since };
  };
  const answered = (byte: number): void => {
    const name = owed.shift();
    if (name === undefined) return;
    answers = { ...answers, [name]: byte };
    if (isWhole(answers)) note(troubleOf(answers));
  };
  return {
    see: (reply) => {
      if (reply.kind === 'automatic') note(troubleOfAutomatic(reply.bytes));
      if (reply.kind === 'real-time') answered(reply.byte);
    },
    requests: () => {
      if (owed.length > 0) return new Uint8Array(0);
      owed = [...STATUS_ORDER];
      answers = {};
      return ALL_STATUS_REQUESTS;
    },
    troubleLastingMs: (ms) =>
      current !== undefined && performance.now() - current.since >= ms
        ? current.trouble
        : undefined,
  };
}

function isWhole(answers: Partial<RealTimeStatus>): answers is RealTimeStatus {
  return STATUS_ORDER.every((name) => answers[name] !== undefined);
}
