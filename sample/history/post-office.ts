import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createMailer, MailDelayed, type Mailer } from '../../activities/mail/send-mail.js';
import { startMailServer } from '../../simulators/mailbox/smtp.js';
import { MailStore } from '../../simulators/mailbox/store.js';
import { createLogger } from '../../platform/logger.js';
import type { Database } from '../../prisma/database.js';
import type { World } from './world.js';

export type PostOffice = Pick<World, 'mailerAt'> & Readonly<{ close: () => Promise<void> }>;

/**
 * Where the letters of the past go: over SMTP into the development mailbox of this installation, whatever
 * mail server it uses otherwise, because the customers are invented. There they can be read.
 */
export async function openPostOffice(database: Database, home: string): Promise<PostOffice> {
  const server = await startMailServer(new MailStore(join(home, 'mailbox')), 0);
  const logger = createLogger({ name: 'seed' });
  logger.level = 'warn';
  return {
    mailerAt: (clock) =>
      patient(
        createMailer({
          database,
          clock,
          logger,
          smtpUrl: `smtp://127.0.0.1:${server.port}`,
          from: 'piutang@example.test',
        }),
      ),
    close: () => server.close(),
  };
}

/** A letter that an interruption left half handed over is free again, or in doubt, after about a minute. */
const ATTEMPTS_MAX = 60;
const PAUSE_MS = 2_000;

function patient(mailer: Mailer): Mailer {
  return {
    sendOnce: async (letter) => {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await mailer.sendOnce(letter);
        } catch (error) {
          if (!(error instanceof MailDelayed) || attempt >= ATTEMPTS_MAX) throw error;
          await sleep(PAUSE_MS);
        }
      }
    },
  };
}
