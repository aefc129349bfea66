import { createHash } from 'node:crypto';
import type { IMPORT_MODES, IMPORT_STATES, ImportKindName } from '../../contract/imports/kinds.js';
import type { CommandContext } from '../../domain/context.js';
import { Refusal } from '../../domain/refusal.js';
import { Prisma, type Transaction } from '../../prisma/database.js';

export type ImportState = (typeof IMPORT_STATES)[number];

export type NewImport = Readonly<{
  kind: ImportKindName;
  mode: (typeof IMPORT_MODES)[number];
  /** Code of the profile by which the file is read. */
  profile: string | undefined;
  /** What the caller says about the whole file. */
  settings: Readonly<Record<string, string>>;
  content: Buffer;
}>;

export type ReceivedImport = Readonly<{
  kind: 'received' | 'known';
  id: string;
  state: ImportState;
  workflowId: string;
}>;

/** Bytes of one piece of a stored file: what a reader holds at a time. */
const PIECE_BYTES = 256 * 1024;

/** Pieces written in one statement. */
const PIECES_PER_CALL = 16;

/**
 * Stores a file as it came and starts its workflow through the outbox, in one transaction. Kind and bytes are the key:
 * the same file again, even concurrently, gets the first id.
 *
 * @throws Refusal `IMPORT_PROFILE_UNKNOWN`
 */
export async function receiveImport(
  tx: Transaction,
  ctx: CommandContext,
  file: NewImport,
): Promise<ReceivedImport> {
  const { kind, mode, settings, content } = file;
  const fileHash = new Uint8Array(createHash('sha256').update(content).digest());
  const data = {
    kind,
    mode,
    fileHash,
    fileBytes: content.length,
    profileId: await profileIdOf(tx, file),
    settings,
    state: 'received',
    receivedAt: new Date(ctx.at),
    receivedBy: ctx.actor.id,
  };
  const made = await tx.import.createManyAndReturn({
    data: [data],
    select: { id: true },
    skipDuplicates: true,
  });
  const id = made[0]?.id;
  if (id !== undefined) {
    await storePieces(tx, id, content);
    const workflowId = await startImport(tx, id);
    return { kind: 'received', id, state: 'received', workflowId };
  }
  const first = await tx.import.findFirstOrThrow({
    where: { kind, mode, fileHash, state: { notIn: ['refused', 'undone'] } },
    orderBy: { receivedAt: 'desc' },
  });
  const state = first.state as ImportState;
  return { kind: 'known', id: first.id, state, workflowId: importWorkflowId(first.id) };
}

/** The workflow that goes through an import. */
export function importWorkflowId(id: string): string {
  return `import:${id}`;
}

async function profileIdOf(tx: Transaction, { profile, kind }: NewImport): Promise<string | null> {
  if (profile === undefined) return null;
  const found = await tx.importProfile.findUnique({ where: { code: profile } });
  if (found?.kind === kind) return found.id;
  const detail = `There is no profile ${profile} for files of the kind ${kind}.`;
  throw new Refusal({ code: 'IMPORT_PROFILE_UNKNOWN', param: 'profile', detail });
}

async function storePieces(tx: Transaction, importId: string, content: Buffer): Promise<void> {
  const pieces = [];
  for (let from = 0; from < content.length; from += PIECE_BYTES) {
    const piece = new Uint8Array(content.subarray(from, from + PIECE_BYTES));
    pieces.push({ importId, position: pieces.length, content: piece });
  }
  for (let from = 0; from < pieces.length; from += PIECES_PER_CALL) {
    await tx.importPiece.createMany({ data: pieces.slice(from, from + PIECES_PER_CALL) });
  }
}

async function startImport(tx: Transaction, importId: string): Promise<string> {
  const workflowId = importWorkflowId(importId);
  await tx.workflowStart.create({
    data: {
      workflowType: 'importedFile',
      workflowId,
      taskQueue: 'receivables',
      input: { importId },
      searchAttributes: { Stage: 'received' } satisfies Prisma.InputJsonObject,
    },
    select: { id: true },
  });
  return workflowId;
}
