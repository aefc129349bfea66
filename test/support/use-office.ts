import type { TestApi } from './api-client.js';
import { office, type Office } from './office.js';
import { opened } from './opened.js';
import { openOwingShop, type OwingShop } from './owing-shop.js';

/** A shop that is owed money, and the calls of its administrator and of a manager, for all tests of this file. */
export function useOffice() {
  let world: OwingShop;
  let api: TestApi;
  beforeAll(async () => {
    world = await openOwingShop();
    api = await world.api();
  });
  afterAll(async () => {
    await world.verify();
    await api.close();
    await world.close();
  });
  const officeOf = (role: 'admin' | 'arManager'): Office => {
    return (call, body) => office(api, world.shop.tokens[role])(call, body);
  };
  return {
    world: opened(() => world),
    api: opened(() => api),
    admin: officeOf('admin'),
    manager: officeOf('arManager'),
  };
}
