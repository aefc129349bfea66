import { randomUUID } from 'node:crypto';
import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';

type Text = Readonly<{ name: string; text: Iterable<string> | AsyncIterable<string> }>;

/**
 * Writes a file whole under its name, also when another process writes the same one: what stands there before, be it a
 * link, is replaced and not followed.
 */
export async function writeBeside(folder: string, { name, text }: Text): Promise<void> {
  const unfinished = join(folder, `.${randomUUID()}.tmp`);
  const file = await open(unfinished, 'wx');
  try {
    for await (const piece of text) await file.write(piece);
  } finally {
    await file.close();
  }
  await rename(unfinished, join(folder, name));
}
