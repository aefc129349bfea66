import type { Clock } from '../../platform/clock.js';
import type { Database } from '../../prisma/database.js';
import type { Mailer } from '../mail/send-mail.js';
import { refusingAsFailure } from '../refusal.js';
import { decideStep, type Step } from './decide-step.js';
import { writeNoticeLetter } from './notice-letter.js';
import { sendNotice, type NoticeDeps, type NoticeOutcome } from './send-notice.js';

export type DunningDependencies = Readonly<{
  database: Database;
  clock: Clock;
  mailer: Mailer;
  /** Sends a hint that the outbox has news; a lost hint costs one poll interval. */
  hint?: () => void;
  /** Renders a letter; only tests replace it. */
  writeLetter?: NoticeDeps['writeLetter'];
}>;

export type DunningActivities = ReturnType<typeof createDunningActivities>;

/** The activities of the workflow `receivable`: one decides, one sends a letter. Each is safe to repeat. */
export function createDunningActivities(deps: DunningDependencies) {
  const { database, clock, mailer, hint = () => {}, writeLetter = writeNoticeLetter } = deps;
  return refusingAsFailure({
    /** Refuses INVOICE_NOT_FOUND. */
    decideNextStep: async ({ invoiceId }: Readonly<{ invoiceId: string }>): Promise<Step> => {
      const step = await decideStep({ database, clock }, invoiceId);
      if (step.kind === 'place') hint();
      return step;
    },

    /**
     * `level` is what the workflow was told; the letter follows the facts at the time of writing. Refuses
     * INVOICE_NOT_FOUND; throws MailDelayed when the mail server cannot take it now.
     */
    sendNotice: async ({
      invoiceId,
    }: Readonly<{ invoiceId: string; level: number }>): Promise<NoticeOutcome> => {
      const outcome = await sendNotice({ database, clock, mailer, writeLetter }, invoiceId);
      hint();
      return outcome;
    },
  });
}
