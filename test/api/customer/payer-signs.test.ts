import { randomUUID } from 'node:crypto';
import * as customerCommands from '../../../prisma/commands/customer.js';
import type { Received } from '../../support/api-client.js';
import { openShop, type OpenShop } from '../../support/open-shop.js';
import { testContext } from '../../support/shop.js';

let open: OpenShop;

beforeAll(async () => {
  open = await openShop();
});
afterAll(() => open.close());

describe('a bank account by which a customer is recognised', () => {
  it('is added by hand, ended, and counts again when that is undone', async () => {
    const path = `/v1/customers/${warung()}/aliases`;
    const added = await send('POST', path, { account: '701-234 5678' });
    expect([added.status, added.body]).toMatchObject([
      201,
      { account: '7012345678', byHand: true, confirmations: 0, revokedAt: null },
    ]);
    const { id } = added.body as { id: string };
    expectRefused(await send('POST', path, { account: '7012345678' }), 409, {
      code: 'ALIAS_KNOWN',
      param: 'account',
    });
    expectRefused(await send('POST', `${path}/${id}/ending/undoing`), 409, {
      code: 'ALIAS_NOT_REVOKED',
    });
    const ended = await send('POST', `${path}/${id}/ending`);
    expect(ended.body).toMatchObject({ id, revokedAt: expect.any(String) as string });
    expectRefused(await send('POST', `${path}/${id}/ending`), 409, { code: 'ALIAS_REVOKED' });
    expect((await send('GET', path)).body).toMatchObject({ data: [ended.body] });
    const again = await send('POST', `${path}/${id}/ending/undoing`);
    expect(again.body).toEqual(added.body);
  });

  it('that ended counts again when a person gives it anew', async () => {
    const path = `/v1/customers/${warung()}/aliases`;
    const { body: first } = await send('POST', path, { account: '7000000001' });
    const { id } = first as { id: string };
    await send('POST', `${path}/${id}/ending`);
    expect((await send('POST', path, { account: '7000000001' })).body).toEqual(first);
  });

  it('is no account when it is too short, and not found under another customer', async () => {
    const path = `/v1/customers/${warung()}/aliases`;
    for (const account of ['1234', '---', 'X'.repeat(35)]) {
      expectRefused(await send('POST', path, { account }), 422, { code: 'ALIAS_MALFORMED' });
    }
    const { body } = await send('POST', path, { account: '7000000002' });
    const other = `/v1/customers/${hotel()}/aliases/${(body as { id: string }).id}`;
    expectRefused(await send('POST', `${other}/ending`), 404, { code: 'ALIAS_NOT_FOUND' });
    const nobody = `/v1/customers/${randomUUID()}/aliases`;
    expectRefused(await send('GET', nobody), 404, { code: 'CUSTOMER_NOT_FOUND' });
    expectRefused(await send('POST', nobody, { account: '70000' }), 404, {
      code: 'CUSTOMER_NOT_FOUND',
    });
  });

  it('leaves its history in the audit trail', async () => {
    const path = `/v1/customers/${warung()}/aliases`;
    const { body } = await send('POST', path, { account: '7000000003' });
    const { id } = body as { id: string };
    await send('POST', `${path}/${id}/ending`);
    const rows = await open.database.prisma.auditRow.findMany({
      where: { tableName: 'customer_alias', rowId: id },
      orderBy: { id: 'asc' },
    });
    expect(rows.map(({ action }) => action)).toEqual(['insert', 'update']);
  });
});

describe('a virtual account', () => {
  it('stands for one customer at a time, and for another once it has ended', async () => {
    const [ours, theirs] = [warung(), hotel()].map((id) => `/v1/customers/${id}/virtual-accounts`);
    const body = { number: '8810 0000 0000 0012', bank: 'BNC' };
    const opened = await send('POST', ours ?? '', body);
    expect([opened.status, opened.body]).toMatchObject([
      201,
      { number: '8810000000000012', bank: 'BNC', invoice: null, closedAt: null },
    ]);
    const { id } = opened.body as { id: string };
    const taken = { code: 'VIRTUAL_ACCOUNT_TAKEN', param: 'number' };
    expectRefused(await send('POST', theirs ?? '', body), 409, taken);
    expectRefused(await send('POST', ours ?? '', body), 409, taken);
    expect((await send('POST', `${ours}/${id}/ending`)).body).toMatchObject({
      closedAt: expect.any(String) as string,
    });
    expectRefused(await send('POST', `${ours}/${id}/ending`), 409, {
      code: 'VIRTUAL_ACCOUNT_CLOSED',
    });
    expect((await send('POST', theirs ?? '', body)).status).toBe(201);
    expectRefused(await send('POST', `${ours}/${id}/ending/undoing`), 409, {
      code: 'VIRTUAL_ACCOUNT_TAKEN',
    });
  });

  it('that ended stands for its customer again while its number is free', async () => {
    const path = `/v1/customers/${warung()}/virtual-accounts`;
    const opened = await send('POST', path, { number: '88100000001', bank: 'BNC' });
    const { id } = opened.body as { id: string };
    await send('POST', `${path}/${id}/ending`);
    expect((await send('POST', `${path}/${id}/ending/undoing`)).body).toEqual(opened.body);
    expectRefused(await send('POST', `${path}/${id}/ending/undoing`), 409, {
      code: 'VIRTUAL_ACCOUNT_OPEN',
    });
    expect((await send('GET', path)).body).toMatchObject({
      data: expect.arrayContaining([opened.body]) as unknown,
    });
  });

  it('is given once, however many ask for it at the same moment', async () => {
    const asked = await Promise.allSettled(
      Array.from({ length: 12 }, (_, index) =>
        open.database.call(customerCommands.openVirtualAccount, testContext(), {
          customerId: index % 2 === 0 ? warung() : hotel(),
          number: '88109999',
          bankCode: 'BNC',
          invoiceId: null,
        }),
      ),
    );
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refused = asked.flatMap((answer) =>
      answer.status === 'rejected' ? [(answer.reason as { code: string }).code] : [],
    );
    expect(refused).toEqual(Array.from({ length: 11 }, () => 'VIRTUAL_ACCOUNT_TAKEN'));
  });

  it.each(['1234567', '1'.repeat(29), '88AB0000000', '88100\u00a0x'])(
    'is no virtual account when it is %s',
    async (number) => {
      const path = `/v1/customers/${warung()}/virtual-accounts`;
      expectRefused(await send('POST', path, { number, bank: 'BNC' }), 422, {
        code: 'VIRTUAL_ACCOUNT_MALFORMED',
      });
    },
  );

  it('is no bank account of the company, and no invoice of somebody else', async () => {
    const path = `/v1/customers/${warung()}/virtual-accounts`;
    const own = { number: open.shop.bankAccountNumber, bank: 'BNC' };
    expectRefused(await send('POST', path, own), 409, { code: 'VIRTUAL_ACCOUNT_TAKEN' });
    const foreign = { number: '88107777', bank: 'BNC', invoiceId: randomUUID() };
    expectRefused(await send('POST', path, foreign), 404, {
      code: 'INVOICE_NOT_FOUND',
      param: 'invoiceId',
    });
    const nobody = `${path}/${randomUUID()}/ending`;
    expectRefused(await send('POST', nobody), 404, { code: 'VIRTUAL_ACCOUNT_NOT_FOUND' });
  });
});

function warung(): string {
  return open.shop.customers.warung.id;
}

function hotel(): string {
  return open.shop.customers.hotel.id;
}

function send(method: string, path: string, body?: unknown): Promise<Received> {
  const headers = { 'Idempotency-Key': randomUUID() };
  return open.api.send(method, path, { as: open.shop.tokens.arClerk, body, headers });
}

function expectRefused(answer: Received, status: number, problem: object): void {
  expect([answer.status, answer.body]).toMatchObject([status, problem]);
}
