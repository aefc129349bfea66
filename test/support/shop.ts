import { randomUUID } from 'node:crypto';
import type { CommandContext } from '../../domain/context.js';
import type { Database } from '../../prisma/database.js';
import { createCatalogue, type ShopItems } from './shop/catalogue.js';
import { createCustomers, type ShopCustomers } from './shop/customers.js';
import { createPeople, type ShopPeople } from './shop/people.js';
import { createPlaces, stockUp, type ShopPlaces } from './shop/places.js';

export type Shop = ShopPlaces &
  ShopPeople &
  Readonly<{ items: ShopItems; customers: ShopCustomers }>;

/** Who acts in the background of a test. */
export function testContext(at = new Date().toISOString()): CommandContext {
  return {
    actor: { kind: 'system', id: 'test', name: 'test' },
    origin: 'test',
    at,
    requestId: randomUUID(),
  };
}

/** Of each stocked item, in Jakarta: a thousand pieces (or kilograms). */
export const OPENING_STOCK_MILLI = 1_000_000n;

/**
 * An invented shop in empty books: one legal entity, two stores with three tills, five items with stock in
 * Jakarta, three customers, people with every role, two collection agencies, and a key for each of them.
 */
export function createShop(database: Database, at = new Date()): Promise<Shop> {
  const ctx = testContext(at.toISOString());
  return database.transaction(ctx, async (tx) => {
    const places = await createPlaces(tx);
    const items = await createCatalogue(tx, at);
    const { coffee, tea, chair, rice } = items;
    const { locationId } = places.jakarta;
    await stockUp(
      tx,
      { locationId, ctx },
      {
        items: [coffee, tea, chair, rice],
        quantityMilli: OPENING_STOCK_MILLI,
      },
    );
    return {
      ...places,
      items,
      customers: await createCustomers(tx, at),
      ...(await createPeople(tx, places, at)),
    };
  });
}
