import type { Database } from '../../prisma/database.js';
import type { FileBytes } from './readers/file-row.js';

/** The stored bytes of an import, one piece in memory at a time. */
export function storedBytes({ prisma }: Database, importId: string): FileBytes {
  return async function* pieces() {
    for (let position = 0; ; position += 1) {
      const piece = await prisma.importPiece.findUnique({
        where: { importId_position: { importId, position } },
        select: { content: true },
      });
      if (piece === null) return;
      yield piece.content;
    }
  };
}
