import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { aSaleOnAccount, rupiah } from '../../support/a-sale.js';
import { aCase } from '../../support/agency-case.js';
import type { TestApi } from '../../support/api-client.js';
import { office, type Office } from '../../support/office.js';
import { openOwingShop, type OwingShop } from '../../support/owing-shop.js';

let world: OwingShop;
let api: TestApi;
let manager: Office;
let clerk: Office;

beforeAll(async () => {
  world = await openOwingShop();
  api = await world.api();
  manager = office(api, world.shop.tokens.arManager);
  clerk = office(api, world.shop.tokens.arClerk);
});
afterAll(async () => {
  await world.verify();
  await api.close();
  await world.close();
});

describe('two customers that are one', () => {
  it('owe together under one credit line, and are two again with all that they had', async () => {
    const { warung, blocked } = world.shop.customers;
    await world.sell(warung.number, 1);
    await world.sell(blocked.number, 2);
    await giveSigns(blocked.id);
    const before = await everything();

    const [status, merge] = await mergeOf(warung.id, blocked.id);
    expect([status, merge]).toMatchObject([
      201,
      {
        kept: { number: 'C-0001' },
        merged: { number: 'C-0003' },
        moved: { contacts: 1, payers: 1, virtualAccounts: 1 },
        undone: null,
        cameAfter: { sales: 0, payments: 0 },
      },
    ]);
    expect(await clerk(`GET /v1/customers/${warung.id}/credit`)).toMatchObject([
      200,
      { exposure: { total: rupiah(135_000) }, reasons: [] },
    ]);
    const [, statement] = await clerk(`GET /v1/customers/${warung.id}/statement`);
    expect(statement).toMatchObject({ totals: [{ open: rupiah(135_000) }] });
    expect((statement as { items: unknown[] }).items).toHaveLength(2);
    expect(await clerk(`GET /v1/customers/${blocked.id}`)).toMatchObject([
      200,
      { active: false, mergedInto: { number: 'C-0001' }, contacts: [] },
    ]);
    expect(await clerk('GET /v1/invoices?customer=C-0001')).toMatchObject([
      200,
      { data: [{}, {}] },
    ]);

    expect(await undo(merge)).toMatchObject([200, { undone: { reason: 'Two shops' } }]);
    expect(await everything()).toEqual(before);
    expect(await undo(merge)).toMatchObject([409, { code: 'MERGE_UNDONE' }]);
  });

  it('are listed the newest first, of either customer, also after they are two again', async () => {
    const { warung, blocked } = world.shop.customers;
    const [, first] = await mergeOf(warung.id, blocked.id);
    await undo(first);
    const [, second] = await mergeOf(warung.id, blocked.id);
    const [, page] = await clerk(`GET /v1/customer-merges?customer=C-0003&limit=1`);
    const newest = { id: (second as { id: string }).id, undone: null };
    expect(page).toMatchObject({ data: [{ ...newest, kept: { number: 'C-0001' } }] });
    const { nextCursor } = page as { nextCursor: string };
    const [, older] = await clerk(
      `GET /v1/customer-merges?customer=${warung.id}&limit=1&cursor=${nextCursor}`,
    );
    const before = { id: (first as { id: string }).id, undone: { reason: 'Two shops' } };
    expect(older).toMatchObject({ data: [before] });
    expect(await clerk('GET /v1/customer-merges?customer=C-0002')).toMatchObject([
      200,
      { data: [] },
    ]);
    await undo(second);
  });

  it('are one at the till: who names the merged one buys as the kept one, which stays so', async () => {
    const { warung, hotel } = world.shop.customers;
    const [, merge] = await mergeOf(hotel.id, warung.id);
    const found = await api.send('GET', '/v1/customers?q=sari', {
      as: world.shop.terminalTokens[0],
    });
    expect(found.body).toMatchObject({ data: [{ number: 'C-0002' }] });
    world.clock.set('2026-07-01T09:05:00+07:00');
    const saleId = randomUUID();
    const sold = await api.send('PUT', `/v1/sales/${saleId}`, {
      as: world.shop.terminalTokens[0],
      body: aSaleOnAccount('C-0001', {
        capturedAt: world.clock.iso(),
        businessDate: '2026-07-01',
      }),
    });
    expect([sold.status, sold.body]).toMatchObject([201, { customer: { number: 'C-0002' } }]);
    expect(await undo(merge)).toMatchObject([200, { cameAfter: { sales: 1, payments: 0 } }]);
    const sale = await world.database.prisma.sale.findUniqueOrThrow({ where: { id: saleId } });
    expect(sale.customerId).toBe(hotel.id);
  });

  it('are changed, disabled and granted credit under the kept one alone', async () => {
    const { warung, blocked } = world.shop.customers;
    const [, merge] = await mergeOf(warung.id, blocked.id);
    const path = `/v1/customers/${blocked.id}`;
    for (const [who, call, body] of [
      [clerk, `PUT ${path}`, { name: 'x', address: 'x' }],
      [clerk, `POST ${path}/disabling`, { reason: 'x' }],
      [clerk, `POST ${path}/disabling/undoing`, undefined],
      [manager, `PUT ${path}/credit-limit`, { limit: rupiah(1), reason: 'x' }],
    ] as const) {
      expect(await who(call, body)).toMatchObject([409, { code: 'CUSTOMER_MERGED' }]);
    }
    expect(await mergeOf(world.shop.customers.hotel.id, blocked.id)).toMatchObject([
      409,
      { code: 'CUSTOMER_MERGED', param: 'mergedId' },
    ]);
    expect(await mergeOf(blocked.id, world.shop.customers.hotel.id)).toMatchObject([
      409,
      { code: 'CUSTOMER_MERGED', param: 'keptId' },
    ]);
    await undo(merge);
  });

  it('come back in any order in which merges are made and undone', async () => {
    const start = await everything();
    const { warung, hotel, blocked } = world.shop.customers;
    const ids = [warung.id, hotel.id, blocked.id];
    const pair = fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids));
    await fc.assert(
      fc.asyncProperty(fc.array(pair, { minLength: 1, maxLength: 4 }), async (wanted) => {
        const made: unknown[] = [];
        for (const [kept, merged] of wanted) {
          const [status, merge] = await mergeOf(kept, merged);
          if (status === 201) made.push(merge);
        }
        for (const merge of made.toReversed()) expect(await undo(merge)).toMatchObject([200, {}]);
        expect(await everything()).toEqual(start);
      }),
      { numRuns: 15 },
    );
  });

  it('are refused while an agency has a case of the one that would be merged away', async () => {
    const { warung, hotel } = world.shop.customers;
    await aCase(world, { customer: hotel.number });
    expect(await mergeOf(warung.id, hotel.id)).toMatchObject([
      409,
      { code: 'CUSTOMER_HAS_CASE', param: 'mergedId' },
    ]);
    const [status, merge] = await mergeOf(hotel.id, warung.id);
    expect(status).toBe(201);
    // The case counts against both.
    const [, credit] = await clerk(`GET /v1/customers/${warung.id}/credit`);
    expect(credit).toMatchObject({ reasons: [{ code: 'CUSTOMER_PLACED' }] });
    await undo(merge);
  });

  it('are refused when there is nothing to merge', async () => {
    const { warung } = world.shop.customers;
    const nobody = randomUUID();
    expect(await mergeOf(warung.id, warung.id)).toMatchObject([422, { code: 'MERGE_WITH_ITSELF' }]);
    expect(await mergeOf(nobody, warung.id)).toMatchObject([404, { param: 'keptId' }]);
    expect(await mergeOf(warung.id, nobody)).toMatchObject([404, { param: 'mergedId' }]);
    expect(await undo({ id: nobody })).toMatchObject([404, { code: 'MERGE_NOT_FOUND' }]);
    expect(await clerk(`GET /v1/customer-merges/${nobody}`)).toMatchObject([404, {}]);
    const body = { keptId: nobody, mergedId: warung.id, reason: 'x' };
    expect(await clerk('POST /v1/customer-merges', body)).toMatchObject([403, {}]);
  });
});

describe('duplicates', () => {
  it('are proposed by equal numbers and addresses, and of one customer by its name', async () => {
    const shared = { taxNumber: '0012345678901000', phone: '0812-0000-0009', address: 'x' };
    const numbers = [];
    for (const name of ['Toko Mawar Indah', 'Tk. Mawar']) {
      const [, added] = await clerk('POST /v1/customers', { ...shared, name });
      numbers.push((added as { number: string }).number);
    }
    const twin = { name: 'Toko Mawar Indahh', address: 'y', email: 'A@example.test' };
    const [, third] = await clerk('POST /v1/customers', twin);
    expect(await clerk('GET /v1/customer-duplicates')).toEqual([
      200,
      {
        data: [
          {
            customers: numbers.map((number) => expect.objectContaining({ number }) as unknown),
            signs: ['taxNumber', 'phone'],
          },
        ],
      },
    ]);
    const { number } = third as { number: string };
    expect(await clerk(`GET /v1/customer-duplicates?customer=${number}`)).toMatchObject([
      200,
      { data: [{ customers: [{ number }, { number: numbers[0] }], signs: ['name'] }] },
    ]);
  });
});

function mergeOf(keptId: string, mergedId: string) {
  return manager('POST /v1/customer-merges', { keptId, mergedId, reason: 'Entered twice' });
}

function undo(merge: unknown) {
  const { id } = merge as { id: string };
  return manager(`POST /v1/customer-merges/${id}/undoing`, { reason: 'Two shops' });
}

async function giveSigns(customerId: string): Promise<void> {
  const createdAt = new Date();
  const alias = { kind: 'account', value: '7001', createdAt };
  await world.change(async (tx) => {
    await tx.customerContact.create({
      data: { customerId, name: 'Ibu', role: 'billing', channel: 'post', address: 'x' },
    });
    await tx.customerAlias.create({ data: { ...alias, customerId } });
    await tx.customerAlias.create({
      data: { ...alias, customerId: world.shop.customers.warung.id },
    });
    await tx.virtualAccount.create({
      data: { number: '88100', bankCode: 'NUSA', customerId, createdAt },
    });
  });
}

/** All that a merge may touch. */
async function everything() {
  const { prisma } = world.database;
  const orderBy = { id: 'asc' } as const;
  return {
    customers: await prisma.customer.findMany({ orderBy }),
    contacts: await prisma.customerContact.findMany({ orderBy }),
    aliases: await prisma.customerAlias.findMany({ orderBy }),
    accounts: await prisma.virtualAccount.findMany({ orderBy }),
    credit: await prisma.customerCredit.findMany({ orderBy: { customerId: 'asc' } }),
    items: await prisma.openItem.findMany({ orderBy }),
  };
}
