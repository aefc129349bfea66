import { decideStep } from '../../activities/dunning/decide-step.js';
import { decideCreditNote } from '../../activities/invoice/decide-credit-note.js';
import { accountCode } from '../../domain/ledger/accounts.js';
import * as collectionCommands from '../../prisma/commands/collection.js';
import type { Command } from '../../prisma/commands/command.js';
import * as dunningCommands from '../../prisma/commands/dunning.js';
import * as invoiceCommands from '../../prisma/commands/invoice.js';
import * as paymentCommands from '../../prisma/commands/payment.js';
import * as receivableCommands from '../../prisma/commands/receivable.js';
import * as statementCommands from '../../prisma/commands/statement.js';
import { anAcceptedCase } from '../support/agency-case.js';
import { openLetter } from '../support/letters.js';
import { openOwingShop, type Owed, type OwingShop } from '../support/owing-shop.js';
import { snapshotOf } from '../support/owed-snapshot.js';
import { testContext } from '../support/shop.js';

/*
 * What is undone leaves everything as it was: what is owed and held, suggestions, disputes, requests, the level, the
 * next step and its day, and the work of people; and no letter went out in between.
 */

const DAY = '2026-07-20';
const SECOND = { actor: { kind: 'user', id: 'second', name: 'second' } } as const;
const ACCOUNTS = {
  unappliedCash: accountCode('unappliedCash'),
  receivables: accountCode('receivables'),
};

let world: OwingShop;
let owed: Owed;
/** Money on the account: one payment with suggestions for it, another that its payer has not named. */
let money: Readonly<{ suggested: string; other: string }>;

beforeEach(async () => {
  world = await openOwingShop();
  owed = await world.sell('C-0001');
  await world.sell('C-0001', 4);
  world.clock.set(`${DAY}T09:00:00+07:00`);
});
afterEach(async () => {
  await world.verify();
  await world.close();
});

type Undo = () => Promise<unknown>;

/** Each act with what undoes it; named after the command that undoes. */
const UNDONE: readonly (readonly [undo: string, act: string, () => Promise<Undo>])[] = [
  ['reverse_allocation', 'an allocation of all of it', () => allocated(450_000n)],
  ['reverse_allocation', 'an allocation of a part', () => allocated(100_000n)],
  ['reverse_settlement', 'an allocation by a person, with a deduction', () => applied()],
  ['reverse_settlement', 'a deduction alone', () => applied('deduction')],
  [
    'reverse_settlement',
    'a deduction that ended the invoice, before its payment',
    () => applied('deduction', { paid: 447_500n, fee: 2_500n }),
  ],
  ['reverse_payment', 'a payment that the bank takes back', () => bounced()],
  ['withdraw_promise', 'a promise', () => promised()],
  ['resolve_dispute', 'a dispute', () => disputed()],
  ['resolve_dispute', 'a dispute about a part', () => disputed('50000')],
  ['release_hold', 'a hold', () => held('invoice')],
  ['release_hold', 'a hold of the customer', () => held('customer')],
  ['decide_write_off', 'a request to write off', () => writtenOff()],
  ['decide_credit_note', 'a request for a credit note', () => credited()],
  ['decide_placement_request', 'a request to place', () => placedByHand()],
  ['withdraw_notice', 'a letter that is not sent yet', () => letter()],
];

/** Commands that end something without putting back what was, and why. */
const NO_UNDO: Readonly<Record<string, string>> = {
  recall_placement: 'a case that an agency had is one that came back: a person decides',
  keep_hold: 'keeps what there is',
  release_stock: 'goods, not money',
  release_statement: 'lets a bank file be booked',
  decide_repeats: 'decides what a bank line is',
  book_reversal_line: 'a bank line that reverses: it calls reverse_payment',
};

describe('the commands that undo', () => {
  it('are all tried here, or are named with the reason why not', () => {
    const rooms: readonly Readonly<Record<string, unknown>>[] = [
      collectionCommands,
      dunningCommands,
      invoiceCommands,
      paymentCommands,
      receivableCommands,
      statementCommands,
    ];
    const names = rooms
      .flatMap((room) => Object.values(room) as readonly Partial<Command>[])
      .flatMap(({ name }) => (name === undefined ? [] : [name]));
    const undoing = names.filter((name) =>
      /^(?:undo|reverse|withdraw|release|recall|resolve|decide|keep|reject|cancel)_|_reversal/.test(
        name,
      ),
    );
    const tried = new Set(UNDONE.map(([undo]) => undo));
    expect(undoing.filter((name) => !tried.has(name) && !(name in NO_UNDO))).toEqual([]);
    expect([...tried].filter((name) => !undoing.includes(name))).toEqual([]);
  });
});

describe.each([
  ['with nothing else', async () => undefined],
  ['with suggestions for it', () => offerMoney()],
  ['with a promise and a hold', () => promiseAndHold()],
  ['with everything that people wait for', () => waitForPeople()],
])('undone %s', (_with, prepare) => {
  it.each(UNDONE)('by %s: %s', async (...[, , act]) => {
    await prepare();
    await live();
    const before = await snapshotOf(world, owed);
    const undo = await act().catch(refused);
    if (undo === undefined) return;
    await live();
    await undo();
    await live();
    expect(await snapshotOf(world, owed)).toEqual(before);
  });
});

it('a promise that a deduction ended with its invoice runs again when the deduction is undone first', async () => {
  await promised('450000');
  await live();
  const before = await snapshotOf(world, owed);
  const undo = await applied('deduction', { paid: 447_500n, fee: 2_500n });
  await live();
  await undo();
  await live();
  expect(await snapshotOf(world, owed)).toEqual(before);
});

describe('undone while an agency has the case', () => {
  it.each([
    ['a direct payment', () => allocated(100_000n)],
    ['a deduction', () => applied('deduction')],
    ['a payment that bounces', () => bounced()],
    ['a dispute about a part', () => disputed('50000')],
    ['a promise', () => promised()],
    ['a request to write off', () => writtenOff()],
  ])('%s', async (_what, act) => {
    await anAcceptedCase(world, { owed });
    await live();
    const before = await snapshotOf(world, owed);
    const undo = await act();
    await live();
    await undo();
    await live();
    expect(await snapshotOf(world, owed)).toEqual(before);
  });
});

function refused(error: unknown): undefined {
  const { code } = error as { code?: string };
  if (typeof code === 'string' && /^(?:[A-Z]+_)+(?:WAITING|RUNNING|OPEN)$/.test(code)) return;
  throw error;
}

async function live(): Promise<void> {
  await decideStep({ database: world.database, clock: world.clock }, owed.invoiceId);
}

async function offerMoney(): Promise<void> {
  const { customerId } = await invoice();
  const [suggested, other] = [
    await world.receive(customerId, 450_000n),
    await world.receive(customerId, 450_000n),
  ];
  money = { suggested, other };
  await world.change(async (tx) => {
    const [item] = await tx.openItem.findMany({ where: { invoiceId: owed.invoiceId } });
    for (const paymentId of [suggested, other]) {
      await tx.payment.update({ where: { id: paymentId }, data: { state: 'suggested' } });
      await tx.paymentSuggestion.create({
        data: {
          paymentId,
          rank: 1,
          kind: 'match',
          items: [{ openItemId: item?.id, invoiceId: owed.invoiceId, amount: '450000' }],
          reasons: { amount: 'equal' },
          equation: '450000',
          createdAt: new Date(world.clock.nowMs()),
        },
      });
      const ctx = JSON.stringify(testContext(world.clock.iso()));
      const detail = JSON.stringify({ finding: 'suggest', reasons: ['amount'], suggestions: 1 });
      await tx.$queryRaw`SELECT open_unapplied_work_item(${ctx}::jsonb, ${paymentId}::uuid, ${detail}::jsonb)::text,
        refresh_unapplied_work_item(${ctx}::jsonb, ${paymentId}::uuid, 'offered')::text`;
    }
  });
}

async function promiseAndHold(): Promise<void> {
  await promised();
  await held('invoice');
}

async function waitForPeople(): Promise<void> {
  await offerMoney();
  await disputed('60000');
  await writtenOff();
  await credited();
  await placedByHand();
}

async function paymentOf(amount: bigint): Promise<string> {
  const offered = await world.database.prisma.payment.findFirst({ where: { state: 'suggested' } });
  if (offered !== null) return money.suggested;
  const { customerId } = await invoice();
  return world.receive(customerId, amount);
}

async function itemOf(): Promise<string> {
  const item = await world.database.prisma.openItem.findFirstOrThrow({
    where: { invoiceId: owed.invoiceId },
  });
  return item.id;
}

async function allocated(amount: bigint): Promise<Undo> {
  const wasThere = (await world.database.prisma.payment.count()) > 0;
  const paymentId = await paymentOf(amount);
  const { allocationIds } = await world.call(paymentCommands.allocatePayment, {
    paymentId,
    bookedOn: DAY,
    items: [{ openItemId: await itemOf(), amount: amount.toString() }],
    accounts: ACCOUNTS,
  });
  return async () => {
    await world.call(paymentCommands.reverseAllocation, {
      allocationId: allocationIds[0] ?? '',
      reversedOn: DAY,
      reason: 'wrong invoice',
    });
    if (!wasThere) await takeBack(paymentId);
  };
}

async function applied(
  undone: 'all' | 'deduction' = 'all',
  { paid, fee } = { paid: 440_000n, fee: 2_500n },
): Promise<Undo> {
  const { customerId } = await invoice();
  const paymentId = await world.receive(customerId, paid);
  const openItemId = await itemOf();
  const { allocationIds, deductionIds } = await world.call(paymentCommands.applyPayment, {
    paymentId,
    bookedOn: DAY,
    items: [{ openItemId, amount: paid.toString() }],
    deductions: [
      { openItemId, kind: 'bankFee', amount: fee.toString(), account: accountCode('bankFees') },
    ],
    accounts: ACCOUNTS,
  });
  const undo = (allocationId = '') =>
    world.call(paymentCommands.reverseSettlement, { allocationId, reversedOn: DAY, reason: 'x' });
  return async () => {
    if (undone === 'deduction') await undo(deductionIds[0]);
    await undo(allocationIds[0]);
    await takeBack(paymentId);
  };
}

async function bounced(): Promise<Undo> {
  const { customerId } = await invoice();
  const paymentId = await world.receive(customerId, 450_000n);
  await world.call(paymentCommands.allocatePayment, {
    paymentId,
    bookedOn: DAY,
    items: [{ openItemId: await itemOf(), amount: '450000' }],
    accounts: ACCOUNTS,
  });
  return () => takeBack(paymentId);
}

function takeBack(paymentId: string): Promise<unknown> {
  const undone = { paymentId, reversedOn: DAY, reason: 'bounced' };
  return world.call(paymentCommands.reversePayment, undone);
}

async function promised(amount = '200000'): Promise<Undo> {
  const { promiseId } = await world.call(receivableCommands.recordPromise, {
    invoiceId: owed.invoiceId,
    amount,
    currency: 'IDR',
    promisedOn: DAY,
    promisedFor: '2026-07-25',
    channel: 'phone',
  });
  return () => world.call(receivableCommands.withdrawPromise, { promiseId });
}

async function disputed(amount?: string): Promise<Undo> {
  const { disputeId } = await world.call(receivableCommands.openDispute, {
    invoiceId: owed.invoiceId,
    reason: 'damaged',
    ...(amount === undefined ? {} : { amount }),
  });
  return () =>
    world.call(receivableCommands.resolveDispute, { disputeId, resolution: 'for-seller' });
}

async function held(covers: 'invoice' | 'customer'): Promise<Undo> {
  const { holdId } = await world.call(receivableCommands.placeHold, {
    invoiceId: owed.invoiceId,
    covers,
    reason: 'asks for a copy',
    today: DAY,
  });
  return () => world.call(receivableCommands.releaseHold, { holdId });
}

async function writtenOff(): Promise<Undo> {
  const { writeOffId } = await world.call(receivableCommands.requestWriteOff, {
    invoiceId: owed.invoiceId,
    reason: 'gone',
  });
  const accounts = { badDebt: accountCode('badDebt'), receivables: accountCode('receivables') };
  const decided = { writeOffId, decision: 'rejected', businessDate: DAY, accounts } as const;
  return () => world.call(receivableCommands.decideWriteOff, decided, SECOND);
}

async function credited(): Promise<Undo> {
  const { creditNoteRequestId } = await world.call(invoiceCommands.requestCreditNote, {
    invoiceId: owed.invoiceId,
    amount: '90000',
    reason: 'two came open',
  });
  const ctx = { ...testContext(world.clock.iso()), ...SECOND };
  return () =>
    world.database.transaction(ctx, (tx) =>
      decideCreditNote(tx, ctx, { creditNoteRequestId, decision: 'rejected', issuedOn: DAY }),
    );
}

async function placedByHand(): Promise<Undo> {
  const { placementRequestId } = await world.call(
    collectionCommands.requestPlacement,
    { invoiceId: owed.invoiceId, obstacle: 'Reminder 1 comes first.', reason: 'moves abroad' },
    { actor: { kind: 'user', id: 'first', name: 'first' } },
  );
  const decided = { placementRequestId, decision: 'rejected', placedOn: DAY } as const;
  return () => world.call(collectionCommands.decidePlacementRequest, decided, SECOND);
}

async function letter(): Promise<Undo> {
  const about = { invoiceId: owed.invoiceId, amount: 450_000n, businessDay: DAY };
  const noticeId = await openLetter(world, { ...about, payBy: '2026-07-27' });
  return () => world.call(dunningCommands.withdrawNotice, { noticeId, reason: 'paid' });
}

function invoice() {
  return world.database.prisma.invoice.findUniqueOrThrow({ where: { id: owed.invoiceId } });
}
