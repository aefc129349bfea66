import { Refusal } from '../../domain/refusal.js';
import { Prisma } from '../../prisma/database.js';

/** PostgreSQL's code for a value that is there already, as Prisma names it. */
const UNIQUE_VIOLATION = 'P2002';

/** Writes a row under a code of its own. @throws the refusal when another row has the code, also of a call beside it. */
export async function underOwnCode<Row>(
  write: Promise<Row>,
  refusal: Readonly<{ code: string; param: string; detail: string }>,
): Promise<Row> {
  try {
    return await write;
  } catch (error) {
    const isTaken =
      error instanceof Prisma.PrismaClientKnownRequestError && error.code === UNIQUE_VIOLATION;
    throw isTaken ? new Refusal(refusal) : error;
  }
}

/** The refusal of a code that another thing of this kind has. */
export function codeTaken(thing: string, code: string) {
  return { code: 'CODE_TAKEN', param: 'code', detail: `Another ${thing} has the code ${code}.` };
}
