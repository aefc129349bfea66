import type { Clock } from '../../platform/clock.js';
import type { Database } from '../../prisma/database.js';
import { refusingAsFailure } from '../refusal.js';
import { createCaptureSources } from '../sale/capture/capture-sources.js';
import { bookImportPart } from './book-import.js';
import type { ImportInput } from './load-import.js';
import { giveUpImport, readImportPart } from './read-import.js';

export type ImportActivities = ReturnType<typeof createImportActivities>;

/** The activities that bring in a file, part by part. Each is safe to repeat. */
export function createImportActivities(
  deps: Readonly<{ database: Database; clock: Clock; hint: () => void }>,
) {
  // As tills are answered: of the catalogue only what has changed is read again.
  const sources = createCaptureSources(deps.database);
  return refusingAsFailure({
    readImportPart: (input: ImportInput) => readImportPart(deps, input),
    bookImportPart: async (input: ImportInput) => {
      const part = await bookImportPart({ ...deps, sources }, input);
      deps.hint();
      return part;
    },
    giveUpImport: (input: ImportInput & Readonly<{ reason: string }>) => giveUpImport(deps, input),
  });
}
