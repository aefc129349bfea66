import { commandCalls, type CommandCall } from '../../prisma/commands/command.js';

/**
 * Holds every command that a test calls to its shapes: what was sent and what the SQL function answered. Runs in every
 * test file.
 */
const mismatches: string[] = [];

commandCalls.subscribe((message) => {
  const { command, input, answer } = message as CommandCall;
  // As it went over the wire: a field that is undefined was not sent.
  const sent = command.input.safeParse(JSON.parse(JSON.stringify(input)));
  if (!sent.success) mismatches.push(`${command.name} was sent ${sent.error.message}`);
  const answered = command.answer.safeParse(answer);
  if (!answered.success) mismatches.push(`${command.name} answered ${answered.error.message}`);
});

afterEach(() => {
  const found = mismatches.splice(0);
  if (found.length > 0) throw new Error(found.join('\n'));
});
