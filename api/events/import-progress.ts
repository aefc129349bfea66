import { Prisma, type Database } from '../../prisma/database.js';
import { importOnWire, importRecords } from '../routes/imports/import-on-wire.js';

/** How far an import is: that part of the call that reads it which changes while it runs. */
export type ImportProgress = Pick<
  ReturnType<typeof importOnWire>,
  'id' | 'kind' | 'mode' | 'status' | 'rows'
>;

/** Of these every change of state is told. Of older ones only what still runs is looked at. */
const LATEST = 100;

type Standing = Readonly<{ id: string; state: string; runs: boolean }>;

/**
 * Remembers how far imports were. Their rows are counted only while they run, and once when they end. The first reading
 * tells those that run. Not for concurrent use.
 */
export function createProgressReader({ prisma }: Database) {
  let states: ReadonlyMap<string, string> | undefined;
  let told: ReadonlyMap<string, string> = new Map();
  return {
    news: async (): Promise<ImportProgress[]> => {
      const before = states;
      const standings = await prisma.$queryRaw<Standing[]>`
        WITH latest AS (SELECT id FROM import ORDER BY received_at DESC, id DESC LIMIT ${LATEST})
        SELECT id, state, state IN ('received', 'read') AS runs FROM import
        WHERE id IN (SELECT id FROM latest) OR state IN ('received', 'read')`;
      const isNews = ({ id, state, runs }: Standing) =>
        runs || (before !== undefined && before.get(id) !== state);
      const ids = standings.filter(isNews).map(({ id }) => id);
      const progress = ids.length === 0 ? [] : await progressOf(prisma, ids);
      const news = progress.filter((one) => told.get(one.id) !== JSON.stringify(one));
      states = new Map(standings.map(({ id, state }) => [id, state]));
      told = new Map(progress.map((one) => [one.id, JSON.stringify(one)]));
      return news;
    },
  };
}

async function progressOf(
  prisma: Database['prisma'],
  ids: readonly string[],
): Promise<ImportProgress[]> {
  const conditions = [Prisma.sql`i.id = ANY (${[...ids]}::uuid[])`];
  const records = await importRecords(prisma, conditions, ids.length);
  return records.map((record) => {
    const { id, kind, mode, status, rows } = importOnWire(record);
    return { id, kind, mode, status, rows };
  });
}
