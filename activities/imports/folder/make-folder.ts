import { lstat, mkdir } from 'node:fs/promises';

/** @throws when something else stands in its place, such as a link that leads away */
export async function makeFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true });
  if (!(await lstat(path)).isDirectory()) throw new Error(`${path} is no folder`);
}
