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
  /** Hints that the outbox has news; lost hints cost a poll. */
  hint?: () => void;
  /** Puts a letter into words; replaced only where its absence is tested. */
  writeLetter?: NoticeDeps['writeLetter'];
}>;

export type DunningActivities = ReturnType<typeof createDunningActivities>;

/** What a receivable lives by: one decision, one letter. Each is safe to repeat. */
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
     * `level` is what the life of this invoice was told; the letter goes by what is true when it is written.
     * Refuses INVOICE_NOT_FOUND; throws MailDelayed when the mail server cannot take it now.
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
