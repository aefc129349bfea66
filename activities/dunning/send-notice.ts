import { Temporal } from 'temporal-polyfill';
import type { Logo } from '../../devices/logo/logo.js';
import { assert } from '../../domain/assert.js';
import type { CommandContext } from '../../domain/context.js';
import type { Addressee } from '../../domain/customer/addressee.js';
import { composeNotice, type Notice } from '../../domain/dunning/compose-notice.js';
import { decideNextStep, type NextStep } from '../../domain/dunning/decide-next-step.js';
import {
  noticeGate,
  type GateDecision,
  type PlannedLine,
} from '../../domain/dunning/notice-gate.js';
import { accountCode } from '../../domain/ledger/accounts.js';
import { parseCurrency } from '../../domain/money/currency.js';
import type { Clock } from '../../platform/clock.js';
import { systemContext } from '../../platform/context.js';
import type { AnswerOf } from '../../prisma/commands/command.js';
import * as dunningCommands from '../../prisma/commands/dunning.js';
import { callIn, type Database, type Transaction } from '../../prisma/database.js';
import { logoOf } from '../company/logos.js';
import { readAddressee } from '../customer/read-addressee.js';
import type { Mailer } from '../mail/send-mail.js';
import { MATCH_POLICY } from '../matching/match-policy.js';
import type { NoticeLetter, NoticePaper } from './notice-letter.js';
import { readReceivable, type ReadReceivable } from './receivable-facts.js';

export type NoticeDeps = Readonly<{
  database: Database;
  clock: Clock;
  mailer: Mailer;
  writeLetter: (paper: NoticePaper, logo: Logo | undefined) => Promise<NoticeLetter>;
}>;

/**
 * * `sent`: the letter has left and the levels of all invoices in it have risen
 * * `undelivered`: it cannot arrive; the customer's reminders are held and a work item is open
 * * `withheld`: nothing that it would have said is still true
 * * `nothing-due`: on a second look nothing is due for a letter today
 */
export type NoticeOutcome = Readonly<{
  kind: 'sent' | 'undelivered' | 'withheld' | 'nothing-due';
  noticeId?: string;
}>;

/** Most invoices in one letter; the rest follow in the next. */
const INVOICES_MAX = 200;

/** How often one attempt composes a letter anew when a payment arrives meanwhile; then Temporal retries later. */
const COMPOSED_MAX = 3;

/**
 * Sends the letter that is due to the customer of an invoice: one per customer, currency and business day,
 * with everything that is due for a reminder in it. A letter that an earlier attempt began is finished first.
 *
 * Its content is checked once more, under locks, just before it is sent: a customer who has paid, promised or objected
 * a moment ago gets no reminder.
 *
 * @throws MailDelayed when the mail server cannot take it now
 */
export async function sendNotice(deps: NoticeDeps, invoiceId: string): Promise<NoticeOutcome> {
  for (let composed = 1; composed <= COMPOSED_MAX; composed += 1) {
    const moment = momentOf(deps.clock, invoiceId);
    const draft = await deps.database.transaction(moment.ctx, (tx) =>
      draftOf(tx, invoiceId, moment),
    );
    if (draft === undefined) return { kind: 'nothing-due' };
    const { paper, addressee } = await readPaper(deps.database, draft, moment.ctx);
    const logo = await logoOf(deps.database.prisma, paper.seller.logoId);
    const letter = await deps.writeLetter(paper, logo);
    const gate = await deps.database.transaction(moment.ctx, (tx) => lastLook(tx, draft, moment));
    if (gate === 'send') return deliver(deps, { draft, paper, addressee, letter });
    if (gate === 'withhold') return { kind: 'withheld', noticeId: draft.noticeId };
  }
  throw new Error(`the letter about ${invoiceId} was overtaken ${COMPOSED_MAX} times`);
}

/** The moment when the letter was begun decides what is due, however long writing takes. */
type Moment = Readonly<{ now: Temporal.Instant; ctx: CommandContext; invoiceId: string }>;

function momentOf(clock: Clock, invoiceId: string): Moment {
  const now = clock.now();
  const system = systemContext({ clock, name: 'notices', origin: `receivable:${invoiceId}` });
  return { now, ctx: { ...system, at: now.toString() }, invoiceId };
}

type Draft = Readonly<{ noticeId: string; businessDay: string; level: number }>;

type Locked = AnswerOf<typeof dunningCommands.lockForNotice>;

function lock(tx: Transaction, { ctx, invoiceId }: Moment): Promise<Locked> {
  return callIn(tx, dunningCommands.lockForNotice, [ctx, { invoiceId, invoicesMax: INVOICES_MAX }]);
}

async function readPaper(
  database: Database,
  { noticeId }: Draft,
  ctx: CommandContext,
): Promise<Readonly<{ paper: NoticePaper; addressee: Addressee }>> {
  const { prisma } = database;
  const where = { id: noticeId };
  const select = { customerId: true };
  const { customerId } = await prisma.dunningNotice.findUniqueOrThrow({ where, select });
  const addressee = await readAddressee(prisma, { customerId, kind: 'reminder' });
  const { language } = addressee;
  const paper = await database.call(dunningCommands.noticePaper, ctx, { noticeId, language });
  assert(paper !== null, `the letter ${noticeId} was written down a moment ago`);
  return { paper, addressee };
}

/** A letter that an earlier attempt began, or a new one with all that is due. */
async function draftOf(
  tx: Transaction,
  invoiceId: string,
  moment: Moment,
): Promise<Draft | undefined> {
  const { facts, notice } = await lock(tx, moment);
  if (notice !== null) return notice;
  const reads = facts.map((row) => readReceivable(row, moment.now));
  const asked = reads.find(({ row }) => row.invoiceId === invoiceId);
  const composed = asked === undefined ? undefined : compose(asked, reads);
  if (asked === undefined || composed === undefined) return undefined;
  const draft = { businessDay: asked.moment.today.toString(), level: composed.level };
  const { noticeId } = await callIn(tx, dunningCommands.openNotice, [
    moment.ctx,
    {
      ...draft,
      customerId: composed.customerId,
      currency: composed.currency,
      total: composed.total.toString(),
      lines: composed.lines.map(lineOf),
    },
  ]);
  return { ...draft, noticeId };
}

function lineOf(line: Notice['lines'][number]) {
  const { invoiceId, level, openAmount, heldAmount, asideAmount, payBy, follows } = line;
  return {
    invoiceId,
    level,
    openAmount: openAmount.toString(),
    heldAmount: heldAmount.toString(),
    asideAmount: asideAmount.toString(),
    payBy: payBy.toString(),
    follows,
    remindedOn: line.remindedOn?.toString() ?? null,
  };
}

function compose(asked: ReadReceivable, reads: readonly ReadReceivable[]): Notice | undefined {
  const { row, facts, policy, moment, currency } = asked;
  const decision = composeNotice(
    {
      customerId: row.customerId,
      lastNoticeOn: facts.customerLastNoticeOn,
      minDays: policy.customerMinDays,
    },
    reads.map((read) => ({
      invoiceId: read.row.invoiceId,
      invoiceNumber: read.row.number,
      currency: read.currency,
      step: stepOf(read),
    })),
    moment.today,
  );
  if (decision.kind !== 'notices') return undefined;
  return decision.notices.find((notice) => notice.currency === currency);
}

function stepOf({ facts, policy, moment }: ReadReceivable): NextStep {
  return decideNextStep(facts, policy, moment);
}

/**
 * The last check before sending. A letter that may already be on its way is not checked again, only
 * concluded.
 */
async function lastLook(
  tx: Transaction,
  { noticeId }: Draft,
  moment: Moment,
): Promise<GateDecision['kind']> {
  const { facts, notice } = await lock(tx, moment);
  if (notice === null || notice.noticeId !== noticeId) return 'compose-again';
  if (notice.mailState !== null && notice.mailState !== 'waiting') return 'send';
  const planned = notice.lines.map((line): PlannedLine => ({
    ...line,
    openAmount: BigInt(line.openAmount),
    heldAmount: BigInt(line.heldAmount),
    asideAmount: BigInt(line.asideAmount),
    payBy: Temporal.PlainDate.from(line.payBy),
  }));
  const current = facts.map((row) => ({
    invoiceId: row.invoiceId,
    step: stepOf(readReceivable(row, moment.now)),
  }));
  const gate = noticeGate(planned, current);
  if (gate.kind === 'send') return 'send';
  const reason = gate.changed
    .map(({ invoiceId, because }) => `${invoiceId}: ${because}`)
    .join(', ');
  await callIn(tx, dunningCommands.withdrawNotice, [moment.ctx, { noticeId, reason }]);
  return gate.kind;
}

function knownFeesIn(currency: string): string[] {
  const fees = MATCH_POLICY.knownFees[parseCurrency(currency.trim())] ?? [];
  return fees.map((fee) => fee.toString());
}

type Ready = Readonly<{
  draft: Draft;
  paper: NoticePaper;
  addressee: Addressee;
  letter: NoticeLetter;
}>;

async function deliver(
  { database, clock, mailer }: NoticeDeps,
  { draft, paper, addressee, letter }: Ready,
): Promise<NoticeOutcome> {
  const { customer, seller, currency } = paper;
  const { noticeId, businessDay, level } = draft;
  const businessKey = `reminder:${customer.customerId}:${businessDay}:${level}:${currency.trim()}`;
  const mail = await mailer.sendOnce({
    businessKey,
    kind: 'reminder',
    to: addressee.address,
    senderName: seller.name,
    customerId: customer.customerId,
    noticeId,
    ...letter,
  });
  const isSent = mail.kind === 'sent' || mail.kind === 'already-sent';
  await database.call(
    dunningCommands.closeNotice,
    systemContext({ clock, name: 'notices', origin: businessKey }),
    {
      noticeId,
      outcome: isSent ? 'sent' : 'failed',
      ...(isSent ? {} : { failure: mail.kind }),
      knownFees: knownFeesIn(currency),
      accounts: {
        receivables: accountCode('receivables'),
        dunningFees: accountCode('dunningFees'),
      },
    },
  );
  return { kind: isSent ? 'sent' : 'undelivered', noticeId };
}
