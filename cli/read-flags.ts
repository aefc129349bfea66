import { parseArgs } from 'node:util';
import { messageOf, OperatorFault } from '../platform/fault.js';

type Switches = Readonly<Record<string, Readonly<{ type: 'boolean' }>>>;

/**
 * The given switches of a command.
 *
 * @throws {OperatorFault} unknown flag, or a value where none belongs
 */
export function readSwitches(
  args: readonly string[],
  { usage, switches }: Readonly<{ usage: string; switches: readonly string[] }>,
): ReadonlySet<string> {
  const options: Switches = Object.fromEntries(
    switches.map((name) => [name, { type: 'boolean' } as const]),
  );
  try {
    return new Set(Object.keys(parseArgs({ args: [...args], options }).values));
  } catch (error) {
    throw new OperatorFault(`${messageOf(error).split('\n')[0] ?? ''} Usage: ${usage}`);
  }
}
