import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import type { CommandContext } from '../../domain/context.js';
import type { Clock } from '../../platform/clock.js';
import { systemContext } from '../../platform/context.js';
import type { Database } from '../../prisma/database.js';
import { verifyTrail } from '../audit/verify-trail.js';
import { askForHolidays } from '../company/holidays.js';
import { foldJournal } from '../ledger/fold-journal.js';
import type { Finding } from '../verify/verify-books.js';
import { verifyBooks } from '../verify/verify-books.js';
import { compareLives, verifyLives } from '../verify/verify-lives.js';
import { endRefusalsOfBooked } from './end-refusals.js';
import { pokeExpiredDeliveries, restartMissingLives } from './restart-missing-lives.js';

export type MaintenanceDependencies = Readonly<{
  database: Database;
  client: Client;
  clock: Clock;
  logger: Logger;
  /** Where the heads of the sealed audit trail are. */
  config: Readonly<{ auditFolder: string }>;
}>;

/** Every quarter of an hour the newest 100,000 rows of the trail; `lunas verify` reads all of it. */
const SEALS_EACH_TIME = 100;

export type MaintenanceActivities = ReturnType<typeof createMaintenanceActivities>;

/** Background checks of the books. Each may run at any time, twice, or not at all for a while. */
export function createMaintenanceActivities(deps: MaintenanceDependencies) {
  const { database, client, clock, logger, config } = deps;

  return {
    /**
     * Runs every invariant; each broken one becomes a work item and an error in the log. Answers their ids. Asks for the
     * holidays of the next year when they are not known.
     */
    verifyBooksNow: async (): Promise<string[]> => {
      const findings = [
        ...(await verifyBooks(database, clock)),
        ...(await verifyTrail(database, { folder: config.auditFolder, seals: SEALS_EACH_TIME })),
        ...(await verifyLives(database, client)),
      ];
      const broken = findings.filter(({ places }) => places.length > 0);
      for (const finding of broken) await report(finding);
      const ctx = contextOf('verify-books');
      await database.transaction(ctx, (tx) => askForHolidays(tx, ctx));
      return broken.map(({ id }) => id);
    },

    /** Adds to the sums that reports read what was booked since the last time. */
    foldJournalNow: async (): Promise<void> => {
      const { outcome } = await foldJournal({ database, ctx: contextOf('fold-journal') });
      if (outcome === 'waiting')
        logger.warn('the sums of the journal wait for a transaction that has been under way long');
    },

    /**
     * Puts every life that should run but does not into the outbox again, wakes sales whose delivery time ran out, and
     * ends the refusals of sales that were booked later.
     */
    healLives: async (): Promise<{ restarted: number; poked: number; ended: number }> => {
      const { missing } = await compareLives(database, client);
      const restarted = await restartMissingLives(database, missing);
      const poked = await pokeExpiredDeliveries(database, clock);
      const ended = await endRefusalsOfBooked(database, contextOf('heal-lives'));
      if (restarted > 0)
        logger.warn(
          { restarted, missing: missing.length, first: missing[0] },
          'lives were missing and are asked for again',
        );
      return { restarted, poked, ended };
    },
  };

  function contextOf(schedule: string): CommandContext {
    return systemContext({ clock, name: 'maintenance', origin: `schedule:${schedule}` });
  }

  async function report({ id, says, places }: Finding): Promise<void> {
    logger.error({ invariant: id, places }, `broken: ${says}`);
    const ctx = contextOf('verify-books');
    await database.transaction(ctx, async (tx) => {
      const item = {
        kind: 'invariant-broken',
        subjectKind: 'invariant',
        subjectId: id,
        detail: { says, places },
      };
      await tx.$queryRaw`SELECT open_work_item(${JSON.stringify(ctx)}::jsonb, ${JSON.stringify(item)}::jsonb)::text`;
    });
  }
}
