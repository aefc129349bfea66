import { createImportActivities } from '../../activities/imports/import-activities.js';
import { receiveImport, type NewImport } from '../../activities/imports/receive-import.js';
import { createClock, type Clock } from '../../platform/clock.js';
import type { Database } from '../../prisma/database.js';
import { testContext } from './shop.js';

export type Brought = Readonly<{
  id: string;
  state: string;
  refusal: string | null;
  rows: RowsByState;
}>;
type RowsByState = Readonly<Record<string, number>>;

/** Hands in a file as the API does. */
export function handIn(
  database: Database,
  content: string | Buffer,
  parts: Partial<NewImport> = {},
): Promise<string> {
  const ctx = testContext();
  return database.transaction(ctx, async (tx) => {
    const file = Buffer.from(content);
    const wish = {
      kind: 'items',
      mode: 'write',
      profile: undefined,
      settings: {},
      ...parts,
    } as const;
    return (await receiveImport(tx, ctx, { ...wish, content: file })).id;
  });
}

/** Goes through a file part by part, as its workflow does. */
export async function carry(
  database: Database,
  importId: string,
  clock: Clock = createClock(),
): Promise<Brought> {
  const activities = createImportActivities({ database, clock, hint: () => {} });
  for (;;) {
    const { kind } = await activities.readImportPart({ importId });
    if (kind !== 'more') break;
  }
  for (;;) {
    const { kind } = await activities.bookImportPart({ importId });
    if (kind === 'done') break;
  }
  return broughtIn(database, importId);
}

/** Hands a file in and goes through it. */
export async function bringIn(
  database: Database,
  content: string | Buffer,
  parts: Partial<NewImport> = {},
): Promise<Brought> {
  return carry(database, await handIn(database, content, parts));
}

/** What has become of an import. */
export async function broughtIn({ prisma }: Database, importId: string): Promise<Brought> {
  const row = await prisma.import.findUniqueOrThrow({ where: { id: importId } });
  const groups = await prisma.importRow.groupBy({
    by: ['state'],
    where: { importId },
    _count: true,
  });
  const rows = Object.fromEntries(groups.map(({ state, _count }) => [state, _count]));
  return { id: importId, state: row.state, refusal: row.refusalCode, rows };
}

export type ToldFault = Readonly<{ column: string | null; value: string | null; code: string }>;

/** What is wrong with the refused rows, by line. */
export async function faultsOf(
  { prisma }: Database,
  importId: string,
): Promise<readonly (readonly [number, string | null, string])[]> {
  const rows = await prisma.importRow.findMany({
    where: { importId, state: 'refused' },
    orderBy: { line: 'asc' },
  });
  return rows.flatMap(({ line, faults }) =>
    (faults as unknown as ToldFault[]).map(({ column, code }) => [line, column, code] as const),
  );
}
