import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Carrier } from '../../activities/mail/deliver-message.js';
import { createMailer, MailDelayed, type Mailer } from '../../activities/mail/send-mail.js';
import { MailStore } from '../../simulators/mailbox/store.js';
import { createLogger } from '../../platform/logger.js';
import type { Database } from '../../prisma/database.js';
import type { World } from './world.js';

/**
 * Where the letters of the past go: into the development mailbox of this installation, whatever mail server it uses
 * otherwise, because the customers are invented. There they can be read. They are written, noted and handed over as
 * every letter is; only the conversation with a mail server, a tenth of a second each, is left out.
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
