import type { TestApi } from './api-client.js';
import { opened } from './opened.js';
import { openOwingShop, type Owed, type OwingShop } from './owing-shop.js';

/** A shop that is owed money with the API before it, for all tests of this file; each test has an invoice of its own. */
export function useOwingApi() {
  let world: OwingShop;
  let api: TestApi;
  let owed: Owed;
  beforeAll(async () => {
    world = await openOwingShop();
    api = await world.api();
  });
  beforeEach(async () => {
    owed = await world.sell('C-0002', 2);
  });
  afterAll(async () => {
    await world.verify();
    await api.close();
    await world.close();
  });
  return { world: opened(() => world), api: opened(() => api), owed: opened(() => owed) };
}
