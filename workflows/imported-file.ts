import { isCancellation, proxyActivities } from '@temporalio/workflow';
import type { ImportActivities } from '../activities/imports/import-activities.js';
import { reasonOf } from './failures.js';
import type { ImportedFileInput } from './messages.js';
import { endedWith, showStanding } from './standing.js';

/** About an hour: long enough for books that are away, short enough for a person to hear of it on the same day. */
const ATTEMPTS_MAX = 60;

const books = proxyActivities<ImportActivities>({
  startToCloseTimeout: '2 minutes',
  taskQueue: 'receivables',
  retry: { maximumAttempts: ATTEMPTS_MAX, maximumInterval: '1 minute' },
});

const { giveUpImport } = proxyActivities<ImportActivities>({
  startToCloseTimeout: '1 minute',
  taskQueue: 'receivables',
});

type Outcome = 'done' | 'refused' | 'given-up';

/**
 * Brings in one file part by part. What a part has written stays when a worker dies, and the next part goes on behind it.
 */
export async function importedFile(input: ImportedFileInput): Promise<Outcome> {
  const outcome = await carry(input);
  showStanding(input)(endedWith(outcome));
  return outcome;
}

async function carry({ importId }: ImportedFileInput): Promise<Outcome> {
  try {
    for (;;) {
      const part = await books.readImportPart({ importId });
      if (part.kind === 'refused') return 'refused';
      if (part.kind === 'read') break;
    }
    for (;;) {
      const part = await books.bookImportPart({ importId });
      if (part.kind === 'done') return 'done';
    }
  } catch (error) {
    if (isCancellation(error)) throw error;
    await giveUpImport({ importId, reason: reasonOf(error, ATTEMPTS_MAX) });
    return 'given-up';
  }
}
