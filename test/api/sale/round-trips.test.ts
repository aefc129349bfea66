import { randomUUID } from 'node:crypto';
import type { Database } from '../../../prisma/database.js';
import { aSale } from '../../support/a-sale.js';
import { startApi } from '../../support/api-client.js';
import { openShop, type OpenShop } from '../../support/open-shop.js';

let open: OpenShop;

beforeAll(async () => {
  open = await openShop();
});

afterAll(() => open.close());

it('a sale costs one round trip to the books, besides the hint that follows it', async () => {
  const asked: string[] = [];
  const now = Date.now();
  const api = await startApi(counting(open.database, asked), { realTimeMs: () => now });
  const sell = () =>
    api.send('PUT', `/v1/sales/${randomUUID()}`, {
      as: open.shop.terminalTokens[0],
      body: aSale(),
    });
  await sell();
  asked.length = 0;
  expect((await sell()).status).toBe(201);
  expect(asked.filter((what) => what !== '$queryRaw')).toEqual(['capture_sale']);
  expect(asked.length).toBeLessThanOrEqual(3);
  await api.close();
});

/** The same database, telling everything it is asked. */
function counting(database: Database, asked: string[]): Database {
  return {
    ...database,
    call: (command, ctx, input) => {
      asked.push(command.name);
      return database.call(command, ctx, input);
    },
    prisma: new Proxy(database.prisma, {
      get: (client, name) => {
        asked.push(String(name));
        const value: unknown = Reflect.get(client, name);
        return typeof value === 'function' ? (value.bind(client) as unknown) : value;
      },
    }),
  };
}
