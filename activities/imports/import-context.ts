import type { CommandContext } from '../../domain/context.js';
import type { Clock } from '../../platform/clock.js';
import { systemContext } from '../../platform/context.js';

/** The context in which an import writes: the audit trail names the import with each change. */
export function importContext(
  { clock }: Readonly<{ clock: Clock }>,
  importId: string,
): CommandContext {
  return systemContext({ clock, name: 'import', origin: `import:${importId}` });
}
