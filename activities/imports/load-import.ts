import type { ImportKindName } from '../../contract/imports/kinds.js';
import { Refusal } from '../../domain/refusal.js';
import type { Database } from '../../prisma/database.js';
import type { ImportFormat, ProfileHints } from './import-format.js';
import type { ImportKind } from './import-kind.js';
import { IMPORT_KIND_OF } from './kinds/kinds.js';

export type ImportInput = Readonly<{ importId: string }>;

export type LoadedImport = Readonly<{
  id: string;
  kindName: ImportKindName;
  kind: ImportKind;
  mode: 'write' | 'dry-run';
  state: string;
  settings: Readonly<Record<string, string>>;
  format: ImportFormat | null;
  profile: (ProfileHints & Readonly<{ defaults: Readonly<Record<string, string>> }>) | null;
}>;

/** An import with its profile. @throws Refusal `IMPORT_NOT_FOUND` */
export async function loadImport(
  { prisma }: Readonly<{ prisma: Pick<Database['prisma'], 'import'> }>,
  importId: string,
): Promise<LoadedImport> {
  const row = await prisma.import.findUnique({
    where: { id: importId },
    include: { profile: true },
  });
  if (row === null) {
    throw new Refusal({ code: 'IMPORT_NOT_FOUND', detail: 'There is no such import.' });
  }
  // The kind and what is kept as JSON were written by these very types.
  const kindName = row.kind as ImportKindName;
  return {
    id: row.id,
    kindName,
    kind: IMPORT_KIND_OF[kindName],
    mode: row.mode === 'write' ? 'write' : 'dry-run',
    state: row.state,
    settings: row.settings as Readonly<Record<string, string>>,
    format: row.format as unknown as ImportFormat | null,
    profile: row.profile as LoadedImport['profile'],
  };
}
