import { randomUUID } from 'node:crypto';
import { aSale } from './a-sale.js';
import type { OpenShop } from './open-shop.js';

/**
 * Things that are there but belong to somebody else than the first terminal and the first agency, by the name
 * of the path parameter. A route that a terminal or a partner may call with such a parameter needs an entry.
 */
export async function createForeignIds({ api, shop }: OpenShop): Promise<Record<string, string>> {
  return { saleId: await saleOfAnotherStore() };

  async function saleOfAnotherStore(): Promise<string> {
    const saleId = randomUUID();
    const lines = [{ sku: 'JASA-KADO', quantity: '1' }];
    const tenders = [{ type: 'cash', amount: { amount: '10000', currency: 'IDR' } }] as const;
    const body = aSale({ terminal: 'BDG1-01', lines, tenders: [...tenders] });
    const answer = await api.send('PUT', `/v1/sales/${saleId}`, {
      as: shop.terminalTokens[2],
      body,
    });
    expect(answer.status).toBe(201);
    return saleId;
  }
}
