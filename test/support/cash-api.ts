import { startApi, type TestApi } from './api-client.js';
import { openCashWorld, type CashWorld } from './cash-world.js';
import { opened } from './opened.js';

/** A shop and its bank with the API before them, for all tests of this file; the books must tie at the end. */
export function useCashApi() {
  let world: CashWorld;
  let api: TestApi;
  beforeAll(async () => {
    world = await openCashWorld();
    api = await startApi(world.database, { clock: world.clock });
  });
  afterAll(async () => {
    await world.expectTies();
    await api.close();
    await world.close();
  });
  return { world: opened(() => world), api: opened(() => api) };
}
