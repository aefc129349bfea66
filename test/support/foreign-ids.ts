import { randomUUID } from 'node:crypto';
import { createSaleActivities } from '../../activities/sale/sale-activities.js';
import { createClock } from '../../platform/clock.js';
import { aSale, aSaleOnAccount, rupiah } from './a-sale.js';
import type { OpenShop } from './open-shop.js';
import { testContext } from './shop.js';
import * as collectionCommands from '../../prisma/commands/collection.js';
import { placementIdOf } from './placement-id-of.js';

/**
 * Things that are there but belong to somebody else than the first terminal and the first agency, by the name
 * of the path parameter. A route that a terminal or a partner may call with such a parameter needs an entry.
 */
export async function createForeignIds(open: OpenShop): Promise<Record<string, string>> {
  const invoiceId = await invoiceOf(open);
  const placementId = await caseOfAnotherAgency(open, invoiceId);
  return {
    saleId: await saleOfAnotherStore(open),
    invoiceId,
    placementId,
    remittanceId: await remittanceOfAnotherAgency(open, placementId),
  };
}

async function saleOfAnotherStore({ api, shop }: OpenShop): Promise<string> {
  const saleId = randomUUID();
  const answer = await api.send('PUT', `/v1/sales/${saleId}`, {
    as: shop.terminalTokens[2],
    body: aSale({
      terminal: 'BDG1-01',
      lines: [{ sku: 'JASA-KADO', quantity: '1' }],
      tenders: [{ type: 'cash', amount: rupiah(10_000) }],
    }),
  });
  expect(answer.status).toBe(201);
  return saleId;
}

async function invoiceOf({ api, shop, database }: OpenShop): Promise<string> {
  const saleId = randomUUID();
  const body = aSaleOnAccount(shop.customers.hotel.number, {
    lines: [{ sku: 'KURSI-01', quantity: '1' }],
    tenders: [{ type: 'onAccount', amount: rupiah(750_000) }],
  });
  await api.send('PUT', `/v1/sales/${saleId}`, { as: shop.terminalTokens[0], body });
  const invoice = await createSaleActivities({ database, clock: createClock() }).issueInvoice({
    saleId,
  });
  if (invoice.kind !== 'invoiced') throw new Error('a sale on account is invoiced');
  return invoice.invoiceId;
}

async function caseOfAnotherAgency(
  { database, shop }: OpenShop,
  invoiceId: string,
): Promise<string> {
  const placementId = placementIdOf(
    await database.call(collectionCommands.createPlacement, testContext(), {
      invoiceId,
      agencyId: shop.agencies[1].id,
      placedOn: createClock().today('Asia/Jakarta').toString(),
    }),
  );
  return placementId;
}

/** Accepts the case, collects a part of it and settles that. */
async function remittanceOfAnotherAgency(
  { api, shop }: OpenShop,
  placementId: string,
): Promise<string> {
  const post = async (path: string, body: unknown): Promise<unknown> => {
    const answer = await api.send('POST', `/v1/agency/${path}`, {
      as: shop.agencies[1].token,
      body,
      headers: { 'idempotency-key': randomUUID() },
    });
    expect([200, 201]).toContain(answer.status);
    return answer.body;
  };
  const occurredAt = new Date().toISOString();
  const gross = rupiah(100_000);
  await post(`placements/${placementId}/acknowledgement`, { accepted: true });
  await post(`placements/${placementId}/events`, {
    sequence: 1,
    type: 'payment',
    occurredAt,
    amount: gross,
  });
  const remittance = await post('remittances', {
    number: 'REM-1',
    remittedOn: occurredAt.slice(0, 10),
    gross,
    commission: rupiah(15_000),
    taxOnCommission: rupiah(1_650),
    net: rupiah(83_350),
    payments: [{ placementId, sequence: 1, gross }],
  });
  return (remittance as { id: string }).id;
}
