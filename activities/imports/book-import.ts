import type { Clock } from '../../platform/clock.js';
import type { Database, Transaction } from '../../prisma/database.js';
import type { CaptureSources } from '../sale/capture/capture-sources.js';
import { importContext } from './import-context.js';
import { writeVerdicts, type Verdict } from './import-rows.js';
import { judgeRows } from './judge-rows.js';
import { loadImport, type ImportInput, type LoadedImport } from './load-import.js';

export type BookedPart = Readonly<{ kind: 'more' | 'done' }>;

type Deps = Readonly<{ database: Database; clock: Clock; sources: CaptureSources }>;

/**
 * Writes the next rows that wait, each through the activity of the API's own call, and says of each what became of it, in
 * one transaction: a part that breaks off has written nothing. A dry run takes everything back but the report.
 *
 * @throws Refusal `IMPORT_NOT_FOUND`, `COMPANY_MISSING`
 */
export async function bookImportPart(deps: Deps, { importId }: ImportInput): Promise<BookedPart> {
  const loaded = await loadImport(deps.database, importId);
  if (loaded.state !== 'read') return { kind: 'done' };
  const isDry = loaded.mode === 'dry-run';
  const verdicts = isDry ? await tryRows(deps, loaded) : await writeRows(deps, loaded);
  return { kind: verdicts === 0 ? 'done' : 'more' };
}

function writeRows(deps: Deps, loaded: LoadedImport): Promise<number> {
  return deps.database.transaction(importContext(deps, loaded.id), async (tx) => {
    const verdicts = await judgeRows(deps, loaded, tx);
    return conclude(deps, tx, { importId: loaded.id, verdicts });
  });
}

/** Ends the transaction of a dry run; carries what it has found out of it. */
class TakenBack extends Error {
  readonly verdicts: readonly Verdict[];
  constructor(verdicts: readonly Verdict[]) {
    super('a dry run takes back what it wrote');
    this.verdicts = verdicts;
  }
}

async function tryRows(deps: Deps, loaded: LoadedImport): Promise<number> {
  const ctx = importContext(deps, loaded.id);
  const verdicts = await deps.database
    .transaction(ctx, async (tx): Promise<readonly Verdict[]> => {
      throw new TakenBack(await judgeRows(deps, loaded, tx));
    })
    .catch((error: unknown) => {
      if (error instanceof TakenBack) return error.verdicts;
      throw error;
    });
  return deps.database.transaction(ctx, (tx) =>
    conclude(deps, tx, { importId: loaded.id, verdicts: verdicts.map(wouldBe) }),
  );
}

function wouldBe(verdict: Verdict): Verdict {
  return verdict.state === 'written'
    ? { ...verdict, state: 'would-be-written', subjectId: null }
    : verdict;
}

async function conclude(
  { clock }: Deps,
  tx: Transaction,
  { importId, verdicts }: ImportInput & Readonly<{ verdicts: readonly Verdict[] }>,
): Promise<number> {
  if (verdicts.length > 0) {
    await writeVerdicts(tx, importId, verdicts);
    return verdicts.length;
  }
  await tx.import.updateMany({
    where: { id: importId, state: 'read' },
    data: { state: 'done', endedAt: new Date(clock.iso()) },
  });
  return 0;
}
