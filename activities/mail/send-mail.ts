import type { Logo } from '../../devices/logo/logo.js';
import type { Language } from '../../domain/money/format-money.js';
import type { Clock } from '../../platform/clock.js';
import { systemContext } from '../../platform/context.js';
import type { Logger } from '../../platform/logger.js';
import type { AnswerOf, InputOf } from '../../prisma/commands/command.js';
import * as mailCommands from '../../prisma/commands/mail.js';
import type { Database } from '../../prisma/database.js';
import { composeMessage, messageIdOf, type MailAttachment } from './compose-message.js';
import {
  deliverMessage,
  SMTP_TIMEOUTS,
  type Carrier,
  type Delivery,
  type SmtpTimeouts,
} from './deliver-message.js';
import { htmlLetter } from './html-letter.js';
import { headerText, isMailAddress } from './mail-address.js';

export type { MailAttachment } from './compose-message.js';

export type MailerDeps = Readonly<{
  /** Delivers letters: to the mail server, or into the mailbox of invented customers. */
  to: Readonly<{ smtpUrl: string }> | Readonly<{ carry: Carrier }>;
  /** Address that every letter comes from. */
  from: string;
  database: Database;
  clock: Clock;
  logger: Logger;
  timeouts?: SmtpTimeouts;
}>;

/** One letter. The same `businessKey` is the same letter, even with another content. */
export type Letter = Readonly<{
  /** Such as `invoice:{invoiceId}`. */
  businessKey: string;
  kind: string;
  /** Null when the reader has no address, which becomes work for a person. */
  to: string | null;
  /** The sender's name as the reader sees it. */
  senderName: string;
  subject: string;
  /** A secret that is kept nowhere is made with each attempt to hand the letter over. */
  text: string | (() => Promise<string>);
  /** Of the sender. With it the letter is HTML too. */
  logo?: Logo | undefined;
  attachments?: readonly MailAttachment[];
  language: Language;
  /** Undefined in letters to our own people. */
  customerId: string | undefined;
  invoiceId?: string | undefined;
  noticeId?: string | undefined;
}>;

export type MailOutcome =
  | Readonly<{ kind: 'sent' | 'already-sent'; messageId: string }>
  /** It will not arrive: no address, permanently refused, or given up. The work item `mail-undeliverable` is open. */
  | Readonly<{ kind: 'undeliverable' }>
  /** It may have arrived, so it is not sent again. The work item `mail-unconfirmed` is open. */
  | Readonly<{ kind: 'unconfirmed' }>;

export type Mailer = Readonly<{
  /**
   * Sends a letter once per business key, despite repeated calls and crashes. Do not call it inside a database
   * transaction.
   *
   * @throws MailDelayed when the mail server cannot take it now: call again later.
   */
  sendOnce: (letter: Letter) => Promise<MailOutcome>;
}>;

/** The mail server did not accept the letter for now. Holds no personal data: it reaches logs and histories. */
export class MailDelayed extends Error {
  constructor(reason: string) {
    super(`the letter could not be handed over (${reason})`);
    this.name = 'MailDelayed';
  }
}

/** About five hours, with at most 100 s between attempts; then a person is told. */
const ATTEMPTS_MAX = 200;

/** Longest kept answer of a mail server. */
const FAILURE_MAX_LENGTH = 300;

/** The longest duration of an attempt, with SMTP session and bookkeeping; until then another attempt waits. */
const LEASE_SLACK_MS = 10_000;

/** Sends letters over SMTP. `SMTP_URL` may be any server; nothing of a letter is read from disk or network. */
export function createMailer(deps: MailerDeps): Mailer {
  const timeouts = deps.timeouts ?? SMTP_TIMEOUTS;
  return {
    sendOnce: async (letter) => {
      const record = recordOf(letter, deps);
      const { state, attempts, messageId } = await record.open(timeouts.totalMs + LEASE_SLACK_MS);
      switch (state) {
        case 'sent':
          return { kind: 'already-sent', messageId };
        case 'failed':
          return { kind: 'undeliverable' };
        case 'unconfirmed':
          return { kind: 'unconfirmed' };
        case 'sending':
          throw new MailDelayed('another attempt is under way');
        case 'waiting':
          break;
      }
      const delivery = await attempt(letter, {
        deps,
        timeouts,
        messageId,
        mayHandOver: record.claim,
      });
      return conclude(delivery, { record, attempts, messageId });
    },
  };
}

type LetterRow = AnswerOf<typeof mailCommands.openLetter>;
type AttemptEnd = InputOf<typeof mailCommands.endAttempt>['state'];

type LetterRecord = Readonly<{
  open: (leaseMs: number) => Promise<LetterRow>;
  claim: () => Promise<boolean>;
  end: (state: AttemptEnd, failure?: string) => Promise<void>;
}>;

/** The steps on the row of the letter. Each is one transaction, because SMTP cannot take part in it. */
function recordOf(letter: Letter, { database, clock, from }: MailerDeps): LetterRecord {
  const { businessKey, kind, to, language, customerId, invoiceId, noticeId } = letter;
  const ctx = () => systemContext({ clock, name: 'mailer', origin: businessKey });
  return {
    open: (leaseMs) =>
      database.call(mailCommands.openLetter, ctx(), {
        businessKey,
        kind,
        language,
        customerId,
        invoiceId,
        noticeId,
        leaseMs,
        messageId: messageIdOf(businessKey, from),
        recipient: to ?? '',
        subject: headerText(letter.subject),
      }),
    claim: async () => {
      const { claimed } = await database.call(mailCommands.claimLetter, ctx(), {
        businessKey,
        recipient: to ?? '',
      });
      return claimed;
    },
    end: async (state, failure) => {
      const cut = failure?.slice(0, FAILURE_MAX_LENGTH);
      await database.call(mailCommands.endAttempt, ctx(), { businessKey, state, failure: cut });
    },
  };
}

type Attempt = Readonly<{
  deps: MailerDeps;
  timeouts: SmtpTimeouts;
  messageId: string;
  mayHandOver: () => Promise<boolean>;
}>;

async function attempt(
  letter: Letter,
  { deps, timeouts, messageId, mayHandOver }: Attempt,
): Promise<Delivery> {
  const { to } = letter;
  if (to === null || to === '') return { kind: 'refused', reason: 'there is no e-mail address' };
  if (!isMailAddress(to)) return { kind: 'refused', reason: 'this is no e-mail address' };
  const message = await composeMessage({
    messageId,
    to,
    subject: letter.subject,
    ...(await contentOf(letter)),
    from: { name: letter.senderName, address: deps.from },
    date: new Date(deps.clock.nowMs()),
  });
  const envelope = { from: deps.from, to };
  const delivery = await carrierOf(deps, timeouts)({ envelope, message, mayHandOver });
  deps.logger.info(
    { businessKey: letter.businessKey, messageId, outcome: delivery.kind },
    'letter',
  );
  return delivery;
}

async function contentOf({ text: given, senderName, logo, attachments = [] }: Letter) {
  const text = typeof given === 'string' ? given : await given();
  if (logo === undefined) return { text, attachments };
  const { html, picture } = htmlLetter(text, { senderName, png: logo.png });
  return { text, html, attachments: [picture, ...attachments] };
}

function carrierOf({ to }: MailerDeps, timeouts: SmtpTimeouts): Carrier {
  if ('carry' in to) return to.carry;
  return (letter) => deliverMessage({ ...letter, smtpUrl: to.smtpUrl, timeouts });
}

async function conclude(
  delivery: Delivery,
  {
    record,
    attempts,
    messageId,
  }: Readonly<{ record: LetterRecord; attempts: number; messageId: string }>,
): Promise<MailOutcome> {
  switch (delivery.kind) {
    case 'accepted':
      await record.end('sent');
      return { kind: 'sent', messageId };
    case 'refused':
      await record.end('failed', delivery.reason);
      return { kind: 'undeliverable' };
    case 'ambiguous':
      await record.end('unconfirmed', delivery.reason);
      return { kind: 'unconfirmed' };
    case 'withdrawn':
      throw new MailDelayed('another attempt was faster');
    case 'delayed':
      if (attempts + 1 >= ATTEMPTS_MAX) {
        await record.end('failed', `given up after ${attempts + 1} attempts: ${delivery.reason}`);
        return { kind: 'undeliverable' };
      }
      await record.end('waiting', delivery.reason);
      throw new MailDelayed(delivery.reason);
  }
}
