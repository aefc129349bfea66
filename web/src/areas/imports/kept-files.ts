/** The files that were handed in from this page, by the import that they became: to write what was tried. */
const files = new Map<string, File>();
const KEPT_MAX = 5;

export function keepFile(importId: string, file: File): void {
  files.set(importId, file);
  const [oldest] = files.keys();
  if (files.size > KEPT_MAX && oldest !== undefined) files.delete(oldest);
}

export function keptFile(importId: string): File | undefined {
  return files.get(importId);
}
