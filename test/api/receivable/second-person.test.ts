import { randomUUID } from 'node:crypto';
import type { Role } from '../../../contract/roles.js';
import { accountCode } from '../../../domain/ledger/accounts.js';
import * as receivableCommands from '../../../prisma/commands/receivable.js';
import type { Received } from '../../support/api-client.js';
import { damage } from '../../support/books.js';
import { testContext } from '../../support/shop.js';
import { createKey } from '../../support/shop/people.js';
import { useOwingApi } from '../../support/owing-api.js';

const { world, api, owed } = useOwingApi();

describe('what needs two persons', () => {
  it('is not done by one under two keys', async () => {
    const { id: userId } = world.shop.users.arManager;
    const otherKey = await keyOf({ role: 'arManager', label: 'the second key', userId });
    const asked = await requestWriteOff(world.shop.tokens.arManager);
    expect(await approve(asked, otherKey)).toMatchObject({
      status: 422,
      body: { code: 'SECOND_PERSON_REQUIRED' },
    });
  });

  it('is not done by a key with another role than its person has', async () => {
    const { id: userId } = world.shop.users.arClerk;
    const otherKey = await keyOf({ role: 'arClerk', label: 'of another role', userId });
    // No command and no process can do this (keep_role_of_person).
    await damage(
      world.books,
      `UPDATE api_key SET role = 'arManager' WHERE label = 'of another role'`,
    );
    const asked = await requestWriteOff(world.shop.tokens.arClerk);
    expect(await approve(asked, otherKey)).toMatchObject({ status: 401 });
  });

  it('is not done by one with a key and a session', async () => {
    const { email, password } = world.shop.users.arManager;
    const session = await api.send('POST', '/v1/session', { body: { email, password } });
    const asked = await requestWriteOff(world.shop.tokens.arManager);
    const cookie = (session.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const { csrfToken } = session.body as { csrfToken: string };
    const answer = await api.send('POST', `/v1/write-offs/${idOf(asked)}/approval`, {
      body: { decision: 'approved' },
      headers: { cookie, 'x-csrf-token': csrfToken, 'idempotency-key': randomUUID() },
    });
    expect(answer).toMatchObject({ status: 422, body: { code: 'SECOND_PERSON_REQUIRED' } });
  });

  it.each([
    ['asked for', (key: string) => requestWriteOff(key)],
    ['agreed to', async (key: string) => approve(await requestWriteOff(clerk()), key)],
  ])('is not %s with a key that belongs to nobody', async (_what, act) => {
    const key = await keyOf({ role: 'arManager', label: 'nobody in particular' });
    expect(await act(key)).toMatchObject({ status: 403, body: { code: 'PERSON_REQUIRED' } });
  });

  it('is done by the second person, and both are named in the story of the sale', async () => {
    const asked = await requestWriteOff(clerk());
    const decided = await approve(asked, world.shop.tokens.creditController);
    expect(decided).toMatchObject({ status: 200, body: { state: 'approved' } });
    const request = await world.database.prisma.writeOff.findUniqueOrThrow({
      where: { id: idOf(asked) },
    });
    expect(request).toMatchObject({
      requestedBy: world.shop.users.arClerk.id,
      decidedBy: world.shop.users.creditController.id,
    });
  });
});

describe('the books behind the door', () => {
  it('take no approval from a machine', async () => {
    const asked = await requestWriteOff(clerk());
    const approving = world.call(receivableCommands.decideWriteOff, {
      writeOffId: idOf(asked),
      decision: 'approved',
      businessDate: '2026-07-01',
      accounts: { badDebt: accountCode('badDebt'), receivables: accountCode('receivables') },
    });
    await expect(approving).rejects.toMatchObject({ code: 'PERSON_REQUIRED' });
  });
});

function clerk(): string {
  return world.shop.tokens.arClerk;
}

function keyOf(owner: { role: Role; label: string; userId?: string }): Promise<string> {
  return world.database.transaction(testContext(), (tx) => createKey(tx, owner, new Date()));
}

function requestWriteOff(as: string): Promise<Received> {
  return api.send('POST', `/v1/invoices/${owed.invoiceId}/write-offs`, {
    as,
    body: { reason: 'closed for good' },
    headers: { 'idempotency-key': randomUUID() },
  });
}

function approve(asked: Received, as: string): Promise<Received> {
  return api.send('POST', `/v1/write-offs/${idOf(asked)}/approval`, {
    as,
    body: { decision: 'approved' },
    headers: { 'idempotency-key': randomUUID() },
  });
}

function idOf({ body }: Received): string {
  return (body as { id: string }).id;
}
