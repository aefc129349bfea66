import type { Logger } from 'pino';
import type { Secret } from '../../platform/secret.js';
import type { Database } from '../../prisma/database.js';
import { sealAudit, type Sealed } from './seal-audit.js';
import { openSealKey } from './seal-keys.js';

export type AuditDependencies = Readonly<{
  database: Database;
  logger: Logger;
  config: Readonly<{ auditKey: Secret; auditFolder: string }>;
}>;

export type AuditActivities = ReturnType<typeof createAuditActivities>;

/** Seals the audit trail in the background, so that no sale waits for it. */
export function createAuditActivities({ database, logger, config }: AuditDependencies) {
  const key = openSealKey(config.auditKey);
  return {
    /** Seals all unsealed rows. May run at any time, concurrently, or not at all for a while. */
    sealAuditNow: async (): Promise<Sealed> => {
      const { prisma } = database;
      const sealed = await sealAudit({ prisma, key, folder: config.auditFolder });
      if (sealed.outcome === 'waiting')
        logger.warn('the audit trail waits for a transaction that has been under way for long');
      return sealed;
    },
  };
}
