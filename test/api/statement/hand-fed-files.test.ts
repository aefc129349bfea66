import { randomUUID } from 'node:crypto';
import { agreedByTwo } from '../../../sample/agreed-by-two.js';
import { useCashApi } from '../../support/cash-api.js';
import { testContext } from '../../support/shop.js';

const { world, api } = useCashApi();

type Role = 'arClerk' | 'arManager' | 'creditController' | 'integration';

/** The limit of an account that says nothing else. */
const LIMIT = 10_000_000n;

describe('a bank file that a person hands in', () => {
  it('is booked at once up to the limit of the account, and shows who handed it in', async () => {
    const id = await handIn(world.statement([{ amount: LIMIT - 1n }]), 'creditController');
    expect(await carry(id)).toMatchObject({ kind: 'read' });
    expect(await see(id)).toMatchObject({
      status: 'booked',
      cameIn: { source: 'hand', handedInBy: [person('creditController')], release: null },
      lines: [
        {
          cameIn: { source: 'hand', handedInBy: [person('creditController')], release: null },
        },
      ],
    });
  });

  it('waits above it: nothing is stored or booked, and a second person releases it', async () => {
    const id = await handIn(world.statement([{ amount: LIMIT + 1n, text: 'Besar' }]), 'arClerk');
    expect(await carry(id)).toEqual({ kind: 'awaiting-release' });
    expect(await see(id)).toMatchObject({ status: 'awaiting-release', lines: [], lineCount: 0 });
    expect(await workOf(id)).toMatchObject([
      {
        kind: 'bank-statement-awaiting-release',
        detail: {
          handedInBy: person('arClerk').name,
          accounts: [{ credits: 1, takenBack: 0, total: String(LIMIT + 1n), currency: 'IDR' }],
          largest: [{ amount: String(LIMIT + 1n), text: 'Besar' }],
        },
      },
    ]);
    expect(await decide(id, 'arClerk')).toMatchObject({
      status: 422,
      body: { code: 'SECOND_PERSON_REQUIRED' },
    });
    expect(await decide(id, 'integration')).toMatchObject({ status: 403 });

    const released = await decide(id, 'arManager');
    expect(released).toMatchObject({ status: 200, body: { id, status: 'received' } });
    const { workflow } = released.body as { workflow: { workflowId: string } };
    await world.database.prisma.workflowStart.findUniqueOrThrow({
      where: { workflowId: workflow.workflowId },
    });
    expect(await carry(id)).toMatchObject({ kind: 'read', lines: 1 });
    const cameIn = {
      source: 'hand',
      handedInBy: [person('arClerk')],
      release: { decision: 'released', by: person('arManager').name, reason: 'compared' },
    };
    expect(await see(id)).toMatchObject({ status: 'booked', cameIn, lines: [{ cameIn }] });
    expect(await workOf(id)).toEqual([]);
    expect(await decide(id, 'creditController')).toMatchObject({
      status: 409,
      body: { code: 'STATEMENT_NOT_WAITING' },
    });
  });

  it('cannot be cut into small ones', async () => {
    const first = await handIn(world.statement([{ amount: LIMIT - 5n }]), 'arManager');
    expect(await carry(first)).toMatchObject({ kind: 'read' });
    const second = await handIn(world.statement([{ amount: 6n }]), 'arManager');
    expect(await carry(second)).toEqual({ kind: 'awaiting-release' });
    expect(await decide(second, 'creditController')).toMatchObject({ status: 200 });
    expect(await carry(second)).toMatchObject({ kind: 'read' });
  });

  it('waits above it also when it takes back: a reversal opens again what was paid', async () => {
    const amount = LIMIT * 2n;
    const bankReference = 'FT-REVERSED-1';
    const fed = await handIn(world.statement([{ amount, bankReference }]), 'integration');
    expect(await carry(fed)).toMatchObject({ kind: 'read' });
    const back = world.statement([{ amount: -amount, bankReference, isReversal: true }]);
    const id = await handIn(back, 'creditController');
    expect(await carry(id)).toEqual({ kind: 'awaiting-release' });
    expect(await workOf(id)).toMatchObject([
      { detail: { accounts: [{ credits: 0, takenBack: 1, total: String(amount) }] } },
    ]);
    const stands = { where: { amount, state: 'reversed' } };
    expect(await world.database.prisma.payment.count(stands)).toBe(0);
    expect(await decide(id, 'arManager')).toMatchObject({ status: 200 });
    expect(await carry(id)).toMatchObject({ kind: 'read' });
    expect(await world.database.prisma.payment.count(stands)).toBe(1);
  });

  it('is booked no earlier because another person hands in the same bytes once it was rejected', async () => {
    const file = world.statement([{ amount: LIMIT * 2n }]);
    const id = await handIn(file, 'arClerk');
    await carry(id);
    expect(await decide(id, 'creditController', 'rejected')).toMatchObject({
      status: 200,
      body: { status: 'refused' },
    });
    expect(await see(id)).toMatchObject({
      status: 'refused',
      refusal: { code: 'STATEMENT_REJECTED', detail: 'compared' },
      lines: [],
    });
    expect(await handIn(file, 'creditController')).toBe(id);
    expect(await carry(id)).toEqual({ kind: 'awaiting-release' });
    for (const role of ['arClerk', 'creditController'] as const) {
      expect(await decide(id, role)).toMatchObject({
        status: 422,
        body: { code: 'SECOND_PERSON_REQUIRED' },
      });
    }
    expect(await decide(id, 'arManager')).toMatchObject({ status: 200 });
    expect(await carry(id)).toMatchObject({ kind: 'read' });
  });

  it('is released by the same bytes from a feed, which no limit bounds', async () => {
    const file = world.statement([{ amount: LIMIT * 3n }]);
    const id = await handIn(file, 'arClerk');
    await carry(id);
    expect(await handIn(file, 'arClerk')).toBe(id);
    expect(await see(id)).toMatchObject({ status: 'awaiting-release' });
    expect(await handIn(file, 'integration')).toBe(id);
    expect(await carry(id)).toMatchObject({ kind: 'read' });
    expect(await see(id)).toMatchObject({
      status: 'booked',
      earlierRefusals: [],
      lines: [{ cameIn: { source: 'feed', handedInBy: [person('arClerk')], release: null } }],
    });
    expect(await workOf(id)).toEqual([]);
  });

  it('is not bounded where the account has no limit', async () => {
    const ctx = testContext(world.clock.iso());
    await world.database.transaction(ctx, async (tx) => {
      const { approvalLimits } = await agreedByTwo(tx, ctx);
      await approvalLimits({
        creditNote: { amount: '1000000', currency: 'IDR' },
        handFedFiles: [{ bankAccountId: world.shop.bankAccountId, limit: null }],
        reason: 'test',
      });
    });
    const id = await handIn(world.statement([{ amount: LIMIT * 4n }]), 'arClerk');
    expect(await carry(id)).toMatchObject({ kind: 'read' });
  });
});

async function handIn(content: Uint8Array, role: Role): Promise<string> {
  const answer = await api.send('POST', '/v1/bank-statements', {
    as: world.shop.tokens[role],
    content: new Uint8Array(content),
  });
  expect(answer.status).toBe(202);
  return (answer.body as { id: string }).id;
}

async function carry(statementId: string) {
  const reading = await world.activities.readBankStatement({ statementId });
  if (reading.kind === 'read') await world.activities.matchStatement({ statementId });
  return reading;
}

function decide(id: string, role: Role, decision = 'released') {
  return api.send('POST', `/v1/bank-statements/${id}/release`, {
    as: world.shop.tokens[role],
    body: { decision, reason: 'compared' },
    headers: { 'idempotency-key': randomUUID() },
  });
}

async function see(id: string) {
  const as = world.shop.tokens.auditor;
  return (await api.send('GET', `/v1/bank-statements/${id}`, { as })).body;
}

async function workOf(id: string) {
  const path = '/v1/work-queue?kind=bank-statement-awaiting-release';
  const { body } = await api.send('GET', path, { as: world.shop.tokens.auditor });
  const { data } = body as { data: { subject: { id: string } }[] };
  return data.filter(({ subject }) => subject.id === id);
}

function person(role: Exclude<Role, 'integration'>) {
  return { id: world.shop.users[role].id, name: `Staf ${role}` };
}
