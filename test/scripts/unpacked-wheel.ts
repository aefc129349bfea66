import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A program in a wheel; `recordedContent` is what the wheel's record of hashes speaks of. */
type Program = Readonly<{ name: string; content: string; recordedContent?: string }>;

/** Writes a Python wheel with one program in it, unpacked, and answers the folder. */
export function unpackedWheel(folder: string, program: Program): string {
  const path = `tool_bin-1.0.0.data/scripts/${program.name}`;
  const hash = createHash('sha256')
    .update(program.recordedContent ?? program.content)
    .digest('base64url');
  mkdirSync(join(folder, 'tool_bin-1.0.0.data', 'scripts'), { recursive: true });
  mkdirSync(join(folder, 'tool_bin-1.0.0.dist-info'));
  writeFileSync(join(folder, path), program.content);
  writeFileSync(
    join(folder, 'tool_bin-1.0.0.dist-info', 'RECORD'),
    `${path},sha256=${hash},${program.content.length}\n`,
  );
  return folder;
}
