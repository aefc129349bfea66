import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Carrier } from '../../activities/mail/deliver-message.js';
import { createMailer, MailDelayed, type Mailer } from '../../activities/mail/send-mail.js';
import { MailStore } from '../../simulators/mailbox/store.js';
import { createLogger } from '../../platform/logger.js';
import type { Database } from '../../prisma/database.js';
import type { World } from './world.js';

/**
 * Delivers letters of the past into the development mailbox of this installation, even when it uses another mail
 * server, because the customers are invented. They are processed like every letter; only the SMTP session, a tenth of a
 * second each, is left out.
 */
export function openPostOffice(database: Database, home: string): World['mailerAt'] {
  const store = new MailStore(join(home, 'mailbox'));
  const logger = createLogger({ name: 'seed' });
  logger.level = 'warn';
  return (clock) =>
    patient(
      createMailer({
        database,
        clock,
        logger,
        to: { carry: intoMailbox(store) },
        from: 'piutang@example.test',
      }),
    );
}

function intoMailbox(store: MailStore): Carrier {
  return async ({ envelope, message, mayHandOver }) => {
    if (!(await mayHandOver())) return { kind: 'withdrawn' };
    const { from, to } = envelope;
    await store.add(message, { from, to: [to] });
    return { kind: 'accepted' };
  };
}

/** A letter whose handing over was interrupted is free again, or unconfirmed, after about a minute. */
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
