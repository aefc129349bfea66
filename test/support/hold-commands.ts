import { z } from 'zod';
import { commandCalls, type CommandCall } from '../../prisma/commands/command.js';

/**
 * Holds every command that a test calls to its shapes: what was sent and what the SQL function answered. Calls are judged
 * when the test is over, so that tests of many writers at once are not slowed down by it.
 */
const calls: CommandCall[] = [];

/** Calls that are kept at most until they are judged: a long preparation holds some megabytes of them, not all. */
const CALLS_KEPT_MAX = 2_000;

const mismatches = new Set<string>();

commandCalls.subscribe((message) => {
  calls.push(message as CommandCall);
  if (calls.length >= CALLS_KEPT_MAX) judgeCalls();
});

function judgeCalls(): void {
  for (const { command, input, answer } of calls.splice(0)) {
    // As it went over the wire: a field that is undefined was not sent.
    const sent = command.input.safeParse(JSON.parse(JSON.stringify(input)));
    if (!sent.success) mismatches.add(`${command.name} was sent ${z.prettifyError(sent.error)}`);
    const answered = command.answer.safeParse(answer);
    if (!answered.success)
      mismatches.add(`${command.name} answered ${z.prettifyError(answered.error)}`);
  }
}

/** Registered for every test file. What the file before it called after its last test is not held against this one. */
export function holdCommands(): void {
  calls.length = 0;
  mismatches.clear();
  afterEach(() => {
    judgeCalls();
    const found = [...mismatches];
    mismatches.clear();
    if (found.length > 0) throw new Error(found.join('\n'));
  });
}
