import { opendir } from 'node:fs/promises';
import { join } from 'node:path';
import { IMPORT_FILE_BYTES_MAX } from '../../../contract/imports/imports.js';
import { IMPORT_KINDS, type ImportKindName } from '../../../contract/imports/kinds.js';
import type { Clock } from '../../../platform/clock.js';
import { systemContext } from '../../../platform/context.js';
import type { Database } from '../../../prisma/database.js';
import { companyOf } from '../../company/stores.js';
import type { ImportFormat } from '../import-format.js';
import type { RowFault } from '../import-rows.js';
import { receiveImport } from '../receive-import.js';
import { rejectedFile } from '../rejected-file.js';
import type { Door, FolderOutcome, Inbox } from './inbox.js';
import { makeFolder } from './make-folder.js';

/** Profiles of one kind that are looked at. */
const PROFILES_MAX = 100;

/** Rows that a report tells of; the file of rejected rows has all. */
const TOLD_MAX = 1_000;

export type FolderDeps = Readonly<{ database: Database; clock: Clock; hint: () => void }>;

type ImportDoor = Door & Readonly<{ kind: ImportKindName; profile: string | undefined }>;

/** Files of `{root}/{kind}` are read by the names of their columns, those of `{root}/{kind}/{profile}` by that profile. */
export function importInbox(deps: FolderDeps, root: string): Inbox<ImportDoor> {
  return {
    root,
    bytesMax: IMPORT_FILE_BYTES_MAX,
    doors: async () => (await Promise.all(IMPORT_KINDS.map((kind) => doorsOf(root, kind)))).flat(),
    receive: async (content, { kind, profile, says }) => {
      const ctx = systemContext({ clock: deps.clock, name: 'folder', origin: `folder:${says}` });
      const { id } = await deps.database.transaction(ctx, async (tx) => {
        await companyOf(tx);
        const file = { kind, mode: 'write', profile, settings: {}, content } as const;
        return receiveImport(tx, ctx, file);
      });
      deps.hint();
      return id;
    },
    outcome: (id) => outcomeOf(deps.database, id),
  };
}

async function doorsOf(root: string, kind: ImportKindName): Promise<readonly ImportDoor[]> {
  const folder = join(root, kind);
  await makeFolder(folder);
  const doors: ImportDoor[] = [{ folder, kind, profile: undefined, says: kind }];
  for await (const entry of await opendir(folder)) {
    if (doors.length > PROFILES_MAX) break;
    if (!entry.isDirectory()) continue;
    const { name: profile } = entry;
    doors.push({ folder: join(folder, profile), kind, profile, says: `${kind}/${profile}` });
  }
  return doors;
}

async function outcomeOf(database: Database, importId: string): Promise<FolderOutcome> {
  const { prisma } = database;
  const found = await prisma.import.findUnique({ where: { id: importId } });
  if (found === null) return { kind: 'refused', report: `The books have no import ${importId}.\n` };
  if (found.state === 'received' || found.state === 'read') return { kind: 'running' };
  const rows = await prisma.importRow.groupBy({
    by: ['state'],
    where: { importId },
    _count: true,
    orderBy: { state: 'asc' },
  });
  const numberOf = (state: string) => rows.find((row) => row.state === state)?._count ?? 0;
  const report = [
    `Import ${importId}: ${found.state}`,
    ...(found.refusalCode === null
      ? []
      : [`${found.refusalPlace ?? ''} ${found.refusalCode}: ${found.refusalDetail ?? ''}`.trim()]),
    ...rows.map(({ state, _count }) => `${state}: ${_count}`),
    ...(await toldFaults(database, importId)),
    '',
  ].join('\n');
  const isGood = found.state !== 'refused' && numberOf('refused') < sumOf(rows);
  const kind = isGood ? 'done' : 'refused';
  if (numberOf('refused') === 0) return { kind, report };
  const format = found.format as unknown as ImportFormat | null;
  return { kind, report, rejected: rejectedFile(database, { importId, format }) };
}

function sumOf(rows: readonly Readonly<{ _count: number }>[]): number {
  return rows.reduce((total, { _count }) => total + _count, 0);
}

async function toldFaults({ prisma }: Database, importId: string): Promise<readonly string[]> {
  const refused = await prisma.importRow.findMany({
    where: { importId, state: 'refused' },
    select: { line: true, faults: true },
    orderBy: { line: 'asc' },
    take: TOLD_MAX,
  });
  return refused.flatMap(({ line, faults }) =>
    (faults as unknown as readonly RowFault[]).map(({ column, value, code, detail }) =>
      oneLine(`line ${line}, ${column ?? 'the row'} ${value ?? ''}: ${code}. ${detail}`),
    ),
  );
}

/** A cell of a stranger's file must not write lines of its own, nor move the cursor of who reads it. */
function oneLine(text: string): string {
  return text.replaceAll(/\p{Cc}+/gu, ' ');
}
