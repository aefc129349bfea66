import type { Clock } from '../../platform/clock.js';
import { systemContext } from '../../platform/context.js';
import type { Secret } from '../../platform/secret.js';
import * as collectionCommands from '../../prisma/commands/collection.js';
import type { Database } from '../../prisma/database.js';
import { refusingAsFailure } from '../refusal.js';
import type { AddressRules } from '../../platform/outside-address.js';
import { decidePlacement, type PlacementStep } from './decide-placement.js';
import { deliverMessages } from './deliver-messages.js';

export type CollectionDependencies = Readonly<{
  database: Database;
  clock: Clock;
  config: Readonly<{
    /** AES-256 key in base64; webhook secrets are sealed with it. */
    codecKey: Secret;
    /** Keys that sealed secrets before the key was changed. */
    codecOldKeys?: readonly Readonly<{ key: Secret }>[];
    environment: AddressRules['environment'];
  }>;
  hint?: () => void;
  /** The machine's clock, for signatures. */
  realTimeMs?: () => number;
}>;

export type CollectionActivities = ReturnType<typeof createCollectionActivities>;

type PlacementKey = Readonly<{ placementId: string }>;

/** The activities of the workflow `placement`. Each is safe to repeat. */
export function createCollectionActivities(deps: CollectionDependencies) {
  const { database, clock, config, hint = () => {}, realTimeMs = Date.now } = deps;
  const old = (config.codecOldKeys ?? []).map(({ key }) => key);
  const keys = [config.codecKey, ...old].map((key) => Buffer.from(key.reveal(), 'base64'));
  const rules = { environment: config.environment };
  const context = (placementId: string) =>
    systemContext({ clock, name: 'placement', origin: `placement:${placementId}` });
  return refusingAsFailure({
    decidePlacementStep: ({ placementId }: PlacementKey): Promise<PlacementStep> =>
      decidePlacement({ database, clock }, placementId),

    /** Throws AgencyNotTold when a message was not taken. */
    tellAgency: ({ placementId }: PlacementKey): Promise<void> =>
      deliverMessages({ database, clock, keys, rules, realTimeMs }, placementId),

    /**
     * Ends the placement, unless something is outstanding again (a payment was taken back): then it stays open and the
     * receivable goes on following it.
     */
    closePlacement: async ({ placementId }: PlacementKey): Promise<void> => {
      await database.call(collectionCommands.closePlacement, context(placementId), { placementId });
      hint();
    },

    /** An agency that cannot be reached becomes work for a person; its messages are still retried. */
    reportUntoldAgency: async ({ placementId }: PlacementKey): Promise<void> => {
      await database.call(collectionCommands.reportUntoldAgency, context(placementId), {
        placementId,
      });
    },
  });
}
