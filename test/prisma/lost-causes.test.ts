import { creditInvoice } from '../../activities/invoice/issue-credit-note.js';
import { reportEvent } from '../../activities/collection/report-event.js';
import { decideCreditNote } from '../../activities/invoice/decide-credit-note.js';
import { accountCode } from '../../domain/ledger/accounts.js';
import { money } from '../../domain/money/money.js';
import * as collectionCommands from '../../prisma/commands/collection.js';
import * as invoiceCommands from '../../prisma/commands/invoice.js';
import * as paymentCommands from '../../prisma/commands/payment.js';
import * as receivableCommands from '../../prisma/commands/receivable.js';
import { callIn } from '../../prisma/database.js';
import { atOnce } from '../support/at-once.js';
import { verifyAfterEach } from '../support/books.js';
import { openOwingShop, type Owed, type OwingShop } from '../support/owing-shop.js';
import { testContext } from '../support/shop.js';
import { placementIdOf } from '../support/placement-id-of.js';

const TODAY = '2026-07-01';

let world: OwingShop;

beforeAll(async () => {
  world = await openOwingShop();
});
afterAll(() => world.close());
verifyAfterEach(() => ({ database: world.database, at: world.clock.iso() }));

describe('an invoice that is paid in full', () => {
  it('takes with it what had only been asked because of it: dispute, write-off, credit note', async () => {
    const owed = await world.sell('C-0002', 40);
    const { disputeId, writeOffId, creditNoteRequestId } = await askEverything(owed);
    expect(await openWork(disputeId, writeOffId, creditNoteRequestId)).toBe(3);
    await world.pay(owed.invoiceId, owed.amount - 1n);
    expect(await openWork(disputeId, writeOffId, creditNoteRequestId)).toBe(3);
    await world.pay(owed.invoiceId, 1n);

    expect(await disputeOf(disputeId)).toMatchObject({
      state: 'resolved',
      resolution: 'for-seller',
      resolvedBy: 'test',
      creditNoteId: null,
    });
    expect(await writeOffOf(writeOffId)).toMatchObject({ state: 'lapsed', decidedBy: 'test' });
    expect(await requestOf(creditNoteRequestId)).toMatchObject({ state: 'lapsed' });
    expect(await openWork(disputeId, writeOffId, creditNoteRequestId)).toBe(0);
    expect(await eventsOf(owed)).toEqual(
      expect.arrayContaining([
        ['dispute-resolved', { resolution: 'for-seller', settledBy: 'payment' }],
        ['write-off-lapsed', { settledBy: 'payment' }],
        ['credit-note-lapsed', { settledBy: 'payment' }],
      ]),
    );
    const audited = await world.database.prisma.auditRow.findMany({
      where: { rowId: { in: [disputeId, writeOffId, creditNoteRequestId] }, action: 'update' },
    });
    expect(
      audited.map(({ tableName }) => tableName).toSorted((a, b) => a.localeCompare(b)),
    ).toEqual(['credit_note_request', 'dispute', 'write_off']);
  });

  it('leaves nothing to decide: approving or rejecting what has lapsed is refused by name', async () => {
    const owed = await world.sell('C-0002', 40);
    const { disputeId, writeOffId, creditNoteRequestId } = await askEverything(owed);
    await world.pay(owed.invoiceId, owed.amount);
    for (const decision of ['approved', 'rejected'] as const) {
      await expect(decideWriteOff(writeOffId, decision)).rejects.toMatchObject({
        code: 'WRITE_OFF_DECIDED',
      });
      await expect(decideNote(creditNoteRequestId, decision)).rejects.toMatchObject({
        code: 'CREDIT_NOTE_DECIDED',
      });
    }
    await expect(
      world.call(receivableCommands.resolveDispute, { disputeId, resolution: 'for-seller' }),
    ).rejects.toMatchObject({ code: 'DISPUTE_RESOLVED' });
  });

  it('is no disputed money in the report of collections any more', async () => {
    const api = await world.api();
    const disputed = async () => {
      const { body } = await api.send('GET', `/v1/reports/collections?asOf=${TODAY}`, {
        as: world.shop.tokens.auditor,
      });
      return (body as { disputes: { open: number; openAmount: object } }).disputes;
    };
    const before = await disputed();
    const owed = await world.sell('C-0001');
    await world.call(receivableCommands.openDispute, {
      invoiceId: owed.invoiceId,
      reason: 'damaged',
    });
    await world.pay(owed.invoiceId, owed.amount);
    const { open, openAmount } = await disputed();
    expect({ open, openAmount }).toEqual({ open: before.open, openAmount: before.openAmount });
    await api.close();
  });

  it('comes back when the payment is undone, and waits for the same persons', async () => {
    const owed = await world.sell('C-0002', 40);
    const { disputeId, writeOffId, creditNoteRequestId } = await askEverything(owed);
    await world.pay(owed.invoiceId, owed.amount);
    const { id: allocationId } = await world.database.prisma.allocation.findFirstOrThrow({
      where: { reversedAt: null, openItem: { invoiceId: owed.invoiceId } },
    });
    await world.call(paymentCommands.reverseSettlement, {
      allocationId,
      reversedOn: TODAY,
      reason: 'bounced',
    });
    expect(await disputeOf(disputeId)).toMatchObject({ state: 'open', resolution: null });
    expect(await writeOffOf(writeOffId)).toMatchObject({ state: 'requested', decidedBy: null });
    expect(await openWork(disputeId, writeOffId, creditNoteRequestId)).toBe(3);
    await decideNote(creditNoteRequestId, 'rejected');
    await decideWriteOff(writeOffId, 'approved');
  });

  it('by an agency ends them too', async () => {
    const owed = await world.sell('C-0001');
    const placementId = placementIdOf(
      await world.call(collectionCommands.createPlacement, {
        invoiceId: owed.invoiceId,
        placedOn: TODAY,
      }),
    );
    const { writeOffId } = await askToWriteOff(owed);
    const { agencyId } = await world.database.prisma.placement.findUniqueOrThrow({
      where: { id: placementId },
    });
    const partner = { ctx: testContext(world.clock.iso()), agencyId };
    await world.database.partnerTransaction(partner, async (tx) => {
      await callIn(tx, collectionCommands.acknowledgePlacement, [
        partner.ctx,
        { placementId, accepted: true },
      ]);
      await reportEvent(tx, partner.ctx, {
        placementId,
        sequence: 1,
        type: 'payment',
        occurredAt: world.clock.iso(),
        content: '{}',
        amount: money(owed.amount, 'IDR'),
        promisedFor: undefined,
        reason: undefined,
      });
    });
    expect(await writeOffOf(writeOffId)).toMatchObject({ state: 'lapsed' });
  });
});

describe('an invoice that is credited in full', () => {
  it('is settled for the customer: its disputes name the credit note, its write-off lapses', async () => {
    const owed = await world.sell('C-0001');
    const { disputeId } = await dispute(owed);
    const { writeOffId } = await askToWriteOff(owed);
    const credited = await world.change((tx) =>
      creditInvoice(tx, testContext(world.clock.iso()), {
        invoiceId: owed.invoiceId,
        amount: money(owed.amount, 'IDR'),
        reason: 'Retur',
        issuedOn: TODAY,
      }),
    );
    expect(credited.kind).toBe('issued');
    expect(await disputeOf(disputeId)).toMatchObject({
      state: 'resolved',
      resolution: 'for-customer',
      creditNoteId: 'creditNoteId' in credited ? credited.creditNoteId : undefined,
    });
    expect(await writeOffOf(writeOffId)).toMatchObject({ state: 'lapsed' });
    expect(await openWork(disputeId, writeOffId)).toBe(0);
  });

  it('by two stays approved, and settles the dispute that it names once', async () => {
    const owed = await world.sell('C-0002', 40);
    const { disputeId } = await dispute(owed);
    const { creditNoteRequestId } = await askForCredit(owed, disputeId);
    const { creditNoteId } = await decideNote(creditNoteRequestId, 'approved');
    expect(await requestOf(creditNoteRequestId)).toMatchObject({
      state: 'approved',
      decidedBy: world.shop.users.owner.id,
    });
    expect(await disputeOf(disputeId)).toMatchObject({ resolution: 'for-customer', creditNoteId });
    const resolved = (await eventsOf(owed)).filter(([kind]) => kind === 'dispute-resolved');
    expect(resolved).toEqual([['dispute-resolved', { resolution: 'for-customer' }]]);
  });
});

describe('an invoice that is written off', () => {
  it('keeps its own request approved, and ends the dispute and the credit note that was asked for', async () => {
    const owed = await world.sell('C-0002', 40);
    const { disputeId, writeOffId, creditNoteRequestId } = await askEverything(owed);
    await decideWriteOff(writeOffId, 'approved');
    expect(await writeOffOf(writeOffId)).toMatchObject({
      state: 'approved',
      decidedBy: world.shop.users.owner.id,
    });
    expect(await disputeOf(disputeId)).toMatchObject({
      state: 'resolved',
      resolution: 'for-seller',
    });
    expect(await requestOf(creditNoteRequestId)).toMatchObject({ state: 'lapsed' });
    expect(await openWork(disputeId, writeOffId, creditNoteRequestId)).toBe(0);
  });
});

describe('a request', () => {
  it('that is decided while the invoice is paid waits in no circle: one of the two is first', async () => {
    const owed = await Promise.all(Array.from({ length: 12 }, () => world.sell('C-0002', 1)));
    const asked = await Promise.all(owed.map((one) => askToWriteOff(one)));
    const work = owed.flatMap(({ invoiceId, amount }, index) => [
      () => world.pay(invoiceId, amount),
      () => decideWriteOff(asked[index]?.writeOffId ?? '', 'approved'),
    ]);
    const ends = await atOnce<() => Promise<unknown>>(12, work, (one) => one());
    for (let i = 0; i < ends.length; i += 2) {
      expect([
        ['done', 'WRITE_OFF_DECIDED'],
        ['ALLOCATION_EXCEEDS_OPEN', 'done'],
        ['nothing is open', 'done'],
      ]).toContainEqual([ends[i], ends[i + 1]]);
    }
  });

  it('does not lapse by raw SQL without somebody who stands for it', async () => {
    const owed = await world.sell('C-0001');
    const { writeOffId } = await askToWriteOff(owed);
    await expect(
      world.change(
        (tx) =>
          tx.$executeRaw`UPDATE write_off SET state = 'lapsed' WHERE id = ${writeOffId}::uuid`,
      ),
    ).rejects.toThrow(/write_off_second_person/);
  });
});

async function askEverything(owed: Owed) {
  return {
    ...(await dispute(owed)),
    ...(await askToWriteOff(owed)),
    ...(await askForCredit(owed)),
  };
}

function dispute({ invoiceId }: Owed): Promise<{ disputeId: string }> {
  return world.call(receivableCommands.openDispute, { invoiceId, reason: 'damaged' });
}

function askToWriteOff({ invoiceId }: Owed): Promise<{ writeOffId: string }> {
  return world.call(receivableCommands.requestWriteOff, { invoiceId, reason: 'gone' });
}

/** All of it: above what one person alone may credit. */
function askForCredit(
  { invoiceId, amount }: Owed,
  disputeId?: string,
): Promise<{ creditNoteRequestId: string }> {
  const asked = { invoiceId, amount: amount.toString(), reason: 'Retur', disputeId };
  return world.call(invoiceCommands.requestCreditNote, asked);
}

function decideWriteOff(writeOffId: string, decision: 'approved' | 'rejected'): Promise<unknown> {
  const accounts = { badDebt: accountCode('badDebt'), receivables: accountCode('receivables') };
  const decided = { writeOffId, decision, businessDate: TODAY, accounts };
  return world.call(receivableCommands.decideWriteOff, decided, second());
}

function decideNote(creditNoteRequestId: string, decision: 'approved' | 'rejected') {
  const ctx = { ...testContext(world.clock.iso()), ...second() };
  return world.database.transaction(ctx, (tx) =>
    decideCreditNote(tx, ctx, { creditNoteRequestId, decision, issuedOn: TODAY }),
  );
}

function disputeOf(id: string) {
  return world.database.prisma.dispute.findUniqueOrThrow({ where: { id } });
}

function writeOffOf(id: string) {
  return world.database.prisma.writeOff.findUniqueOrThrow({ where: { id } });
}

function requestOf(id: string) {
  return world.database.prisma.creditNoteRequest.findUniqueOrThrow({ where: { id } });
}

function openWork(...subjects: string[]): Promise<number> {
  return world.database.prisma.workItem.count({
    where: { subjectId: { in: subjects }, state: 'open' },
  });
}

async function eventsOf({ saleId }: Owed): Promise<(readonly [string, unknown])[]> {
  const events = await world.database.prisma.lifecycleEvent.findMany({ where: { saleId } });
  return events.map(({ kind, detail }) => [kind, detail] as const);
}

function second() {
  return { actor: { kind: 'user', id: world.shop.users.owner.id, name: 'second' } } as const;
}
