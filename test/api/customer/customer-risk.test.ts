import { refreshRisk } from '../../../activities/risk/refresh-risk.js';
import type { TestApi } from '../../support/api-client.js';
import { openOwingShop, type OwingShop } from '../../support/owing-shop.js';

let world: OwingShop;
let api: TestApi;

beforeAll(async () => {
  world = await openOwingShop();
  api = await world.api();
  const late = await world.sell('C-0001');
  world.clock.set('2026-07-26T09:00:00+07:00');
  await world.pay(late.invoiceId, late.amount);
  await world.sell('C-0002');
  world.clock.set('2026-08-26T09:00:00+07:00');
  await refreshRisk(world);
});
afterAll(async () => {
  await api.close();
  await world.close();
});

describe('the risk of a customer', () => {
  it('stands beside its credit, with the reasons that make up the score', async () => {
    expect(await read(`/v1/customers/${world.shop.customers.hotel.id}/credit`)).toMatchObject({
      status: 200,
      body: {
        status: 'open',
        risk: {
          score: 54,
          band: 'medium',
          asOf: '2026-08-26',
          computedAt: '2026-08-26T02:00:00.000Z',
          reasons: [
            {
              code: 'overdue-now',
              points: 30,
              detail: 'Rp450,000 is overdue, 100 % of what is open.',
            },
            { code: 'no-history', points: 15, detail: 'Nothing has been settled yet.' },
            { code: 'new-customer', points: 9, detail: 'A customer for 56 days.' },
          ],
        },
      },
    });
  });

  it('says how late somebody pays, with the customer itself', async () => {
    expect(await read(`/v1/customers/${world.shop.customers.warung.id}`)).toMatchObject({
      body: {
        riskScore: 17,
        riskBand: 'low',
        risk: {
          score: 17,
          band: 'low',
          reasons: [
            { code: 'new-customer', points: 9 },
            {
              code: 'pays-late',
              points: 8,
              detail: 'Pays 11 days late on average, by amount and by how recent it is.',
            },
          ],
        },
      },
    });
  });

  it('is nothing for who never had anything on account', async () => {
    const { id } = world.shop.customers.blocked;
    expect(await read(`/v1/customers/${id}/credit`)).toMatchObject({ body: { risk: null } });
    expect(await read(`/v1/customers/${id}`)).toMatchObject({
      body: { riskScore: null, riskBand: null, risk: null },
    });
  });

  it('is shown in the list, and narrows it', async () => {
    expect(await listed('')).toEqual({ 'C-0001': 17, 'C-0002': 54, 'C-0003': null });
    expect(await listed('?riskBand=medium')).toEqual({ 'C-0002': 54 });
    expect(await listed('?riskBand=low&segment=wholesale')).toEqual({ 'C-0001': 17 });
    expect(await listed('?riskBand=high')).toEqual({});
    expect(await read('/v1/customers?riskBand=worst')).toMatchObject({ status: 400 });
  });
});

async function listed(query: string): Promise<Record<string, number | null>> {
  const { body } = await read(`/v1/customers${query}`);
  const { data } = body as { data: { number: string; riskScore: number | null }[] };
  return Object.fromEntries(data.map(({ number, riskScore }) => [number, riskScore]));
}

function read(path: string) {
  return api.send('GET', path, { as: world.shop.tokens.arClerk });
}
